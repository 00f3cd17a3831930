import Annotations
import Testing

@testable import TextAnalysis

@Suite struct OverlapResolutionTests {
  private let text: PreparedText

  init() {
    let document = Document("one two three four five six seven")
    text = Pipeline.english.prepare(document, document.span)
  }

  private func candidate(_ units: Range<Int>, _ label: Label, _ rule: Rule, _ confidence: Double) -> Candidate {
    Candidate(units, label, rule, in: text, confidence: confidence)
  }

  private func chosen(_ candidates: [Candidate]) -> [String] {
    OverlapResolution(candidates, unitCount: text.units.count).chosen.map { "\($0.units) \($0.label)" }
  }

  @Test("What does not overlap is all chosen, in reading order")
  func apart() {
    #expect(
      chosen([candidate(3..<4, .org, .acronym, 0.4), candidate(0..<2, .gpe, .cities, 0.9)]) == [
        "0..<2 GPE", "3..<4 ORG",
      ])
  }

  @Test("The longer wins unless it is much less sure")
  func longer() {
    let short = candidate(0..<1, .gpe, .cities, 0.9)
    #expect(chosen([short, candidate(0..<2, .org, .organisationHead, 0.7)]) == ["0..<2 ORG"])
    #expect(chosen([short, candidate(0..<2, .org, .organisationHead, 0.6)]) == ["0..<1 GPE"])
  }

  @Test("Length beyond the fifth unit adds nothing")
  func longest() {
    let five = candidate(0..<5, .org, .organisationHead, 0.8)
    #expect(chosen([five, candidate(1..<7, .org, .organisationHead, 0.79)]) == ["0..<5 ORG"])
  }

  @Test("Candidates that agree are one, and surer")
  func agreement() throws {
    let resolution = OverlapResolution(
      [candidate(0..<1, .person, .forename, 0.8), candidate(0..<1, .person, .surname, 0.5)], unitCount: text.units.count
    )
    let only = try #require(resolution.chosen.first)
    #expect(resolution.chosen.count == 1)
    #expect(abs(only.confidence - 0.9) < 1e-9)
    #expect(only.rule == .forename)
  }

  @Test("What was learnt from the document does not count as agreement")
  func learnt() throws {
    let resolution = OverlapResolution(
      [candidate(0..<1, .person, .forename, 0.8), candidate(0..<1, .person, .sameName, 0.5)],
      unitCount: text.units.count)
    #expect(resolution.chosen.map(\.confidence) == [0.8])
  }

  @Test("Of equals the label that comes first wins, then the one that begins earlier")
  func ties() {
    #expect(
      chosen([candidate(0..<1, .org, .acronym, 0.5), candidate(0..<1, .person, .speaker, 0.5)]) == ["0..<1 PERSON"])
    #expect(chosen([candidate(1..<3, .org, .acronym, 0.5), candidate(0..<2, .org, .acronym, 0.5)]) == ["0..<2 ORG"])
  }

  @Test("The order in which candidates come does not matter")
  func order() {
    let candidates = [
      candidate(0..<2, .org, .organisationHead, 0.7), candidate(1..<4, .gpe, .cities, 0.6),
      candidate(3..<5, .person, .forename, 0.8),
      candidate(4..<5, .norp, .nationalities, 0.9), candidate(0..<2, .gpe, .cities, 0.7),
    ]
    let expected = chosen(candidates)
    for shift in 1..<candidates.count {
      #expect(chosen(Array(candidates[shift...] + candidates[..<shift])) == expected)
      #expect(chosen((candidates[shift...] + candidates[..<shift]).reversed()) == expected)
    }
  }

  @Test("Every outcome that names a winner names one that is there")
  func outcomes() {
    let candidates = [
      candidate(0..<2, .org, .organisationHead, 0.7), candidate(1..<3, .gpe, .cities, 0.6),
      candidate(0..<2, .org, .acronym, 0.4),
    ]
    let resolution = OverlapResolution(candidates, unitCount: text.units.count)
    guard case .chosen = resolution.outcomes[0], case .overlapped(by: 0) = resolution.outcomes[1],
      case .joined(0) = resolution.outcomes[2]
    else {
      Issue.record("\(resolution.outcomes)")
      return
    }
  }
}
