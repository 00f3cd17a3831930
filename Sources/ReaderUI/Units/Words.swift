import Annotations

/// The words of a text, as motions and edges step over them.
///
/// A word is a run of letters, marks and digits with what joins them inside: hyphens, the apostrophe of O'Brien, the
/// points of U.S., p.m., 3.5 and example.org, the comma of 7,000, the sign of AT&T. A possessive 's is not part of it and not a word. A
/// currency sign belongs to the number behind it, a per cent sign to the one before it, # and @ to the name behind them.
/// Scripts that do not separate words count each character. Emoji are words; other signs are not.
struct Words {
  private enum Class {
    case word
    case ideograph
    case emoji
    case other
  }

  private struct Piece {
    var scalar: Unicode.Scalar
    var kind: Class
    var start: Int
    var end: Int
  }

  /// The words in `span` of `document`, in order.
  static func words(in span: Span, of document: Document) -> [Span] {
    let pieces = pieces(in: span, of: document)
    var words: [Span] = []
    var index = 0
    while index < pieces.count {
      switch pieces[index].kind {
      case .ideograph, .emoji:
        var end = index + 1
        while end < pieces.count, Self.extends(pieces[end].scalar) { end += 1 }
        words.append(Span(pieces[index].start, pieces[end - 1].end))
        index = end
      case .word:
        let end = endOfWord(pieces, from: index)
        let first = index > 0 && isPrefix(pieces[index - 1].scalar, before: pieces[index].scalar) ? index - 1 : index
        words.append(Span(pieces[first].start, pieces[end - 1].end))
        index = skipClitic(pieces, end)
      case .other:
        index += 1
      }
    }
    return words
  }

  private static func pieces(in span: Span, of document: Document) -> [Piece] {
    var pieces: [Piece] = []
    pieces.reserveCapacity(span.length)
    var offset = span.start
    while offset < span.end, let (scalar, next) = document.scalar(at: offset) {
      pieces.append(Piece(scalar: scalar, kind: kind(of: scalar), start: offset, end: next))
      offset = next
    }
    return pieces
  }

  private static func kind(of scalar: Unicode.Scalar) -> Class {
    let code = scalar.value
    if code < 0x80 {
      return (0x30...0x39).contains(code) || (0x41...0x5A).contains(code) || (0x61...0x7A).contains(code)
        || code == 0x5F
        ? .word : .other
    }
    switch code {
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x2E80...0x2FDF, 0x3005...0x3007, 0x3041...0x30FF,
      0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
      return .ideograph
    default: break
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .letterNumber, .otherNumber, .nonspacingMark, .spacingMark, .enclosingMark:
      return .word
    case .otherSymbol: return scalar.properties.isEmojiPresentation ? .emoji : .other
    default: return .other
    }
  }

  /// Whether a code point belongs to the character before it.
  private static func extends(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value == 0x200D || scalar.properties.isGraphemeExtend || scalar.properties.isEmojiModifier
  }

  private static func endOfWord(_ pieces: [Piece], from start: Int) -> Int {
    var end = start + 1
    while end < pieces.count {
      if pieces[end].kind == .word {
        end += 1
      } else if end + 1 < pieces.count, pieces[end + 1].kind == .word, joins(pieces, at: end, from: start) {
        end += 2
      } else {
        break
      }
    }
    guard end < pieces.count else { return end }
    // The last point of U.S., and the sign of 5%.
    if pieces[end].scalar == ".", end - start >= 3, isInitials(pieces[start..<end]) { return end + 1 }
    if pieces[end].scalar == "%", pieces[end - 1].scalar.properties.numericType != nil { return end + 1 }
    return end
  }

  /// Whether the sign at `index`, with a word behind it, holds the two together.
  private static func joins(_ pieces: [Piece], at index: Int, from start: Int) -> Bool {
    let before = pieces[index - 1].scalar
    let after = pieces[index + 1].scalar
    switch pieces[index].scalar {
    case "-", "\u{2010}", "\u{2011}", "·": return true
    case "'", "\u{2019}", "\u{02BC}": return !isClitic(pieces, index)
    case ".":
      if isDigit(before), isDigit(after) { return true }
      // Addresses and 4 p.m.; no sentence begins with a small letter behind a point.
      if before.properties.isAlphabetic, after.properties.isLowercase { return true }
      let isSingle = index - 1 == start || pieces[index - 2].scalar == "."
      let isSingleBehind = index + 2 >= pieces.count || pieces[index + 2].kind != .word
      return isSingle && isSingleBehind && before.properties.isUppercase && after.properties.isUppercase
    case ",": return isDigit(before) && isDigit(after)
    case "&": return before.properties.isUppercase && after.properties.isUppercase
    default: return false
    }
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.numericType == .decimal }

  /// Whether the apostrophe at `index` begins a possessive: 's and nothing more.
  private static func isClitic(_ pieces: [Piece], _ index: Int) -> Bool {
    guard index + 1 < pieces.count, pieces[index + 1].scalar == "s" || pieces[index + 1].scalar == "S" else {
      return false
    }
    return index + 2 >= pieces.count || pieces[index + 2].kind != .word
  }

  private static func skipClitic(_ pieces: [Piece], _ index: Int) -> Int {
    guard index < pieces.count, "'\u{2019}\u{02BC}".unicodeScalars.contains(pieces[index].scalar),
      isClitic(pieces, index)
    else { return index }
    return index + 2
  }

  private static func isInitials(_ pieces: ArraySlice<Piece>) -> Bool {
    for (place, piece) in pieces.enumerated() {
      guard place % 2 == 0 ? piece.scalar.properties.isAlphabetic : piece.scalar == "." else { return false }
    }
    return true
  }

  private static func isPrefix(_ sign: Unicode.Scalar, before scalar: Unicode.Scalar) -> Bool {
    if sign == "#" || sign == "@" { return true }
    return sign.properties.generalCategory == .currencySymbol && isDigit(scalar)
  }
}
