/// Reads offices, ranks and forms of address.
enum TitlePhrase {
  /// Forms of address that nothing modifies.
  private static let honorifics: Set<UInt64> = Set(
    ["mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr.", "sir"].map { NameHash.word($0) })

  /// Whether the unit is a form of address that nothing but a name can follow.
  static func isHonorific(_ index: Int, _ text: PreparedText) -> Bool {
    honorifics.contains(text.keys[index]) && text.units[index].flags.contains(.capitalised)
  }

  /// Where the title that begins with the unit `first` ends, or nil when none does.
  ///
  /// A title is a name of the list `titles`, or capitalised words of the classes `title` and `title-modifier` that end
  /// with a title; several can follow each other (`Army Lt. Col.`, `President-elect`).
  static func end(from first: Int, in text: PreparedText) -> Int? {
    let sentence = text.sentence(of: first)
    var index = first
    var end: Int?
    while index < sentence.upperBound, index - first < 6 {
      if let match = text.names(at: index).last(where: {
        text.gazetteer.entries[$0.entry].list == .titles && ($0.casing == .exact || $0.casing == .capitals)
      }) {
        index = match.units.upperBound
        end = index
      } else if end == nil, index > first, honorifics.contains(text.keys[index]) {
        return nil
      } else if text.is(index, .title), text.units[index].flags.contains(.capitalised) {
        index += 1
        end = index
      } else if text.is(index, .titleModifier), text.units[index].flags.contains(.capitalised) {
        index += 1
      } else {
        break
      }
    }
    return end
  }
}
