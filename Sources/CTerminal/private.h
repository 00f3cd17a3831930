#ifndef GLOSS_TERMINAL_PRIVATE_H
#define GLOSS_TERMINAL_PRIVATE_H

#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <termios.h>

// State that must be reachable from a signal handler.
extern int tty_fd;
extern volatile sig_atomic_t is_open;
extern struct termios saved_modes;
extern char leave_sequence[256];
extern size_t leave_length;

// Writes with write(2) only, so that a signal handler may.
void write_fully(int fd, const char *bytes, size_t count);

// signals.c
int install_signals(void);
void install_crash_handlers(void);
// While curses has the screen, what is printed to stderr is kept and shown afterwards.
void capture_stderr(void);
void release_stderr(void);

#endif
