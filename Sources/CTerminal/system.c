#define _GNU_SOURCE 1
#include "CTerminal.h"
#include "private.h"
#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

void *system_stdout(void) { return stdout; }

void system_keep_streams(void) {
  for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++) {
    if (fcntl(fd, F_GETFD) >= 0 || errno != EBADF) continue;
    // The lowest free number is given, and all below are taken. Reading from the first and writing to the others fails.
    if (open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY) != fd) return;
  }
}

void system_complain(const char *text) { fputs(text, stderr); }

int system_eventfd(void) { return eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC); }

int system_inotify_init(void) { return inotify_init1(IN_NONBLOCK | IN_CLOEXEC); }

// The folder is watched and not the file: an atomic save puts another file in its place.
int system_inotify_watch(int fd, const char *path) {
  return inotify_add_watch(fd, path,
                           IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_ONLYDIR | IN_EXCL_UNLINK);
}

bool system_hostname(char *buffer, size_t size) {
  if (size == 0 || gethostname(buffer, size) != 0) return false;
  buffer[size - 1] = 0;
  return true;
}

int terminal_run(const char *const argv[]) {
  posix_spawnattr_t attributes;
  if (posix_spawnattr_init(&attributes) != 0) return -1;
  // What we handle or ignore, the other program gets as usual.
  sigset_t defaults, none;
  sigemptyset(&none);
  sigfillset(&defaults);
  posix_spawnattr_setsigdefault(&attributes, &defaults);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
  pid_t child;
  int failure = posix_spawnp(&child, argv[0], NULL, &attributes, (char *const *)argv, environ);
  posix_spawnattr_destroy(&attributes);
  if (failure != 0) return -1;
  int status;
  while (waitpid(child, &status, 0) < 0) {
    if (errno != EINTR) return -1;
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
