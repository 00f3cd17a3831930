import Glibc

/// Starts a program that goes on by itself, away from the terminal.
enum BackgroundProgram {
  /// Starts `name` with `arguments`.
  ///
  /// - Returns: Whether it could be started.
  static func start(_ name: String, _ arguments: [String]) -> Bool {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor in 0...2 {
      posix_spawn_file_actions_addopen(&actions, Int32(descriptor), "/dev/null", O_RDWR, 0)
    }
    var pointers = ([name] + arguments).map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    var child = pid_t()
    guard posix_spawnp(&child, name, &actions, nil, &pointers, environ) == 0 else { return false }
    return true
  }
}
