extension NameTable {
  /// Makes a table of a text in UTF-8: a line `[list]` with the name of a ``List``, then one name a line.
  init(reading text: [UInt8]) throws(NamesError) {
    var bits: [UInt64: UInt16] = [:]
    var list: UInt16?
    var problem: NamesError?
    EmbeddedList.eachLine(of: text) { line in
      guard problem == nil, text[line].contains(where: { $0 > 0x20 }) else { return }
      func fail(_ message: String) {
        problem = NamesError(description: "line \(text[..<line.lowerBound].count { $0 == 0x0A } + 1): \(message)")
      }
      if text[line.lowerBound] == UInt8(ascii: "[") {
        let heading = text[line].dropFirst().prefix { $0 != UInt8(ascii: "]") }
        let name = String(decoding: heading, as: UTF8.self)
        list = List.allCases.first { "\($0)" == name }.map { 1 << UInt16($0.rawValue) }
        if list == nil {
          let all = List.allCases.map { "\($0)" }.joined(separator: ", ")
          fail("there is no list “\(name)” of names; there are \(all)")
        }
        return
      }
      guard let list else { return fail("names belong under a line with the name of their list, such as [forename]") }
      var hash: UInt64 = 0
      NamePieces.each(in: text, line) { piece in
        if hash != 0 { bits[hash, default: 0] |= Self.goesOn }
        hash = NameHash.joined(hash, piece.folded)
      }
      if hash != 0 { bits[hash, default: 0] |= list }
    }
    if let problem { throw problem }
    guard !bits.isEmpty else { throw NamesError(description: "there are no names in it") }
    self.init(bits.map { (hash: $0.key, lists: $0.value) }.sorted { $0.hash < $1.hash })
  }
}
