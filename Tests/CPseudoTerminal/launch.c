#define _GNU_SOURCE
#include "CPseudoTerminal.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <time.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

static int add_file(posix_spawn_file_actions_t *actions, int file, int target) {
  if (file < 0) return posix_spawn_file_actions_addclose(actions, target);
  return posix_spawn_file_actions_adddup2(actions, file, target);
}

int launch_with_files(const launch_request *request, int input, int output, int errors, pid_t *child) {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  sigset_t none, all;
  sigemptyset(&none);
  sigfillset(&all);
  posix_spawn_file_actions_init(&actions);
  posix_spawnattr_init(&attributes);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setsigdefault(&attributes, &all);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSID);
  int error = add_file(&actions, input, 0);
  if (!error) error = add_file(&actions, output, 1);
  if (!error) error = add_file(&actions, errors, 2);
  if (!error) error = posix_spawn_file_actions_addclosefrom_np(&actions, 3);
  if (!error && request->directory) error = posix_spawn_file_actions_addchdir_np(&actions, request->directory);
  if (!error) {
    error = posix_spawn(child, request->path, &actions, &attributes, request->arguments, request->environment);
  }
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  return error;
}

int launch_end_file(pid_t child) { return (int)syscall(SYS_pidfd_open, child, 0); }

int launch_reap(pid_t child, launch_end *end) {
  int state;
  pid_t ended;
  do ended = waitpid(child, &state, WNOHANG);
  while (ended < 0 && errno == EINTR);
  if (ended < 0) return -1;
  if (ended == 0) return 0;
  end->status = WIFEXITED(state) ? WEXITSTATUS(state) : 0;
  end->signal = WIFSIGNALED(state) ? WTERMSIG(state) : 0;
  return 1;
}

int launch_pipe(int files[2], int side) {
  if (pipe2(files, O_CLOEXEC)) return errno;
  return fcntl(files[side], F_SETFL, O_NONBLOCK) ? errno : 0;
}

ssize_t launch_write(int file, const void *bytes, size_t count) {
  sigset_t broken, before, pending;
  sigemptyset(&broken);
  sigaddset(&broken, SIGPIPE);
  sigpending(&pending);
  pthread_sigmask(SIG_BLOCK, &broken, &before);
  ssize_t written = write(file, bytes, count);
  int error = errno;
  if (written < 0 && error == EPIPE && !sigismember(&pending, SIGPIPE)) {
    struct timespec now = {0, 0};
    while (sigtimedwait(&broken, NULL, &now) < 0 && errno == EINTR) continue;
  }
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  errno = error;
  return written;
}
