import Glibc

/// Reads and writes whole files, so that a reader never sees half of one.
public enum FileAccess {
  /// Files larger than this are refused: offsets would not fit.
  public static let maximumSize = 2_000_000_000

  /// The contents of the file at `path`.
  ///
  /// - Throws: ``SystemError`` when it cannot be read, is a folder, or is larger than ``maximumSize``.
  public static func read(_ path: String) throws(SystemError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw SystemError("open", path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw SystemError("stat", path) }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw SystemError("read", path, code: EISDIR) }
    guard status.st_size <= maximumSize else { throw SystemError("read", path, code: EFBIG) }
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
      guard bytes.count <= maximumSize else { throw SystemError("read", path, code: EFBIG) }
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
    let target = resolved(path)
    let folder = ArticlePath(target).folder
    let folderDescriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folderDescriptor >= 0 else { throw SystemError("open", folder) }
    defer { close(folderDescriptor) }
    var old = stat()
    let exists = stat(target, &old) == 0
    // rename would replace a file that may not be written to, if only the folder may: that is not what its mode says.
    if exists, access(target, W_OK) != 0 { throw SystemError("open", target) }
    let temporary = "\(folder)/.gloss-\(getpid())-\(UInt32.random(in: 0 ... .max)).tmp"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw SystemError("create", temporary) }
    var finished = false
    defer {
      close(descriptor)
      if !finished { unlink(temporary) }
    }
    try write(bytes, to: descriptor, target)
    if exists {
      guard fchmod(descriptor, old.st_mode & 0o7777) == 0 else { throw SystemError("chmod", target) }
      // Only the superuser may give files away; for others it is theirs already.
      _ = fchown(descriptor, old.st_uid, old.st_gid)
    } else {
      let mask = umask(0)
      umask(mask)
      guard fchmod(descriptor, 0o666 & ~mask) == 0 else { throw SystemError("chmod", target) }
    }
    guard fsync(descriptor) == 0 else { throw SystemError("fsync", target) }
    guard rename(temporary, target) == 0 else { throw SystemError("rename", target) }
    finished = true
    guard fsync(folderDescriptor) == 0 else { throw SystemError("fsync", folder) }
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
    if mkdir(path, 0o700) == 0 || errno == EEXIST { return }
    guard errno == ENOENT, path != "/" else { throw SystemError("mkdir", path) }
    try makeFolder(ArticlePath(path).folder)
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw SystemError("mkdir", path) }
  }

  /// Whether there is something at `path`.
  public static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Whether files can be made in the folder at `path`.
  public static func isWritableFolder(_ path: String) -> Bool { access(path, W_OK | X_OK) == 0 }

  /// `path` absolute and with symbolic links followed, as far as it exists.
  public static func resolved(_ path: String) -> String {
    if let real = realpath(path, nil) {
      defer { free(real) }
      return String(cString: real)
    }
    guard path.hasPrefix("/") else {
      guard let current = getcwd(nil, 0) else { return path }
      defer { free(current) }
      return resolved("\(String(cString: current))/\(path)")
    }
    // A file that does not exist yet: its folder may still be reached by a link.
    let article = ArticlePath(path)
    guard path != "/", article.folder != path else { return path }
    let folder = resolved(article.folder)
    return folder == "/" ? "/\(article.fileName)" : "\(folder)/\(article.fileName)"
  }
}
