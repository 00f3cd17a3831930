import Glibc

/// Reads and writes whole files, so that a reader never sees half of one.
public enum FileAccess {
  /// Files larger than this are refused: offsets would not fit.
  public static let maximumSize = 2_000_000_000

  /// The contents of the file at `path`.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - ofAnyKind: Whether it may also be a pipe or a device, which may have to be waited for. What lies beside an
  ///     article is read without being asked for: nothing there may keep the reader waiting.
  /// - Throws: ``SystemError`` when it cannot be read, is a folder, is larger than ``maximumSize``, or is no ordinary
  ///   file although it should be.
  public static func read(_ path: String, ofAnyKind: Bool = false) throws(SystemError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | (ofAnyKind ? 0 : O_NONBLOCK))
    guard descriptor >= 0 else { throw SystemError("open", path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw SystemError("stat", path) }
    let kind = status.st_mode & S_IFMT
    guard kind != S_IFDIR else { throw SystemError("read", path, code: EISDIR) }
    guard ofAnyKind || kind == S_IFREG else { throw SystemError.notOrdinary(path) }
    guard status.st_size <= maximumSize else { throw SystemError.tooLarge(path) }
    return try read(descriptor, path, expecting: Int(status.st_size))
  }

  /// Everything that comes through `descriptor` until its end, up to ``maximumSize``.
  ///
  /// - Throws: ``SystemError`` when reading fails or there is too much.
  public static func read(
    _ descriptor: Int32, _ path: String, expecting size: Int = 0
  ) throws(SystemError) -> [UInt8] {
    // One read into memory of the right size; a pipe, or a file that grows, needs more.
    var bytes: [UInt8] = []
    var chunk = max(size, 65536)
    while true {
      var failure: SystemError?
      let more = [UInt8](unsafeUninitializedCapacity: chunk) { buffer, count in
        count = 0
        while count < chunk {
          let got = Glibc.read(descriptor, buffer.baseAddress.map { $0 + count }, chunk - count)
          if got < 0, errno == EINTR { continue }
          if got < 0 { failure = SystemError("read", path) }
          if got <= 0 { break }
          count += got
        }
      }
      if let failure { throw failure }
      if bytes.isEmpty { bytes = more } else { bytes += more }
      if more.count < chunk { return bytes }
      guard bytes.count <= maximumSize else { throw SystemError.tooLarge(path) }
      chunk = size > 0 && bytes.count == size ? 65536 : chunk * 2
    }
  }

  /// Puts `bytes` in the place of the file at `path`, all at once: after a crash there is the old file or the new one.
  ///
  /// A symbolic link stays a link and its target is replaced; mode and, where allowed, owner stay as they were; a new
  /// file gets the mode that the umask leaves. File and folder are synced, so the time is that of the disk (some
  /// milliseconds).
  ///
  /// - Throws: ``SystemError``; the old file is then untouched and nothing is left beside it.
  public static func replace(_ path: String, with bytes: [UInt8]) throws(SystemError) {
    _ = try replace(path, with: bytes, noMoreOpenThan: nil) { true }
  }

  /// Puts `bytes` in the place of the file at `path`, if `mayReplace` says so at the last moment.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - bytes: What is to be in it.
  ///   - model: A file that a new one at `path` must not be more open to others than.
  ///   - mayReplace: Asked when everything else is done, immediately before the new file takes the place of the old.
  /// - Returns: Whether it was replaced.
  static func replace(
    _ path: String, with bytes: [UInt8], noMoreOpenThan model: String?, if mayReplace: () -> Bool
  ) throws(SystemError) -> Bool {
    let target = resolved(path)
    let folder = ArticlePath(target).folder
    let folderDescriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folderDescriptor >= 0 else { throw SystemError("open", folder) }
    defer { close(folderDescriptor) }
    var old = stat()
    let exists = stat(target, &old) == 0
    // rename would replace a file that may not be written to, if only the folder may: that is not what its mode says.
    if exists, faccessat(AT_FDCWD, target, W_OK, AT_EACCESS) != 0 { throw SystemError("open", target) }
    let temporary = "\(folder)/.gloss-\(getpid())-\(UInt32.random(in: 0 ... .max)).tmp"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw SystemError("create", temporary) }
    var finished = false
    defer {
      close(descriptor)
      if !finished { unlink(temporary) }
    }
    try write(bytes, to: descriptor, target)
    let mode = exists ? modeOfSuccessor(old, descriptor) : modeOfNewFile(noMoreOpenThan: model)
    guard fchmod(descriptor, mode) == 0 else { throw SystemError("chmod", target) }
    guard fsync(descriptor) == 0 else { throw SystemError("fsync", target) }
    guard mayReplace() else { return false }
    guard rename(temporary, target) == 0 else { throw SystemError("rename", target) }
    finished = true
    // Some file systems cannot sync a folder. The new file is there all the same, so that is no failure.
    fsync(folderDescriptor)
    return true
  }

  /// Gives the file to the owner of the one it takes the place of.
  ///
  /// - Returns: The mode it should have.
  private static func modeOfSuccessor(_ old: stat, _ descriptor: Int32) -> mode_t {
    let mode = old.st_mode & 0o7777
    // Only the superuser may give files away, and others only to groups of their own.
    if fchown(descriptor, old.st_uid, old.st_gid) == 0 || fchown(descriptor, .max, old.st_gid) == 0 { return mode }
    // What the old group was allowed must not go to another group.
    return mode & ~0o070 | (mode & 0o007) << 3
  }

  private static func modeOfNewFile(noMoreOpenThan model: String?) -> mode_t {
    let mask = umask(0)
    umask(mask)
    var mode = 0o666 & ~mask
    var status = stat()
    if let model, stat(model, &status) == 0 { mode &= status.st_mode | 0o600 }
    return mode
  }

  /// Writes all of `bytes` to `descriptor`.
  ///
  /// - Throws: ``SystemError`` when the disk is full or gone.
  static func write(_ bytes: [UInt8], to descriptor: Int32, _ path: String) throws(SystemError) {
    var failure: SystemError?
    bytes.withUnsafeBytes { buffer in
      var written = 0
      while written < buffer.count {
        let count = Glibc.write(descriptor, buffer.baseAddress.map { $0 + written }, buffer.count - written)
        if count < 0, errno == EINTR { continue }
        if count < 0 {
          failure = SystemError("write", path)
          return
        }
        written += count
      }
    }
    if let failure { throw failure }
  }

  /// Makes the folder at `path` and those above it; new ones can be entered by their owner only.
  ///
  /// - Throws: ``SystemError`` when one cannot be made.
  public static func makeFolder(_ path: String) throws(SystemError) {
    if mkdir(path, 0o700) == 0 {
      syncFolder(ArticlePath(path).folder)
      return
    }
    if errno == EEXIST { return }
    guard errno == ENOENT, path != "/" else { throw SystemError("mkdir", path) }
    try makeFolder(ArticlePath(path).folder)
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw SystemError("mkdir", path) }
    syncFolder(ArticlePath(path).folder)
  }

  /// Waits until the names in the folder at `path` are on the disk, where the file system can do that.
  static func syncFolder(_ path: String) {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  /// Whether there is something at `path`.
  public static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Bytes in the file at `path`; 0 where there is none that can be looked at.
  static func size(_ path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }

  /// Whether files can be made in the folder at `path`.
  public static func isWritableFolder(_ path: String) -> Bool { access(path, W_OK | X_OK) == 0 }

  /// `path` absolute and with symbolic links followed, as far as it exists.
  public static func resolved(_ path: String) -> String { resolved(path, links: 0) }

  private static func resolved(_ path: String, links: Int) -> String {
    if let real = realpath(path, nil) {
      defer { free(real) }
      return String(cString: real)
    }
    guard path.utf8.first == UInt8(ascii: "/") else {
      guard let current = getcwd(nil, 0) else { return path }
      defer { free(current) }
      return resolved("\(String(cString: current))/\(path)", links: links)
    }
    // What `/dev/fd/3` leads to can be opened, but has no other name.
    if exists(path) { return path }
    // A file that does not exist yet: its folder may still be reached by a link, and so may it itself.
    let article = ArticlePath(path)
    guard path != "/", article.folder != path else { return path }
    let folder = resolved(article.folder, links: links)
    let parent = folder == "/" ? "" : folder
    if links < 8, let link = linkedPath(path) {
      return resolved(link.utf8.first == UInt8(ascii: "/") ? link : "\(parent)/\(link)", links: links + 1)
    }
    return "\(parent)/\(article.fileName)"
  }

  /// What the symbolic link at `path` says, if there is one.
  private static func linkedPath(_ path: String) -> String? {
    let bytes = [UInt8](unsafeUninitializedCapacity: Int(PATH_MAX)) { buffer, count in
      count = buffer.withMemoryRebound(to: CChar.self) { buffer in
        buffer.baseAddress.map { max(0, readlink(path, $0, buffer.count)) } ?? 0
      }
    }
    return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
  }
}
