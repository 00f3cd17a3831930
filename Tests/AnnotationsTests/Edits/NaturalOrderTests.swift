import Testing

@testable import Annotations

@Suite struct NaturalOrderTests {
  @Test func `numbers count by their value, whatever their length`() {
    let sorted = ["a10", "a2", "a02", "a1b", "a", "b1", "a2b", "A1", "a00010", "9", "a99999999999999999999999"]
      .sorted(by: NaturalOrder.precedes)
    #expect(
      sorted == ["9", "A1", "a", "a1b", "a02", "a2", "a2b", "a00010", "a10", "a99999999999999999999999", "b1"])
  }

  @Test func `it is an order: of two names one comes first, and what precedes twice precedes`() {
    var make = Generator(seed: 8)
    let names = (0..<60).map { _ in
      (0..<make.int(0...5)).map { _ in make.pick(["0", "1", "00", "12", "a", "é", "."]) }.joined()
    }
    for one in names {
      #expect(!NaturalOrder.precedes(one, one))
      for two in names where one != two {
        #expect(NaturalOrder.precedes(one, two) != NaturalOrder.precedes(two, one), "\(one) and \(two)")
        for three in names where NaturalOrder.precedes(one, two) && NaturalOrder.precedes(two, three) {
          #expect(NaturalOrder.precedes(one, three), "\(one) \(two) \(three)")
        }
      }
    }
  }
}
