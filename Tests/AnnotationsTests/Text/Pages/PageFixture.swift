import Foundation
import Testing

@testable import Annotations

/// A page of invented news in `Tests/AnnotationsTests/Pages`, with the text that a reader should get beside it.
struct PageFixture: CustomTestStringConvertible, Sendable {
  let name: String

  /// All of them.
  static let all = [
    "news", "blog", "divs", "obfuscated", "wiki", "lists", "tables", "pre", "layout-tables", "aspx", "parts",
    "script-only", "index", "arabic", "japanese",
  ].map(PageFixture.init)

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Pages", directoryHint: .isDirectory).standardizedFileURL

  /// Names of all pages that lie in the folder.
  static func namesOnDisk() throws -> Set<String> {
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    return Set(files.filter { $0.hasSuffix(".html") }.map { String($0.dropLast(5)) })
  }

  /// The page.
  func page() throws -> [UInt8] { try Array(Data(contentsOf: Self.folder.appending(path: name + ".html"))) }

  /// The text that a reader should get.
  func expectedText() throws -> String {
    try String(decoding: Data(contentsOf: Self.folder.appending(path: name + ".txt")), as: UTF8.self)
  }

  /// What is read.
  func article() throws -> HTMLArticle { try HTMLArticle(page()) }

  var testDescription: String { name }
}

/// The text of the article in `page`.
func articleText(_ page: String) -> String {
  String(decoding: HTMLArticle(Array(page.utf8)).text, as: UTF8.self)
}

/// The text of a page whose article is `html`, without line break at the end.
func textOfArticle(_ html: String) -> String {
  let text = articleText("<!DOCTYPE html><body><article>\(html)</article>")
  return text.hasSuffix("\n") ? String(text.dropLast()) : text
}
