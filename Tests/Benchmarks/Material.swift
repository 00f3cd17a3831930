import Foundation
import TestSupport

/// What the program is measured on: made of the practice articles, the same at each run.
struct Material {
  /// Holds everything; removed at the end.
  let folder: TemporaryFolder
  private let texts: [String]

  init() throws {
    folder = try TemporaryFolder()
    texts = Repository.files(in: "Sources/gloss/Demo/Articles").compactMap { name in
      // Without what stands between the lines of hyphens.
      let parts = Repository.text(of: "Sources/gloss/Demo/Articles/\(name)")?.split(
        separator: "---\n", maxSplits: 1, omittingEmptySubsequences: true)
      return parts?.last.map(String.init)
    }
  }

  /// What every article but those of a folder begins with.
  var opening: String { String(texts[0].prefix(20)) }

  /// An article of about 3 KB.
  func article() throws -> String {
    var text = ""
    for part in texts where text.utf8.count < 3000 { text += part + "\n" }
    return try folder.write(String(text.prefix(3000)) + "\n", to: "article.txt")
  }

  /// An article of many screens.
  @discardableResult
  func longArticle(named name: String) throws -> String {
    try folder.write(String(repeating: texts.joined(separator: "\n"), count: 4), to: name)
  }

  /// A file of `megabytes` MB.
  func largeFile(megabytes: Int) throws -> String {
    let all = Data(texts.joined(separator: "\n").utf8)
    var data = Data(capacity: megabytes << 20 + all.count)
    while data.count < megabytes << 20 { data += all }
    let path = folder.path + "/large.txt"
    try data.write(to: URL(filePath: path))
    return path
  }

  /// A folder of `count` articles of 2 to 5 KB.
  func manyArticles(_ count: Int) throws -> String {
    for index in 0..<count {
      var text = "Report number \(index)\n\n"
      for turn in 0..<3 where text.utf8.count < 2500 { text += texts[(index + turn) % texts.count] + "\n" }
      try folder.write(text, to: "many/\(String(format: "%05d", index)).txt")
    }
    return folder.path + "/many"
  }

  /// A folder of `count` articles of `wordCount` words.
  func articles(_ count: Int, wordCount: Int) throws -> String {
    let words = texts.joined(separator: "\n").split(separator: " ")
    for index in 0..<count {
      let start = index * 37 % max(1, words.count - wordCount)
      try folder.write(words[start...].prefix(wordCount).joined(separator: " ") + "\n", to: "counted/\(index).txt")
    }
    return folder.path + "/counted"
  }
}
