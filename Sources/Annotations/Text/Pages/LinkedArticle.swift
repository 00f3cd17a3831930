/// The article that the linked data in a page describe (JSON-LD with the vocabulary of schema.org).
struct LinkedArticle {
  /// A longer text is not read.
  private static let longest = 1 << 20

  /// `headline`.
  private(set) var headline: String?
  /// `datePublished`.
  private(set) var datePublished: String?
  /// The name of the `publisher`.
  private(set) var publisher: String?
  /// `url`, or the address of `mainEntityOfPage`.
  private(set) var url: String?
  /// `articleBody`.
  private(set) var articleBody: String?

  /// Adds what the contents of a `script` element tell and no earlier one has told. What is no JSON is passed over.
  mutating func read(_ script: String) {
    var bytes = Array(script.utf8)
    guard bytes.count <= Self.longest else { return }
    // Line breaks within strings are not allowed in JSON and frequent in pages.
    for index in bytes.indices where bytes[index] < 0x20 { bytes[index] = 0x20 }
    guard let start = bytes.firstIndex(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") }),
      let end = bytes.lastIndex(where: { $0 == UInt8(ascii: "}") || $0 == UInt8(ascii: "]") }), start < end,
      let value = try? JSONReader.read(bytes[start...end])
    else { return }
    var nodes: [JSONObject] = []
    Self.collect(value, into: &nodes)
    for node in nodes.filter(Self.isArticle).prefix(16) { take(node, among: nodes) }
  }

  /// All objects at the top, in lists and in `@graph`, in order.
  private static func collect(_ value: JSONValue, into nodes: inout [JSONObject]) {
    switch value {
    case .array(let elements): for element in elements { collect(element, into: &nodes) }
    case .object(let object):
      nodes.append(object)
      if let graph = object["@graph"] { collect(graph, into: &nodes) }
    default: break
    }
  }

  private static func isArticle(_ node: JSONObject) -> Bool {
    let types = node["@type"].map { $0.array ?? [$0] } ?? []
    return types.contains {
      guard let type = $0.string else { return false }
      return type.hasSuffix("Article") || type.hasSuffix("Posting") || type == "Report"
    }
  }

  private mutating func take(_ node: JSONObject, among nodes: [JSONObject]) {
    headline = headline ?? node["headline"]?.string ?? node["name"]?.string
    datePublished = datePublished ?? node["datePublished"]?.string
    articleBody = articleBody ?? node["articleBody"]?.string
    publisher = publisher ?? node["publisher"].flatMap { Self.name($0, among: nodes) }
    url = url ?? node["url"]?.string ?? node["mainEntityOfPage"].flatMap { $0.string ?? $0.object?["@id"]?.string }
  }

  /// A name, an object with a name, a list of such, or the `@id` of an object elsewhere.
  private static func name(_ value: JSONValue, among nodes: [JSONObject]) -> String? {
    guard let object = value.object ?? value.array?.first?.object else {
      return value.string ?? value.array?.first?.string
    }
    if let name = object["name"]?.string { return name }
    guard let reference = object["@id"]?.string else { return nil }
    return nodes.first { $0["@id"]?.string == reference && $0["name"] != nil }?["name"]?.string
  }
}
