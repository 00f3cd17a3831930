import CMarkup

/// Cuts a part of a page into the blocks that a browser would show below each other.
struct BlockBuilder {
  /// An element that stands on lines of its own, or does something at its end, and is not closed yet.
  private struct Open {
    var index: Int
    var end: Int
    var tag: markup_tag
    /// The list marker that has not been used yet.
    var marker: String?
    /// What stands in the lines below the marker, or before all lines.
    var indentation = ""
    /// In a list: the number of the next entry if they are numbered.
    var ordinal: Int?
    /// In a list or a table of data: its group.
    var group: Int?
    /// In a row of a table of data: how many cells have begun.
    var cells = 0
  }

  /// Deeper lists and quotations are not indented any further.
  private static let deepestIndentation = 8

  private let tree: MarkupTree
  private let map: ReadingMap
  private var blocks: [PageBlock] = []
  private var flow = TextFlow()
  private var open: [Open] = []
  private var groupCount = 0
  private var linkEnd = 0
  private var preformattedEnd = 0
  private var quotes = 0
  /// Open rows of tables of data.
  private var openRows = 0
  private let root: Int

  private init(_ tree: MarkupTree, _ map: ReadingMap, root: Int) {
    self.tree = tree
    self.map = map
    self.root = root
  }

  /// The blocks in `root`, as far as `map` says they are read.
  static func blocks(in root: Int, of tree: MarkupTree, _ map: ReadingMap) -> [PageBlock] {
    var builder = BlockBuilder(tree, map, root: root)
    builder.build()
    return builder.blocks
  }

  private mutating func build() {
    var index = root
    let end = Int(tree.nodes[root].end)
    while index < end {
      while let last = open.last, last.end <= index { close() }
      let node = tree.nodes[index]
      if map.isDropped[index] || isSign(index) {
        index = Int(node.end)
      } else if node.kind == .text {
        addText(index)
        index += 1
      } else {
        begin(index, node.tag)
        index += 1
      }
    }
    while !open.isEmpty { close() }
    flush()
  }

  /// A link that is nothing but a sign to click on, as behind the headings of manuals and encyclopaedias.
  private func isSign(_ index: Int) -> Bool {
    guard tree.nodes[index].tag == .a, Int(tree.nodes[index].end) == index + 2 else { return false }
    return ["¶", "#", "§", "↑", "[edit]", "edit"].contains(String(decoding: tree.bytes(of: index + 1), as: UTF8.self))
  }

  private mutating func addText(_ index: Int) {
    let text = tree.bytes(of: index)
    if index < preformattedEnd {
      flow.append(preformatted: text, inLink: index < linkEnd)
    } else {
      flow.append(text, inLink: index < linkEnd)
    }
  }

  private mutating func begin(_ index: Int, _ tag: markup_tag) {
    switch tag {
    case .br: breakLine(index)
    case .a: linkEnd = max(linkEnd, Int(tree.nodes[index].end))
    case .q:
      flow.append(mark: quotes % 2 == 0 ? "“" : "‘")
      quotes += 1
      push(index, tag)
    case .td, .th: beginCell(index, tag)
    default: if tag.isBlock { beginBlock(index, tag) }
    }
  }

  private mutating func push(_ index: Int, _ tag: markup_tag) {
    open.append(Open(index: index, end: Int(tree.nodes[index].end), tag: tag))
  }

  private mutating func breakLine(_ index: Int) {
    if isInRow {
      flow.separate()
    } else if index >= preformattedEnd, flow.isAtLineStart {
      flush()
    } else {
      flow.breakLine()
    }
  }

  private var isInRow: Bool { openRows > 0 }

  private mutating func beginCell(_ index: Int, _ tag: markup_tag) {
    guard let row = open.lastIndex(where: { $0.tag == .tr }), open[row].group != nil else {
      beginBlock(index, tag)
      return
    }
    flow.separate()
    if open[row].cells > 0 { flow.append(mark: "|") }
    flow.separate()
    open[row].cells += 1
    push(index, tag)
  }

  private mutating func beginBlock(_ index: Int, _ tag: markup_tag) {
    if isInRow {
      flow.separate()
      push(index, tag)
      return
    }
    if index < preformattedEnd {
      if !flow.isAtLineStart { flow.breakLine() }
      push(index, tag)
      return
    }
    flush()
    push(index, tag)
    let last = open.count - 1
    switch tag {
    case .ul, .dl: open[last].group = outermostGroup()
    case .ol:
      open[last].group = outermostGroup()
      open[last].ordinal = tree.value("start", of: index).flatMap { Int($0) } ?? 1
    case .li: open[last].marker = nextMarker(index)
    case .dd: open[last].indentation = "  "
    case .blockquote: open[last].indentation = "> "
    case .table: if TableShape.isData(table: index, in: tree, map) { open[last].group = outermostGroup() }
    case .tr:
      let table = open.last { $0.tag == .table }
      open[last].group = table?.group
      if table?.group != nil { openRows += 1 }
    default: if tag.isPreformatted { preformattedEnd = max(preformattedEnd, open[last].end) }
    }
    if let marker = open[last].marker {
      open[last].indentation = String(repeating: " ", count: marker.count)
    }
  }

  private mutating func outermostGroup() -> Int {
    if let group = open.first(where: { $0.group != nil })?.group { return group }
    groupCount += 1
    return groupCount
  }

  private mutating func nextMarker(_ index: Int) -> String {
    guard let list = open.lastIndex(where: { $0.tag == .ol || $0.tag == .ul }), let ordinal = open[list].ordinal else {
      return "- "
    }
    let number = tree.value("value", of: index).flatMap { Int($0) } ?? ordinal
    open[list].ordinal = number < .max ? number + 1 : number
    return "\(number). "
  }

  /// Ends the innermost open element.
  private mutating func close() {
    guard let element = open.last else { return }
    switch element.tag {
    case .q:
      quotes -= 1
      flow.append(closing: quotes % 2 == 0 ? "”" : "’")
    case .tr where element.group != nil:
      flush()
      openRows -= 1
    case _ where isInRow: flow.separate()
    case _ where element.index < preformattedEnd && element.end < preformattedEnd:
      if !flow.isAtLineStart { flow.breakLine() }
    default: flush()
    }
    open.removeLast()
  }

  /// Makes a block of what has been collected.
  private mutating func flush() {
    var (text, measure) = flow.take()
    // Empty cells at the end of a row.
    while isInRow, text.last == UInt8(ascii: "|") || text.last == 0x20 { text.removeLast() }
    guard measure.letters > 0, text.contains(where: { $0 > 0x20 }) else { return }
    let element = open.last { $0.tag != .q }
    var block = PageBlock(
      kind: kind, text: text, measure: measure, element: element?.index ?? root, container: container)
    block.group = open.first { $0.group != nil }?.group
    block.isMarkedParagraph = element?.tag == .p
    var depth = 0
    for index in open.indices where open[index].marker != nil || !open[index].indentation.isEmpty {
      if depth < Self.deepestIndentation {
        block.firstPrefix += open[index].marker ?? open[index].indentation
        block.otherPrefix += open[index].indentation
      }
      open[index].marker = nil
      depth += 1
    }
    blocks.append(block)
  }

  private var kind: PageBlock.Kind {
    for element in open.reversed() {
      if element.tag.isPreformatted { return .preformatted }
      if let level = element.tag.headingLevel { return .heading(level) }
      switch element.tag {
      case .tr where element.group != nil: return .row
      case .li, .dt, .dd: return .listed
      default: break
      }
    }
    return .paragraph
  }

  /// The element around the paragraph, heading or the like that is being read.
  private var container: Int {
    (open.last { !($0.tag.isLeaf || $0.tag == .q || $0.tag == .dt || $0.tag == .dd) } ?? open.first)?.index ?? root
  }
}
