/// What there is at a path.
enum FileContents: Hashable, Sendable {
  /// No file.
  case nothing
  /// A file that holds this.
  case bytes([UInt8])
  /// Something that cannot be read: a file of somebody else, a folder.
  case unreadable(SystemError)

  /// Looks at `path`.
  init(of path: String) {
    do throws(SystemError) {
      self = .bytes(try FileAccess.read(path))
    } catch {
      self = error.isMissingFile ? .nothing : .unreadable(error)
    }
  }

  /// What is in the file, if it can be read.
  var bytes: [UInt8]? { if case .bytes(let bytes) = self { bytes } else { nil } }

  /// Why it cannot be read, if so.
  var error: SystemError? { if case .unreadable(let error) = self { error } else { nil } }

  /// Enough to tell later whether the file has changed.
  var trace: Trace {
    switch self {
    case .nothing: .nothing
    case .bytes(let bytes): .bytes(Digest(of: bytes))
    case .unreadable: .unreadable
    }
  }

  /// ``FileContents`` without the contents.
  enum Trace: Hashable, Sendable {
    /// There was no file.
    case nothing
    /// There was a file with this digest.
    case bytes(Digest)
    /// There was something that could not be read.
    case unreadable

    /// The digest of the file, if it could be read.
    var digest: Digest? { if case .bytes(let digest) = self { digest } else { nil } }
  }
}
