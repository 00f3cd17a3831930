extension NameTable {
  /// Makes a table of a text in UTF-8: a line `[list]` with the name of a ``List``, then one name a line.
  init(reading text: [UInt8]) {
    var bits: [UInt64: UInt16] = [:]
    var list: UInt16 = 0
    EmbeddedList.eachLine(of: text) { line in
      if text[line.lowerBound] == UInt8(ascii: "[") {
        let name = String(decoding: text[(line.lowerBound + 1)..<(line.upperBound - 1)], as: UTF8.self)
        list = List.allCases.first { "\($0)" == name }.map { 1 << UInt16($0.rawValue) } ?? 0
        return
      }
      var hash: UInt64 = 0
      NamePieces.each(in: text, line) { piece in
        if hash != 0 { bits[hash, default: 0] |= Self.goesOn }
        hash = NameHash.joined(hash, piece.folded)
      }
      if hash != 0 { bits[hash, default: 0] |= list }
    }
    self.init(bits.map { (hash: $0.key, lists: $0.value) }.sorted { $0.hash < $1.hash })
  }
}
