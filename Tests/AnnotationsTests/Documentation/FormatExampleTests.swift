import TestSupport
import Testing

@testable import Annotations

/// The examples in the specifications of the file formats are files that this library reads and writes.
@Suite struct FormatExampleTests {
  /// The code blocks of an article in the documentation, by the name in backticks in the line that announces them.
  private static func examples(in article: String) throws -> [String: String] {
    let text = try #require(Repository.text(of: "Sources/Annotations/Annotations.docc/\(article).md"))
    var examples: [String: String] = [:]
    var name: String?
    var block: [Substring]?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        if let lines = block, let name {
          examples[name] = lines.map { $0 + "\n" }.joined()
          block = nil
        } else {
          block = []
        }
      } else if block != nil {
        block?.append(line)
      } else if !line.isEmpty {
        let parts = line.split(separator: "`", omittingEmptySubsequences: false)
        name = parts.count > 1 ? String(parts[1]) : nil
      }
    }
    return examples
  }

  private let formats: [String: String]

  init() throws { formats = try Self.examples(in: "SidecarFormat") }

  private func document(_ name: String) throws -> Document {
    try DocumentReader.read(Array(#require(formats[name]).utf8), fileName: name)
  }

  private func sidecar(_ name: String, for document: Document) throws -> Sidecar {
    try Sidecar(Array(#require(formats[name]).utf8), for: document, annotator: .person("nobody"))
  }

  private func written(_ sidecar: Sidecar, for document: Document, article: String) throws -> String {
    let header = try #require(sidecar.header)
    return String(
      decoding: sidecar.bytes(for: document, article: article, labels: header.labels, model: nil), as: UTF8.self)
  }

  @Test func `the complete example is read without a problem and written alike`() throws {
    let document = try document("story.txt")
    let sidecar = try sidecar("story.txt.gloss.jsonl", for: document)
    #expect(sidecar.problems.isEmpty && sidecar.unplaced.isEmpty && sidecar.movedCount == 0)
    let words = sidecar.layer.mentionsInReadingOrder.map { document.text(in: $0.span) }
    #expect(words == ["Kharkiv", "Olha Koval", "東京 Electric", "Koval", "first"])
    #expect(sidecar.layer.annotator == .person("anna") && sidecar.layer.marks.isDone)
    #expect(sidecar.layer.entities.count == 1)
    #expect(try written(sidecar, for: document, article: "story.txt") == formats["story.txt.gloss.jsonl"])
  }

  @Test func `the example of a page has the text that is taken out of the page`() throws {
    let document = try document("page.html")
    let sidecar = try sidecar("page.html.gloss.jsonl", for: document)
    #expect(sidecar.problems.isEmpty && sidecar.movedCount == 0)
    #expect(sidecar.header?.pageDigest == document.source.fileDigest)
    #expect(sidecar.storedText == document.text(in: document.span))
    #expect(try written(sidecar, for: document, article: "page.html") == formats["page.html.gloss.jsonl"])
  }

  @Test func `the example of a changed article is what becomes of the first`() throws {
    let document = try document("story.txt (changed)")
    var sidecar = try sidecar("story.txt.gloss.jsonl", for: document)
    #expect(sidecar.movedCount == 2 && sidecar.unplaced.map(\.text) == ["Koval", "first"])
    let changed = try #require(formats["story.txt.gloss.jsonl (changed)"])
    #expect(try written(sidecar, for: document, article: "story.txt") == changed)
    sidecar = try self.sidecar("story.txt.gloss.jsonl (changed)", for: document)
    #expect(sidecar.movedCount == 0 && sidecar.unplaced.count == 2)
    #expect(try written(sidecar, for: document, article: "story.txt") == changed)
  }

  @Test func `the example of a newer version loses nothing`() throws {
    let document = try document("story.txt")
    let sidecar = try sidecar("newer.gloss.jsonl", for: document)
    #expect(sidecar.problems.map(\.line) == [1] && sidecar.layer.mentions.count == 1)
    #expect(sidecar.unknownLines.count == 1)
    #expect(try written(sidecar, for: document, article: "story.txt") == formats["newer.gloss.jsonl"])
  }

  @Test func `the example of a journal is read and written alike, its last line apart`() throws {
    let document = try document("story.txt")
    let text = try #require(Self.examples(in: "JournalFormat")["story.jsonl"])
    let path = ArticlePath("/home/anna/news/story.txt")
    let journal = Journal(Array(text.utf8.dropLast()), of: path, document: document)
    #expect(journal.entries.count == 4 && journal.savedCount == 1 && journal.unplaced.isEmpty)
    let lines = text.split(separator: "\n").map(String.init)
    #expect(journal.lineCount == 7 && journal.problems.map(\.line) == [7] && lines.count == 7)
    let saved = try #require(formats["story.txt.gloss.jsonl"])
    #expect(journal.savedDigest == Digest(of: Array(saved.utf8)))
    let format = RecordFormat(document)
    var records = journal.entries.map { Journal.record(of: $0, for: path, format: format) }
    records.insert(Journal.header(of: path, annotator: .person("anna"), format), at: 0)
    records.insert(Journal.saved(Digest(of: Array(saved.utf8)), through: 2), at: 2)
    #expect(records.map { JSONWriter.text(.object($0)) } == Array(lines.dropLast()))
    let history = History(journals: [journal.entries])
    #expect(history.undoable.map(\.id) == ["c4t9w1m6s8z", "c0f5y7q2d3n"] && history.redoable.isEmpty)
  }
}
