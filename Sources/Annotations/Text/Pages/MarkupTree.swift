import CMarkup

/// A web page as its elements and texts, in document order.
///
/// The descendants of node `i` are the nodes `i + 1 ..< nodes[i].end`, so that a part of the page is passed over by
/// going on at its end, and nothing here needs to recurse.
struct MarkupTree {
  /// Why a page has no tree (see `CMarkup.h`).
  enum Failure: Error {
    /// Elements lie in elements deeper than any page that is meant to be read.
    case nestedTooDeeply
    /// The tree would take many times more memory or work than the page is long.
    case tooCostly
    /// The system has no memory left.
    case outOfMemory
  }

  /// The nodes; the first one is the `html` element.
  let nodes: UnsafeBufferPointer<markup_node>
  /// For each node the one it lies in; the first node names itself.
  let parents: [Int32]

  /// Parses `page` by the rules of HTML5, which give every sequence of bytes a tree, and hands the tree to `body`.
  ///
  /// - Throws: ``Failure`` when the page is one of those that would cost too much.
  static func read<Result>(
    _ page: ArraySlice<UInt8>, _ body: (borrowing MarkupTree) -> Result
  ) throws(Failure) -> Result {
    var handle: OpaquePointer?
    let status = page.withUnsafeBufferPointer { markup_parse($0.baseAddress, $0.count, &handle) }
    guard status == .parsed, let handle else {
      switch status {
      case .nested_too_deeply: throw .nestedTooDeeply
      case .too_costly: throw .tooCostly
      case .parsed, .out_of_memory: throw .outOfMemory
      }
    }
    defer { markup_free(handle) }
    return body(MarkupTree(handle))
  }

  private init(_ handle: OpaquePointer) {
    var count = 0
    let first = markup_nodes(handle, &count)
    nodes = UnsafeBufferPointer(start: first, count: count)
    var parents = [Int32](repeating: 0, count: count)
    var ancestors: [Int32] = []
    for index in 0..<count {
      let depth = Int(nodes[index].depth)
      ancestors.removeLast(ancestors.count - depth)
      parents[index] = ancestors.last ?? 0
      ancestors.append(Int32(index))
    }
    self.parents = parents
  }

  /// The value of an attribute, ended by a zero, or nil when the element does not have it.
  func attribute(_ name: StaticString, of index: Int) -> UnsafePointer<CChar>? {
    name.withUTF8Buffer { name in
      name.withMemoryRebound(to: CChar.self) { name in
        name.baseAddress.flatMap { markup_attribute(nodes.baseAddress.map { $0 + index }, $0) }
      }
    }
  }

  /// The value of an attribute, or nil when the element does not have it.
  func value(_ name: StaticString, of index: Int) -> String? {
    attribute(name, of: index).map { String(cString: $0) }
  }

  /// The bytes of a text, or of the name of an element.
  func bytes(of index: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: nodes[index].text, count: Int(nodes[index].length))
  }

  /// Everything that is written in an element, white space as it came.
  func text(of index: Int) -> String {
    var bytes: [UInt8] = []
    for node in index..<Int(nodes[index].end) where nodes[node].kind == .text { bytes += self.bytes(of: node) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The element that a node lies in.
  func parent(of index: Int) -> Int { Int(parents[index]) }

  /// Whether a node lies, at any depth, in an element with one of `tags`.
  func lies(_ index: Int, inside tags: Set<markup_tag>) -> Bool {
    var index = index
    while index > 0 {
      index = parent(of: index)
      if tags.contains(nodes[index].tag) { return true }
    }
    return false
  }
}
