/// Words that the Treebank takes apart though nothing shows where: `can|not`, `gon|na`.
enum FusedWord {
  private static let cuts: [(word: String, cut: Int)] = [
    ("cannot", 3), ("gonna", 3), ("gotta", 3), ("wanna", 3), ("gimme", 3), ("lemme", 3),
  ]

  /// Where to cut `word`, in bytes from its beginning, or nil.
  static func cut(_ word: ArraySlice<UInt8>) -> Int? {
    guard word.count == 5 || word.count == 6 else { return nil }
    return cuts.first { entry in
      entry.word.utf8.count == word.count && zip(entry.word.utf8, word).allSatisfy { $0 == $1 | 0x20 }
    }?.cut
  }
}
