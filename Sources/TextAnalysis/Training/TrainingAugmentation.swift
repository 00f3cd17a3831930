/// Writes some of the training documents in other ways that texts are written in, so that these are learnt too.
struct TrainingAugmentation {
  /// Longer documents are cut into parts: they have no boundaries, or say too little about each other's names.
  static let longestDocument = 200
  static let partLength = 40

  private let share: Double
  private let seed: UInt64

  init(_ options: TrainingOptions) {
    share = options.augmentation
    seed = options.seed
  }

  /// The documents of `set` and the rewritten ones.
  func documents(of set: TrainingSet) -> [TrainingSet.Document] {
    var documents: [TrainingSet.Document] = []
    for document in set.documents {
      guard document.sentences.count > Self.longestDocument else {
        documents.append(document)
        continue
      }
      var rest = document.sentences[...]
      while !rest.isEmpty {
        documents.append(TrainingSet.Document(sentences: Array(rest.prefix(Self.partLength))))
        rest = rest.dropFirst(Self.partLength)
      }
    }
    guard share > 0 else { return documents }
    let originals = documents
    for (number, document) in originals.enumerated() {
      for way in 0..<3 {
        let draw = ((UInt64(number * 3 + way) &+ seed &* 7919) &* 0x9E37_79B9_7F4A_7C15) >> 40
        if Double(draw) < share * Double(1 << 24) { documents.append(rewritten(document, way)) }
      }
    }
    return documents
  }

  private func rewritten(_ document: TrainingSet.Document, _ way: Int) -> TrainingSet.Document {
    TrainingSet.Document(
      sentences: document.sentences.map { sentence in
        var sentence = sentence
        switch way {
        case 0: sentence.words = sentence.words.map { $0.uppercased() }
        case 1: sentence.words = sentence.words.map { $0.lowercased() }
        default:
          sentence.words = sentence.words.map { $0.utf8.count > 3 ? Self.titled($0) : $0 }
          // Headlines have no full stop.
          if let last = sentence.words.last, last == ".", sentence.words.count > 1 {
            sentence.words.removeLast()
            sentence.tags.removeLast()
          }
        }
        return sentence
      })
  }

  private static func titled(_ word: String) -> String {
    guard let first = word.first else { return word }
    return first.uppercased() + word.dropFirst()
  }
}
