// Starting programs for tests: in a pseudo-terminal, or with files and pipes.
//
// In C, since nothing of Swift may run between fork() and execve() in a process with more than one thread.
#ifndef CPSEUDOTERMINAL_H
#define CPSEUDOTERMINAL_H

#include <sys/types.h>

// What to start. `arguments` and `environment` end with NULL; `directory` may be NULL to stay where the test is.
typedef struct {
  const char *path;
  char *const *arguments;
  char *const *environment;
  const char *directory;
} launch_request;

// How a child ended: its exit status, or the signal that killed it (the other one is 0).
typedef struct {
  int status;
  int signal;
} launch_end;

// Starts a program as the leader of a session of its own, whose terminal is a new pseudo-terminal of the given size.
//
// The child begins with default signal actions, nothing blocked (threads of a Swift program block signals, and a
// blocked signal stays blocked across execve) and no open file but the terminal (without that, a child started at
// the same time would keep this one's terminal open). `*terminal` is the side to read and write, non-blocking.
//
// Returns 0, or the errno of the step that failed, also when it failed in the child.
int pseudo_terminal_launch(const launch_request *request, int rows, int columns, pid_t *child, int *terminal);

// Changes the size; the kernel sends SIGWINCH to the foreground processes. Returns 0 or an errno.
int pseudo_terminal_resize(int terminal, int rows, int columns);

// The process group that reads from the terminal, or -1.
pid_t pseudo_terminal_foreground(int terminal);

// Starts a program with the given files as its input, output and errors, in a session of its own that has no
// terminal; a file of -1 is left closed. Signals as above. Returns 0 or an errno.
int launch_with_files(const launch_request *request, int input, int output, int errors, pid_t *child);

// A file that poll(2) finds readable when the child has ended, or -1 on a system without such files.
int launch_end_file(pid_t child);

// Takes note of the end of a child, without waiting. Returns 1 when it has ended, 0 when not, -1 when there is no
// such child.
int launch_reap(pid_t child, launch_end *end);

// Makes a pipe whose ends are closed in children; `side` (0 or 1) is the one that does not block. 0 or an errno.
int launch_pipe(int files[2], int side);

// As write(2), but a pipe that nobody reads gives EPIPE and no signal to the whole test program.
ssize_t launch_write(int file, const void *bytes, size_t count);

#endif
