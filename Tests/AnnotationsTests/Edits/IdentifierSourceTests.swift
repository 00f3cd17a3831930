import Testing

@testable import Annotations

@Suite struct IdentifierSourceTests {
  @Test func `one seed gives the same identifiers each time, none of them twice`() {
    var one = IdentifierSource(seed: 5)
    var two = IdentifierSource(seed: 5)
    let first = (0..<20_000).map { _ in one.mention() }
    #expect(first == (0..<20_000).map { _ in two.mention() })
    #expect(Set(first).count == first.count)
  }

  @Test func `an identifier is a letter for its kind and ten letters or digits`() {
    var source = IdentifierSource(seed: 6)
    for (identifier, kind) in [(source.mention().text, "m"), (source.entity().text, "e"), (source.change(), "c")] {
      #expect(identifier.wholeMatch(of: /[a-z][0-9a-z]{10}/) != nil && identifier.hasPrefix(kind), "\(identifier)")
    }
  }
}
