import Annotations
import Testing

@testable import ReaderUI

@Suite struct WordsTests {
  private func words(_ text: String) -> [String] {
    let document = Document(text)
    return Words.words(in: document.span, of: document).map { document.text(in: $0) }
  }

  @Test(arguments: [
    ("Ukraine's General Staff", ["Ukraine", "General", "Staff"]), ("the states’ own", ["the", "states", "own"]),
    ("O'Brien and al-Kuwaiti", ["O'Brien", "and", "al-Kuwaiti"]), ("the U.S. Army", ["the", "U.S.", "Army"]),
    ("worth $7.5 or 3%", ["worth", "$7.5", "or", "3%"]), ("7,000 men, 12 women", ["7,000", "men", "12", "women"]),
    ("AT&T met", ["AT&T", "met"]), ("日本 met", ["日", "本", "met"]), ("#Kyiv @anna", ["#Kyiv", "@anna"]),
    ("yes 🙂 no", ["yes", "🙂", "no"]), ("“quoted” — dash", ["quoted", "dash"]), ("e\u{301}tude", ["e\u{301}tude"]),
    ("مرحبا بالعالم", ["مرحبا", "بالعالم"]), ("don't go", ["don't", "go"]), ("...", []), ("end.", ["end"]),
    ("at 4 p.m. on Gawker.com.", ["at", "4", "p.m.", "on", "Gawker.com"]), ("ended.Then", ["ended", "Then"]),
  ])
  func `words are what a reader would point at`(_ example: (text: String, words: [String])) {
    #expect(words(example.text) == example.words)
  }

  @Test(arguments: [
    ("The International Committee of the Red Cross said", "International", "International Committee of the Red Cross"),
    ("Then Médecins Sans Frontières left", "Sans", "Médecins Sans Frontières"),
    ("Maj. Iryna Kovalenko said", "Kovalenko", "Maj. Iryna Kovalenko"),
    ("In Moscow, Kremlin spokesman", "Moscow", "Moscow"), ("Abu Bakr al-Baghdadi fled", "Abu", "Abu Bakr al-Baghdadi"),
  ])
  func `expanding finds the name`(_ example: (text: String, word: String, name: String)) {
    let document = Document(example.text)
    guard let range = example.text.firstRange(of: example.word) else {
      return #expect(Bool(false), "no \(example.word)")
    }
    let start = example.text.utf8.distance(from: example.text.startIndex, to: range.lowerBound)
    let name = Expansion(TextUnits(document)).name(around: Span(start, start + example.word.utf8.count))
    #expect(name.map { document.text(in: $0) } == example.name)
  }
}
