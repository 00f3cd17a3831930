/// Writes JSON values on one line, without a space that is not needed.
///
/// Control characters, DEL, the C1 controls and the two separators U+2028 and U+2029 are escaped, so that printing a
/// file can never send a command to the terminal and no program takes one record for two.
public enum JSONWriter {
  /// The text of `value`.
  public static func text(_ value: JSONValue) -> String {
    var output: [UInt8] = []
    append(value, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  /// Appends `record` and a line feed.
  static func append(line record: JSONObject, to output: inout [UInt8]) {
    append(.object(record), to: &output)
    output.append(0x0A)
  }

  private static func append(_ value: JSONValue, to output: inout [UInt8]) {
    switch value {
    case .null: output += "null".utf8
    case .bool(let truth): output += (truth ? "true" : "false").utf8
    case .number(let spelling): output += spelling.utf8
    case .string(let string): append(string, to: &output)
    case .array(let elements):
      output.append(UInt8(ascii: "["))
      for (index, element) in elements.enumerated() {
        if index > 0 { output.append(UInt8(ascii: ",")) }
        append(element, to: &output)
      }
      output.append(UInt8(ascii: "]"))
    case .object(let object):
      output.append(UInt8(ascii: "{"))
      for (index, member) in object.members.enumerated() {
        if index > 0 { output.append(UInt8(ascii: ",")) }
        append(member.key, to: &output)
        output.append(UInt8(ascii: ":"))
        append(member.value, to: &output)
      }
      output.append(UInt8(ascii: "}"))
    }
  }

  private static func append(_ string: String, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\""))
    var string = string
    string.withUTF8 { bytes in
      // Most strings have nothing to escape and are copied at once.
      var copied = 0
      for index in bytes.indices {
        guard let (escape, length) = escape(for: bytes, at: index) else { continue }
        output += bytes[copied..<index]
        output += escape.utf8
        copied = index + length
      }
      output += bytes[copied...]
    }
    output.append(UInt8(ascii: "\""))
  }

  /// How the code point that begins at `index` must be written, and its length, if it cannot stand for itself.
  private static func escape(
    for bytes: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> (escape: String, length: Int)? {
    switch bytes[index] {
    case UInt8(ascii: "\""): return ("\\\"", 1)
    case UInt8(ascii: "\\"): return ("\\\\", 1)
    case 0x0A: return ("\\n", 1)
    case 0x0D: return ("\\r", 1)
    case 0x09: return ("\\t", 1)
    case 0..<0x20, 0x7F: return (hexadecimal(Int(bytes[index])), 1)
    case 0xC2 where bytes[index + 1] < 0xA0: return (hexadecimal(Int(bytes[index + 1])), 2)
    case 0xE2 where bytes[index + 1] == 0x80 && bytes[index + 2] & 0xFE == 0xA8:
      return (hexadecimal(0x2028 + Int(bytes[index + 2] & 1)), 3)
    default: return nil
    }
  }

  private static func hexadecimal(_ code: Int) -> String {
    let digits = String(code, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }
}
