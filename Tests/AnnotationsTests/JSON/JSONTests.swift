import Testing

@testable import Annotations

@Suite struct JSONTests {
  @Test func `what is written is read again, member for member and digit for digit`() throws {
    for seed in 0..<2000 {
      var make = Generator(seed: seed)
      let value = make.json()
      let text = JSONWriter.text(value)
      let again = try JSONReader.read(text)
      #expect(again == value, "seed \(seed): \(text)")
      #expect(JSONWriter.text(again).utf8.elementsEqual(text.utf8), "seed \(seed)")
    }
  }

  @Test func `the order of members and the spelling of numbers stay as they came`() throws {
    let text = #"{"z":1.50,"a":{"y":1e400,"b":-0},"10":[0.0,1E+5,123456789012345678901234567890]}"#
    #expect(try JSONWriter.text(JSONReader.read(text)) == text)
  }

  @Test func `white space between values does not matter`() throws {
    let value = try JSONReader.read(" \t{ \"a\" : [ 1 , 2 ,\n{ } ] ,\r\n\"b\" : null }  ")
    #expect(JSONWriter.text(value) == #"{"a":[1,2,{}],"b":null}"#)
  }

  @Test func `every escape of the standard is understood`() throws {
    let value = try JSONReader.read(#""\" \\ \/ \b \f \n \r \t \u00e9 \u6771 \ud83D\uDe00""#)
    #expect(value.string == "\" \\ / \u{8} \u{C} \n \r \t é 東 😀")
  }

  @Test func `nothing that commands a terminal or ends a line is written as it is`() throws {
    for code in Array(0...0x1F as ClosedRange<UInt32>) + Array(0x7F...0x9F) + [0x2028, 0x2029] {
      let scalar = try #require(Unicode.Scalar(code))
      let text = JSONWriter.text(.string("a\(scalar)b"))
      #expect(!text.unicodeScalars.contains(scalar), "U+\(String(code, radix: 16))")
      #expect(try JSONReader.read(text).string?.unicodeScalars.elementsEqual("a\(scalar)b".unicodeScalars) == true)
    }
  }

  @Test func `names that only look alike are two names`() throws {
    let text = "{\"\u{E9}\":1,\"e\u{301}\":2}"
    let value = try JSONReader.read(text)
    #expect(JSONWriter.text(value).utf8.elementsEqual(text.utf8))
  }

  @Test(arguments: [
    ("", "the text ends where a value should be", 0), ("{", "expected a name in quotes", 1),
    (#"{"a""#, "expected :", 4), (#"{"a":1"#, "expected , or }", 6), (#"{"a":1,}"#, "expected a name in quotes", 7),
    (#"{"a":1,"a":2}"#, #""a" occurs twice"#, 7), ("[1,]", "no value begins like this", 3),
    ("[1 2]", "expected , or ]", 3),
    ("1 2", "something follows the value", 2), ("01", "not a number", 0), ("-", "not a number", 0),
    ("1.", "digits must follow the decimal point", 2), ("1e", "digits must follow the exponent sign", 2),
    ("+1", "no value begins like this", 0), ("NaN", "no value begins like this", 0), ("tru", "expected true", 0),
    (#""abc"#, "the string does not end", 0), ("\"a\nb\"", "a control character must be escaped", 2),
    (#""\x""#, "no such escape", 2), (#""\u12g4""#, "four hexadecimal digits must follow \\u", 5),
    (#""\ud800""#, "half a surrogate pair", 3), (#""\ud800x""#, "half a surrogate pair", 3),
    (#""\udc00\ud800""#, "half a surrogate pair", 3), (#""\ud800\u0041""#, "half a surrogate pair", 3),
    (#""\"#, "the text ends inside an escape", 2), ("\u{FEFF}1", "no value begins like this", 0),
  ])
  func `what is no JSON is refused with the place`(text: String, message: String, offset: Int) {
    let failure = #expect(throws: JSONReader.Failure.self) { try JSONReader.read(text) }
    #expect(failure?.message == message, "\(text)")
    #expect(failure?.offset == offset, "\(text)")
  }

  @Test func `a string that is no UTF-8 is refused`() {
    let failure = #expect(throws: JSONReader.Failure.self) { try JSONReader.read([0x22, 0x61, 0xFF, 0x22][...]) }
    #expect(failure?.message == "the string is not UTF-8")
  }

  @Test func `the place is counted from the first byte that was given`() {
    let bytes = Array("xxxx[1 2]".utf8)
    let failure = #expect(throws: JSONReader.Failure.self) { try JSONReader.read(bytes[4...]) }
    #expect(failure?.description == "column 4: expected , or ]")
  }

  @Test func `nesting is bounded, so that no file can use up the stack`() throws {
    let deep = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
    #expect(try JSONReader.read(deep).array?.count == 1)
    let failure = #expect(throws: JSONReader.Failure.self) {
      try JSONReader.read(String(repeating: "{\"a\":[", count: 100_000))
    }
    #expect(failure?.message == "nested deeper than 64")
  }

  @Test func `any bytes at all are read or refused`() {
    for seed in 0..<3000 {
      var make = Generator(seed: seed)
      var bytes = Array(JSONWriter.text(make.json()).utf8)
      for _ in 0..<make.int(1...3) {
        let place = make.int(0...max(0, bytes.count - 1))
        if make.chance(50), !bytes.isEmpty {
          bytes[place] = UInt8(make.int(0...255))
        } else {
          bytes.insert(0x22, at: place)
        }
      }
      if let value = try? JSONReader.read(bytes[...]) {
        #expect(throws: Never.self, "seed \(seed)") { try JSONReader.read(JSONWriter.text(value)) }
      }
    }
  }

  @Test func `an object of many members refuses a repeated name as one of few does`() throws {
    let members = (0..<1000).map { "\"k\($0)\":\($0)" }.joined(separator: ",")
    #expect(try JSONReader.read("{\(members)}").object?["k999"]?.int == 999)
    let failure = #expect(throws: JSONReader.Failure.self) { try JSONReader.read("{\(members),\"k17\":0}") }
    #expect(failure?.message == "\"k17\" occurs twice")
  }

  @Test func `confidences are written with at most four decimals`() {
    let spellings = [0.0, 1, 0.5, 0.123456, 0.99999, 0.0001, 0.00001, 12.25].map { JSONWriter.text(.decimal($0)) }
    #expect(spellings == ["0", "1", "0.5", "0.1235", "1", "0.0001", "0", "12.25"])
    #expect(JSONValue.decimal(.nan) == .null && JSONValue.decimal(.infinity) == .null)
  }

  @Test func `every number is written so that it is read exactly`() {
    var make = Generator(seed: 1)
    let random = (0..<2000).map { _ in Double(bitPattern: make.random.next()) }
    for value in random + [0, -0.0, 0.1, 1e15, 1e-7, 0.876522] where value.isFinite {
      #expect(JSONValue.exact(value).double == value)
      #expect(throws: Never.self) { try JSONReader.read(JSONWriter.text(.exact(value))) }
    }
    #expect(JSONWriter.text(.exact(1)) == "1" && JSONWriter.text(.exact(0.5)) == "0.5")
    #expect(JSONValue.exact(.infinity) == .null)
  }

  @Test func `members are set, replaced and taken out by name`() {
    var object: JSONObject = ["a": 1, "b": 2]
    object["a"] = 3
    object["c"] = 4
    object["b"] = nil
    #expect(JSONWriter.text(.object(object)) == #"{"a":3,"c":4}"#)
    #expect(object.remove("a") == 3)
    #expect(object.remove("a") == nil)
  }
}
