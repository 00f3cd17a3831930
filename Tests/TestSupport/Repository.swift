import Foundation

/// Files of the project, for tests that compare them with what the program says.
public enum Repository {
  /// The folder that holds Package.swift.
  public static let root: String = {
    // Tests/TestSupport/Repository.swift
    let components = #filePath.split(separator: "/")
    return "/" + components.dropLast(3).joined(separator: "/")
  }()

  /// The text of a file, by its path from the root; nil when it is not there.
  public static func text(of path: String) -> String? {
    try? String(contentsOfFile: "\(root)/\(path)", encoding: .utf8)
  }

  /// The names of the files in a folder, by its path from the root, sorted.
  public static func files(in path: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: "\(root)/\(path)")) ?? []).sorted()
  }
}
