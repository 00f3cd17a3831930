/// Cuts names into pieces, so that spelling that varies between papers does not matter.
///
/// Pieces end at white space, hyphens, dashes and slashes; apostrophes and periods inside a piece are dropped; `'s` is
/// a piece of its own, `&` is the piece `and`, any other mark a piece of itself. So `al-Qaeda` is `al Qaeda`, `Da’esh`
/// is `Daesh` and `U.S.` is `US`.
enum NamePieces {
  /// Calls `body` for each piece of `range` in order.
  @inline(__always)
  static func each(in bytes: [UInt8], _ range: Range<Int>, _ body: (NamePiece) -> Void) {
    var folded = NameHash()
    var exact = NameHash()
    var length = 0
    func end() {
      guard length > 0 else { return }
      body(NamePiece(folded: folded.value, exact: exact.value))
      folded = NameHash()
      exact = NameHash()
      length = 0
    }
    func add(_ code: UInt32) {
      exact.add(code)
      folded.add(LatinFolding.lowered(code))
      length += 1
    }
    var offset = range.lowerBound
    while offset < range.upperBound {
      let byte = bytes[offset]
      switch byte {
      case 0x30...0x39, 0x61...0x7A:
        exact.add(UInt32(byte))
        folded.add(UInt32(byte))
        length += 1
        offset += 1
      case 0x41...0x5A:
        exact.add(UInt32(byte))
        folded.add(UInt32(byte + 32))
        length += 1
        offset += 1
      case 0x20, 0x2D, 0x2F, 0x09, 0x0A, 0x0D:
        end()
        offset += 1
      case 0x27:
        if isPossessive(bytes, offset + 1, range.upperBound) { end() }
        offset += 1
      case 0x2E: offset += 1
      case 0x26:
        end()
        for letter in "and".utf8 { add(UInt32(letter)) }
        end()
        offset += 1
      case 0..<0x80:
        end()
        add(UInt32(byte))
        end()
        offset += 1
      default:
        let (scalar, next) = CodePoint.decode(bytes, at: offset, before: range.upperBound)
        switch scalar.value {
        case 0x2018, 0x2019, 0x2BB, 0x2BC, 0x2BE, 0x2BF:
          if isPossessive(bytes, next, range.upperBound) { end() }
        case 0x2010...0x2015, 0xA0: end()
        default: if let base = LatinFolding.base(of: scalar) { add(base) }
        }
        offset = next
      }
    }
    end()
  }

  /// Whether nothing but an s stands between `offset` and the end of the word.
  private static func isPossessive(_ bytes: [UInt8], _ offset: Int, _ end: Int) -> Bool {
    guard offset < end, bytes[offset] | 0x20 == 0x73 else { return false }
    return offset + 1 == end || bytes[offset + 1] == 0x20 || bytes[offset + 1] == 0x2D
  }
}
