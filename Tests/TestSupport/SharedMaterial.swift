#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The folder of articles and corpora that stands beside the checkout on some machines and is part of no commit.
///
/// Tests that use it are skipped where it is absent: `@Test(.enabled(if: SharedMaterial.isPresent, …))`.
public enum SharedMaterial {
  /// Where it lies: `GLOSS_SHARED` if set, else `../shared` or `../../shared` from the package; nil where there is none.
  public static let folder: String? = {
    let environment = ProcessInfo.processInfo.environment
    if let folder = environment["GLOSS_SHARED"] { return isFolder(folder) ? folder : nil }
    let here = URL(fileURLWithPath: #filePath)
    let package = here.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    return ["../shared", "../../shared"]
      .map { package.appendingPathComponent($0).standardizedFileURL.path }
      .first(where: isFolder)
  }()

  /// Whether it is there.
  public static var isPresent: Bool { folder != nil }

  /// Said by skipped tests.
  public static let absence: String = "the shared material is not on this machine (set GLOSS_SHARED)"

  /// The bytes of a file, named by its path within the folder; nil when it cannot be read.
  public static func bytes(_ path: String) -> [UInt8]? {
    guard let folder, let data = FileManager.default.contents(atPath: folder + "/" + path) else { return nil }
    return Array(data)
  }

  private static func isFolder(_ path: String) -> Bool {
    var isDirectory = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) && isDirectory
  }
}
