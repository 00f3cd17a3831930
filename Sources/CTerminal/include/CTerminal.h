// The terminal, for Swift: everything that needs ncurses, and the system calls that Swift's Glibc module lacks.
//
// <curses.h> is included by the .c files only, so that none of its names and macros reach Swift.
#ifndef CTERMINAL_H
#define CTERMINAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// What terminal_open answers.
enum {
  TERMINAL_OK = 0,
  TERMINAL_NO_TTY = 1,      // there is no controlling terminal
  TERMINAL_UNUSABLE = 2,    // TERM names something that cannot place the cursor
  TERMINAL_NO_LOCALE = 3,   // no UTF-8 locale is installed
  TERMINAL_FALLBACK = 4,    // opened, but TERM is unknown: a description of our own is used
};

// What is done to a cell besides colouring it.
enum { CELL_BOLD = 1, CELL_DIM = 2, CELL_ITALIC = 4, CELL_UNDERLINE = 8, CELL_REVERSE = 16 };

// Bytes that come through terminal_signal_fd().
enum {
  SIGNAL_RESIZE = 1,
  SIGNAL_TERMINATE = 2,
  SIGNAL_INTERRUPT = 3,
  SIGNAL_HANGUP = 4,
  SIGNAL_CONTINUE = 5,
  SIGNAL_STOP = 6,
};

// A colour: -1 is the terminal's own, 0 to 255 the palette, COLOR_RGB | 0xRRGGBB any.
enum { COLOR_STANDARD = -1, COLOR_RGB = 0x1000000 };

// Opens /dev/tty for drawing. use_color: 0 none, 1 as terminfo says, 2 direct colour.
int terminal_open(int use_color);
// Puts the terminal back as it was. Harmless when nothing is open; also done at exit.
void terminal_close(void);
// Number of colours: 0, 8, 16, 256 or 16777216.
int terminal_colors(void);
// Whether modes of xterm and its relatives may be switched on.
bool terminal_is_modern(void);

int terminal_fd(void);
int terminal_signal_fd(void);
// Size in rows and columns; false when nobody knows.
bool terminal_size(int *rows, int *columns);
// To be called after SIGNAL_RESIZE, before drawing.
void terminal_resize(int rows, int columns);
// Stops the program and those it shares the terminal with, as Ctrl-Z does; returns when it is continued.
void terminal_suspend(void);
// To be called after SIGNAL_CONTINUE: somebody has stopped and continued the program from outside.
void terminal_continue(void);

// Puts one cell: a base character and at most four marks.
void terminal_put(int row, int column, const uint32_t *scalars, size_t count, uint32_t attributes, int foreground,
                  int background);
// Shows what was put, and the cursor there (hidden when row is negative). synchronized wraps it in mode 2026.
void terminal_flush(int row, int column, bool synchronized);
// Draws everything anew with the next flush.
void terminal_redraw(void);
// Sends bytes past curses, such as a mode switch or the clipboard.
void terminal_send(const char *bytes, size_t count);

// What terminfo says a key sends, or NULL. Names as in terminfo(5), such as "kcuu1".
const char *terminal_key(const char *name);

// System calls, and names that are variables in C.
void *system_stdout(void);
// Opens the standard streams that are closed, so that no other file gets their numbers; using them still fails.
void system_keep_streams(void);
void system_complain(const char *text);
int system_eventfd(void);
int system_inotify_init(void);
int system_inotify_watch(int fd, const char *path);
bool system_hostname(char *buffer, size_t size);
// Runs a program in the foreground of the terminal, which is given back to it meanwhile; the exit status, or -1.
int terminal_run(const char *const argv[]);

#endif
