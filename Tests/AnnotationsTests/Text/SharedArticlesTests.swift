import Foundation
import Testing

@testable import Annotations

private let folder = "/work/shared/articles"

/// Real articles, where they are at hand.
@Suite(.enabled(if: FileAccess.exists(folder), "there is no folder of real articles here"))
struct SharedArticlesTests {
  private func articles(_ source: String = "") throws -> [(name: String, document: Document)] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    let articles = try names.filter { $0.hasPrefix(source) && $0.hasSuffix(".txt") }.map { name in
      (name, DocumentReader.read(try FileAccess.read("\(folder)/\(name)"), fileName: name))
    }
    try #require(!articles.isEmpty)
    return articles
  }

  @Test func `the first line of a press release is its headline`() throws {
    for (name, document) in try articles("centcom-") + articles("state-") + articles("wikinews-") {
      let first = document.text(in: document.blocks[0].content).trimmingCharacters(in: .whitespaces)
      #expect(document.metadata.title == first, "\(name)")
    }
  }

  @Test func `every news article has its date behind the headline`() throws {
    for (name, document) in try articles("wikinews-") {
      let text = document.text(in: document.span)
      let year = try #require(text.firstMatch(of: /, ((19|20)\d\d)/), "\(name)")
      #expect(document.metadata.date.map { String($0.year) } == String(year.1), "\(name)")
    }
  }

  @Test func `no article loses a byte, and annotations of all survive an edit`() throws {
    for (number, (name, document)) in try articles().enumerated() {
      #expect(document.bytes == (try FileAccess.read("\(folder)/\(name)")), "\(name)")
      var make = Generator(seed: number)
      let mentions = (0..<40).map { _ in make.mention(in: document) }
      let layer = Layer(annotator: .person("anna"), mentions: mentions)
      let file = Sidecar(layer: layer).bytes(for: document, article: name, labels: [], model: nil)
      #expect(Sidecar(file, for: document, annotator: .person("anna")).layer == layer, "\(name)")
      let later = Document("A line that somebody put before it.\n" + document.text(in: document.span))
      let moved = Sidecar(file, for: later, annotator: .person("anna"))
      #expect(moved.movedCount == layer.mentions.count && moved.unplaced.isEmpty, "\(name)")
      for mention in layer.mentions.values {
        let span = try #require(moved.layer.mentions[mention.id]?.span)
        #expect(span.start == mention.span.start + 36 && span.length == mention.span.length, "\(name)")
      }
    }
  }
}
