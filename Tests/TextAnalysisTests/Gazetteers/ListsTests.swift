import Testing

@testable import TextAnalysis

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

@Suite struct ListsTests {
  /// `Sources/TextAnalysis/Gazetteers/Lists` of this checkout.
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Sources/TextAnalysis/Gazetteers/Lists").path

  @Test("Exactly the files of the folder are compiled in, byte for byte")
  func embedded() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder).filter { $0.hasSuffix(".txt") }
      .sorted()
    #expect(EmbeddedList.all.map { $0.name + ".txt" } == names)
    for list in EmbeddedList.all {
      let data = FileManager.default.contents(atPath: Self.folder + "/" + list.name + ".txt")
      #expect(data.map(Array.init) == list.bytes, "\(list.name)")
    }
  }

  @Test("Every list says what it holds, in which format, and where it comes from")
  func headers() {
    for list in EmbeddedList.all {
      let lines = String(decoding: list.bytes, as: UTF8.self).split(separator: "\n").prefix { $0.hasPrefix("#") }
      #expect(lines.count >= 3, "\(list.name)")
      #expect(lines.contains { $0.hasPrefix("# Format: ") }, "\(list.name)")
      #expect(lines.contains { $0.hasPrefix("# Source: ") }, "\(list.name)")
    }
  }

  @Test("Lists are clean: valid UTF-8, no empty names, no space at edges, a line feed at the end")
  func clean() {
    for list in EmbeddedList.all {
      #expect(String(validating: list.bytes, as: UTF8.self) != nil, "\(list.name)")
      #expect(list.bytes.last == 0x0A, "\(list.name)")
      for line in String(decoding: list.bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        .dropLast()
      {
        #expect(!line.isEmpty && line.first != " " && line.last != " ", "\(list.name): “\(line)”")
        guard !line.hasPrefix("#") else { continue }
        for name in line.split(separator: "|", omittingEmptySubsequences: false) {
          #expect(!name.isEmpty && name != "?" && name.first != " " && name.last != " ", "\(list.name): “\(line)”")
        }
      }
    }
  }

  @Test("No name of a list begins or ends with a small function word")
  func functionWords() {
    let words: Set<Substring> = ["of", "the", "a", "an", "for", "and", "in", "on", "at", "to", "by", "with", "from"]
    for list in GazetteerList.allCases where ![.languages, .sharedLanguages, .weapons].contains(list) {
      EmbeddedList.eachLine(of: EmbeddedList.bytes(list.rawValue)) { line in
        let names = String(decoding: EmbeddedList.bytes(list.rawValue)[line], as: UTF8.self).split(separator: "|")
        for name in names {
          let parts = name.split(separator: " ")
          #expect(parts.count < 2 || name.last == "?" || !words.contains(parts[0]), "\(list.rawValue): \(name)")
          #expect(parts.last.map { !words.contains($0) } ?? true, "\(list.rawValue): \(name)")
        }
      }
    }
  }

  @Test("All lists together stay compact")
  func size() {
    #expect(EmbeddedList.all.reduce(0) { $0 + $1.bytes.count } <= 1_500_000)
  }

  @Test("Every list of names is read, and every class of words is known")
  func known() {
    for list in GazetteerList.allCases { #expect(!EmbeddedList.bytes(list.rawValue).isEmpty, "\(list.rawValue)") }
    let words = EmbeddedList.bytes("words")
    WordSections.each(in: words) { section, _ in #expect(WordClass.sections[section] != nil, "\(section)") }
    for section in WordClass.sections.keys { #expect(!Lexicon.words(of: section).isEmpty, "\(section)") }
  }
}
