#define _GNU_SOURCE
#include "CPseudoTerminal.h"

#include <errno.h>
#include <fcntl.h>
#include <pty.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <unistd.h>

// Only functions that are safe in a signal handler may be called here.
static _Noreturn void become(const launch_request *request, int report) {
  struct sigaction fresh = {.sa_handler = SIG_DFL};
  for (int number = 1; number < NSIG; number++) sigaction(number, &fresh, NULL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  // The report too: that it closes tells the parent that all went well.
  close_range(3, ~0U, CLOSE_RANGE_CLOEXEC);
  if (!request->directory || chdir(request->directory) == 0) {
    execve(request->path, request->arguments, request->environment);
  }
  int error = errno;
  ssize_t written = write(report, &error, sizeof error);
  (void)written;
  _exit(127);
}

int pseudo_terminal_launch(const launch_request *request, int rows, int columns, pid_t *child, int *terminal) {
  struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
  int report[2];
  if (pipe2(report, O_CLOEXEC)) return errno;
  pid_t process = forkpty(terminal, NULL, NULL, &size);
  if (process == 0) become(request, report[1]);
  int error = process < 0 ? errno : 0;
  close(report[1]);
  if (process > 0) {
    fcntl(*terminal, F_SETFD, FD_CLOEXEC);
    fcntl(*terminal, F_SETFL, O_NONBLOCK);
    ssize_t count;
    do count = read(report[0], &error, sizeof error);
    while (count < 0 && errno == EINTR);
    if (count == sizeof error) {
      launch_end end;
      close(*terminal);
      while (launch_reap(process, &end) == 0) usleep(1000);
    } else {
      error = 0;
      *child = process;
    }
  }
  close(report[0]);
  return error;
}

int pseudo_terminal_resize(int terminal, int rows, int columns) {
  struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
  return ioctl(terminal, TIOCSWINSZ, &size) ? errno : 0;
}

pid_t pseudo_terminal_foreground(int terminal) { return tcgetpgrp(terminal); }
