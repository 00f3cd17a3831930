/// Reads one JSON text (RFC 8259) from UTF-8 bytes.
///
/// Stricter than the standard in two points, so that nothing is lost without a word: a name may occur only once in an
/// object, and half a surrogate pair is an error.
public struct JSONReader {
  /// What is wrong, and where.
  public struct Failure: Error, Hashable, CustomStringConvertible {
    /// What is wrong, in words.
    public let message: String
    /// UTF-8 offset into the text that was read.
    public let offset: Int

    /// The message with the column, counted in bytes from 1.
    public var description: String { "column \(offset + 1): \(message)" }
  }

  /// Objects and lists may be nested this deep.
  public static let maximumDepth = 64

  private let bytes: ArraySlice<UInt8>
  private var index: Int

  private init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    index = bytes.startIndex
  }

  /// Reads `bytes`, which must hold exactly one value with nothing but white space around it.
  ///
  /// - Throws: ``Failure``, with the offset counted from the first of `bytes`.
  public static func read(_ bytes: ArraySlice<UInt8>) throws(Failure) -> JSONValue {
    var reader = JSONReader(bytes)
    let value = try reader.value(depth: 0)
    reader.skipWhiteSpace()
    guard reader.index == bytes.endIndex else { throw reader.failure("something follows the value") }
    return value
  }

  /// Reads `text`, which must hold exactly one value.
  ///
  /// - Throws: ``Failure``, with the offset in UTF-8 bytes of `text`.
  public static func read(_ text: String) throws(Failure) -> JSONValue {
    try read(Array(text.utf8)[...])
  }

  private func failure(_ message: String, at place: Int? = nil) -> Failure {
    Failure(message: message, offset: (place ?? index) - bytes.startIndex)
  }

  private var current: UInt8? { index < bytes.endIndex ? bytes[index] : nil }

  private mutating func skipWhiteSpace() {
    while let byte = current, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { index += 1 }
  }

  private mutating func value(depth: Int) throws(Failure) -> JSONValue {
    guard depth <= Self.maximumDepth else { throw failure("nested deeper than \(Self.maximumDepth)") }
    skipWhiteSpace()
    guard let byte = current else { throw failure("the text ends where a value should be") }
    switch byte {
    case UInt8(ascii: "{"): return try .object(object(depth: depth))
    case UInt8(ascii: "["): return try .array(array(depth: depth))
    case UInt8(ascii: "\""): return try .string(string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    default: throw failure("no value begins like this")
    }
  }

  private mutating func word(_ spelling: StaticString, _ value: JSONValue) throws(Failure) -> JSONValue {
    let start = index
    for offset in 0..<spelling.utf8CodeUnitCount {
      guard current == spelling.utf8Start[offset] else { throw failure("expected \(spelling)", at: start) }
      index += 1
    }
    return value
  }

  private mutating func digits() -> Int {
    let start = index
    while let byte = current, byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") { index += 1 }
    return index - start
  }

  private mutating func number() throws(Failure) -> JSONValue {
    let start = index
    if current == UInt8(ascii: "-") { index += 1 }
    let leadingZero = current == UInt8(ascii: "0")
    let whole = digits()
    guard whole > 0, !(leadingZero && whole > 1) else { throw failure("not a number", at: start) }
    if current == UInt8(ascii: ".") {
      index += 1
      guard digits() > 0 else { throw failure("digits must follow the decimal point") }
    }
    if current == UInt8(ascii: "e") || current == UInt8(ascii: "E") {
      index += 1
      if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") { index += 1 }
      guard digits() > 0 else { throw failure("digits must follow the exponent sign") }
    }
    return .number(String(decoding: bytes[start..<index], as: UTF8.self))
  }

  private mutating func array(depth: Int) throws(Failure) -> [JSONValue] {
    index += 1
    var elements: [JSONValue] = []
    skipWhiteSpace()
    if current == UInt8(ascii: "]") {
      index += 1
      return elements
    }
    while true {
      try elements.append(value(depth: depth + 1))
      skipWhiteSpace()
      if current == UInt8(ascii: ",") {
        index += 1
      } else if current == UInt8(ascii: "]") {
        index += 1
        return elements
      } else {
        throw failure("expected , or ]")
      }
    }
  }

  private mutating func object(depth: Int) throws(Failure) -> JSONObject {
    index += 1
    var members: [JSONObject.Member] = []
    // Set up when comparing a name with all others would begin to take time.
    var names: Set<[UInt8]> = []
    skipWhiteSpace()
    if current == UInt8(ascii: "}") {
      index += 1
      return JSONObject()
    }
    while true {
      skipWhiteSpace()
      let start = index
      guard current == UInt8(ascii: "\"") else { throw failure("expected a name in quotes") }
      let key = try string()
      // Names are compared byte by byte: JSON knows no canonical equivalence, as `String` does.
      let isNew: Bool
      if members.count < 16 {
        isNew = !members.contains { $0.key.utf8.elementsEqual(key.utf8) }
      } else {
        if names.isEmpty { names = Set(members.map { Array($0.key.utf8) }) }
        isNew = names.insert(Array(key.utf8)).inserted
      }
      guard isNew else { throw failure("\"\(key)\" occurs twice", at: start) }
      skipWhiteSpace()
      guard current == UInt8(ascii: ":") else { throw failure("expected :") }
      index += 1
      try members.append(JSONObject.Member(key, value(depth: depth + 1)))
      skipWhiteSpace()
      if current == UInt8(ascii: ",") {
        index += 1
      } else if current == UInt8(ascii: "}") {
        index += 1
        return JSONObject(members)
      } else {
        throw failure("expected , or }")
      }
    }
  }

  private mutating func string() throws(Failure) -> String {
    let start = index
    index += 1
    let end = bytes[index...].firstIndex { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") || $0 < 0x20 }
    // Most strings have no escapes and are taken as they stand.
    var decoded: [UInt8] = []
    if let end {
      if bytes[end] == UInt8(ascii: "\""), let text = String(validating: bytes[index..<end], as: UTF8.self) {
        index = end + 1
        return text
      }
      decoded += bytes[index..<end]
      index = end
    }
    while let byte = current {
      switch byte {
      case UInt8(ascii: "\""):
        index += 1
        guard let text = String(validating: decoded, as: UTF8.self) else {
          throw failure("the string is not UTF-8", at: start)
        }
        return text
      case UInt8(ascii: "\\"):
        index += 1
        try decoded.append(contentsOf: String(escape()).utf8)
      case 0..<0x20:
        throw failure("a control character must be escaped")
      default:
        decoded.append(byte)
        index += 1
      }
    }
    throw failure("the string does not end", at: start)
  }

  private mutating func escape() throws(Failure) -> Unicode.Scalar {
    guard let byte = current else { throw failure("the text ends inside an escape") }
    index += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try unicodeEscape()
    default: throw failure("no such escape", at: index - 1)
    }
  }

  private mutating func unicodeEscape() throws(Failure) -> Unicode.Scalar {
    let start = index
    let first = try hexadecimal()
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard first < 0xDC00, current == UInt8(ascii: "\\") else { throw failure("half a surrogate pair", at: start) }
    index += 1
    guard current == UInt8(ascii: "u") else { throw failure("half a surrogate pair", at: start) }
    index += 1
    let second = try hexadecimal()
    guard (0xDC00..<0xE000).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw failure("half a surrogate pair", at: start) }
    return scalar
  }

  private mutating func hexadecimal() throws(Failure) -> UInt32 {
    var code: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = current, let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80 else {
        throw failure("four hexadecimal digits must follow \\u")
      }
      code = code << 4 | UInt32(digit)
      index += 1
    }
    return code
  }
}
