import Testing
import TextAnalysis

@Suite struct TaggerModelTests {
  @Test("A model is the same after it was written and read")
  func roundTrip() throws {
    let model = TinyTrainingSet.model
    let read = try TaggerModel(bytes: model.bytes)
    #expect(read.bytes == model.bytes)
    #expect(read.info.identifier == "tiny-1" && read.info.checksum == model.info.checksum)
    #expect(read.info.attributions == ["Nobody, who wrote it for a test"])
    #expect(read.info.history.contains { $0.hasPrefix("data: tiny, 12 documents") })
    #expect(read.info.size == model.bytes.count && read.info.stages == 2)
  }

  @Test("What is no model is told from a model that was cut short, and both from one of a newer format")
  func errors() throws {
    let bytes = TinyTrainingSet.model.bytes
    #expect(throws: ModelError.notAModel) { try TaggerModel(bytes: []) }
    #expect(throws: ModelError.notAModel) { try TaggerModel(bytes: Array("# Not a model, but a text.\n".utf8)) }
    for length in [12, 31, 32, 200, bytes.count / 2, bytes.count - 1] {
      let error = #expect(throws: ModelError.self) { try TaggerModel(bytes: Array(bytes.prefix(length))) }
      guard case .truncated(_, let found)? = error else {
        Issue.record("\(length): \(String(describing: error))")
        continue
      }
      #expect(found == length)
    }
    var newer = bytes
    newer[8] += 1
    #expect(throws: ModelError.unknownVersion(found: Int(newer[8]), known: Int(bytes[8]))) {
      try TaggerModel(bytes: newer)
    }
    #expect(throws: ModelError.damaged(section: "bytes behind the end")) { try TaggerModel(bytes: bytes + [0]) }
  }

  @Test("A bit that flips anywhere is noticed")
  func damage() {
    let bytes = TinyTrainingSet.model.bytes
    for step in 0..<60 {
      var damaged = bytes
      damaged[12 + step * (bytes.count - 13) / 60] ^= UInt8(1 << (step % 8))
      #expect(throws: ModelError.self, "byte \(12 + step * (bytes.count - 13) / 60)") {
        try TaggerModel(bytes: damaged)
      }
    }
  }

  @Test("Every error says what is wrong and what to do")
  func descriptions() {
    let errors: [ModelError] = [
      .notAModel, .unknownVersion(found: 9, known: 1), .unknownVersion(found: 0, known: 1),
      .truncated(expected: 100, found: 10), .damaged(section: "weights"),
    ]
    for error in errors {
      #expect(["train", "copy", "update"].contains { error.description.contains($0) }, "\(error)")
    }
  }

  @Test("The model that is compiled in is whole, small enough, and names the sources of its data")
  func english() throws {
    let model = TaggerModel.english
    #expect(model.info.size <= 12_000_000)
    #expect(try TaggerModel(bytes: model.bytes).info.checksum == model.info.checksum)
    #expect(model.info.identifier == "english-4")
    #expect(Set(model.info.labels).isSuperset(of: [.person, .org, .gpe, .loc, .norp]))
    #expect(model.info.attributions.contains { $0.contains("Universal NER") })
    #expect(model.info.history.contains { $0.hasPrefix("command: ") })
  }
}
