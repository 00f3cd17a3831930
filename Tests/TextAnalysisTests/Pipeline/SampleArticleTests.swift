import Annotations
import TestSupport
import Testing
import TextAnalysis

/// The article the project started from: what a careful reader would mark in it, every occurrence.
@Suite(.enabled(if: SharedMaterial.isPresent, Comment(rawValue: SharedMaterial.absence)))
struct SampleArticleTests {
  /// A mention by its words, which occurrence of them it is, counted from 1, and its label.
  private struct Expected: Hashable {
    var words: String
    var occurrence: Int
    var label: Label
  }

  private static func all(_ words: String, _ label: Label, _ occurrences: ClosedRange<Int> = 1...1) -> [Expected] {
    occurrences.map { Expected(words: words, occurrence: $0, label: label) }
  }

  private static let reader: [Expected] = [
    all("Russian", .norp, 1...3), all("Takfiri", .norp, 1...3), all("Central Asian", .norp, 1...4),
    all("Chinese", .norp),
    all("Daesh", .org, 1...7), all("Taliban", .org, 1...3), all("Anti-Terrorist Center", .org), all("ATC", .org, 1...2),
    all("Commonwealth of Independent States", .org, 1...2), all("CIS", .org), all("UN Security Council", .org),
    all("TASS", .org), all("Iraq", .gpe, 1...3), all("Syria", .gpe, 1...3), all("Afghanistan", .gpe, 1...6),
    all("Russia", .gpe), all("Xinjiang Uighur Autonomous Region", .gpe), all("Central Asia", .loc, 1...2),
    all("Colonel General", .title), all("Andrey Novikov", .person), all("Novikov", .person, 2...4),
    all("Friday", .date),
    all("2015", .date), all("early 2015", .date), all("past months", .date), all("two", .cardinal),
    all("more than 7,000", .cardinal), all("more than 2,000", .cardinal),
  ].flatMap { $0 }

  private let document: Document

  init() throws {
    document = DocumentReader.read(try #require(SharedMaterial.bytes("articles/000_cfcd49ee3827c0ca.txt")))
  }

  /// Where the words stand, as whole words.
  private func span(_ expected: Expected) -> Span? {
    let words = Array(expected.words.utf8)
    var left = expected.occurrence
    for start in document.bytes.indices.dropLast(words.count - 1) where document.bytes[start...].starts(with: words) {
      let end = start + words.count
      let isWord = ![start - 1, end].contains {
        document.bytes.indices.contains($0) && isLetterOrDigit(document.bytes[$0])
      }
      guard isWord else { continue }
      left -= 1
      if left == 0 { return Span(start, end) }
    }
    return nil
  }

  private func isLetterOrDigit(_ byte: UInt8) -> Bool {
    byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte >= 0x30 && byte <= 0x39
  }

  @Test("At least 95 % of what a careful reader marks is suggested with the right edges and label, and little else")
  func suggestions() throws {
    let expected = try Self.reader.map { mention in
      Mention.suggestion(try #require(span(mention), "\(mention)"), mention.label, by: .person("reader"), confidence: 1)
    }
    var evaluation = SpanEvaluation()
    evaluation.add(expected: expected, proposed: Pipeline.english.analyse(document).suggestions)
    let total = evaluation.total
    #expect(total.expected == 57)
    #expect(total.recall >= 0.95, "\(total.correct) of \(total.expected)")
    #expect(total.precision >= 0.95, "\(total.correct) of \(total.proposed)")
  }
}
