#define _GNU_SOURCE 1
#include "CTerminal.h"
#include "private.h"
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

static int signal_pipe[2] = {-1, -1};
static int real_stderr = -1, kept_stderr = -1;
static struct sigaction previous[NSIG];

void write_fully(int fd, const char *bytes, size_t count) {
  while (count > 0) {
    ssize_t written = write(fd, bytes, count);
    if (written < 0) {
      if (errno == EINTR) continue;
      return;
    }
    bytes += written;
    count -= (size_t)written;
  }
}

// One byte into a pipe: the loop that waits for keys also waits for it, so no signal can come too early or too late.
static void on_signal(int number) {
  int kept = errno;
  unsigned char byte = 0;
  switch (number) {
  case SIGWINCH: byte = SIGNAL_RESIZE; break;
  case SIGTERM: byte = SIGNAL_TERMINATE; break;
  case SIGINT:
  case SIGQUIT: byte = SIGNAL_INTERRUPT; break;
  case SIGHUP: byte = SIGNAL_HANGUP; break;
  case SIGCONT: byte = SIGNAL_CONTINUE; break;
  case SIGTSTP: byte = SIGNAL_STOP; break;
  }
  if (write(signal_pipe[1], &byte, 1) < 0) {
    // The pipe is full: the loop has more than enough to wake up for.
  }
  errno = kept;
}

int install_signals(void) {
  if (signal_pipe[0] < 0 && pipe2(signal_pipe, O_NONBLOCK | O_CLOEXEC) != 0) return -1;
  // Before curses starts: it leaves alone what is handled already.
  static const int numbers[] = {SIGWINCH, SIGTERM, SIGINT, SIGQUIT, SIGHUP, SIGCONT, SIGTSTP};
  for (size_t index = 0; index < sizeof numbers / sizeof *numbers; index++) {
    struct sigaction action = {.sa_handler = on_signal, .sa_flags = SA_RESTART};
    sigfillset(&action.sa_mask);
    sigaction(numbers[index], &action, NULL);
  }
  signal(SIGPIPE, SIG_IGN);
  signal(SIGTTOU, SIG_IGN);
  // A file that may not grow any more is an error of write(), which is told, and no reason to die.
  signal(SIGXFSZ, SIG_IGN);
  return 0;
}

int terminal_signal_fd(void) { return signal_pipe[0]; }

// The program is about to die: give the terminal back, show what was printed, and let it die as it would have.
static void on_crash(int number, siginfo_t *info, void *context) {
  (void)context;
  if (is_open) {
    is_open = 0;
    write_fully(tty_fd, leave_sequence, leave_length);
    tcsetattr(tty_fd, TCSANOW, &saved_modes);
  }
  release_stderr();
  sigaction(number, &previous[number], NULL);
  // Sent by somebody, as by abort(): again. A fault comes again by itself when this returns.
  if (info->si_code <= 0) raise(number);
}

void install_crash_handlers(void) {
  static char stack[65536];
  stack_t alternate = {.ss_sp = stack, .ss_size = sizeof stack};
  stack_t existing;
  // So that an overflow of the stack can be handled too.
  if (sigaltstack(NULL, &existing) == 0 && (existing.ss_flags & SS_DISABLE)) sigaltstack(&alternate, NULL);
  static const int numbers[] = {SIGSEGV, SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE};
  for (size_t index = 0; index < sizeof numbers / sizeof *numbers; index++) {
    struct sigaction action = {.sa_sigaction = on_crash, .sa_flags = SA_SIGINFO | SA_NODEFER | SA_ONSTACK};
    sigemptyset(&action.sa_mask);
    sigaction(numbers[index], &action, &previous[numbers[index]]);
  }
}

void capture_stderr(void) {
  if (kept_stderr >= 0) return;
  real_stderr = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
  kept_stderr = memfd_create("stderr", MFD_CLOEXEC);
  if (kept_stderr >= 0) dup2(kept_stderr, STDERR_FILENO);
}

void release_stderr(void) {
  if (kept_stderr < 0) return;
  if (real_stderr >= 0) dup2(real_stderr, STDERR_FILENO);
  char buffer[4096];
  off_t offset = 0;
  ssize_t count;
  while ((count = pread(kept_stderr, buffer, sizeof buffer, offset)) > 0) {
    offset += count;
    write_fully(STDERR_FILENO, buffer, (size_t)count);
  }
  close(kept_stderr);
  if (real_stderr >= 0) close(real_stderr);
  kept_stderr = real_stderr = -1;
}
