/// Chooses the blocks that belong to the article.
///
/// Each block is judged by its own length, links and end; blocks too short to tell are judged by their neighbours, as
/// in Pomikálek's jusText ("Removing Boilerplate and Duplicate Content from Web Corpora", 2011): between two good
/// blocks they stay, at the edges of the article they go. Lists and tables are judged as a whole.
struct BlockSelection {
  private enum Verdict {
    case good
    /// Too short to tell.
    case short
    case bad
  }

  private var blocks: [PageBlock]
  private var verdicts: [Verdict] = []
  private let root: Int
  private let tree: MarkupTree

  /// The blocks of `blocks`, which were found in the element `root` of `tree`, that belong to the article called
  /// `title`.
  static func select(
    from blocks: [PageBlock], in root: Int, of tree: MarkupTree, title: [UInt8]?
  ) -> [PageBlock] {
    var selection = BlockSelection(blocks, root: root, tree)
    selection.verdicts = blocks.map(Self.verdict)
    selection.judgeGroups()
    selection.dropSections()
    selection.judgeShortBlocks()
    selection.dropRepeated(title: title)
    selection.dropEmptyHeadings()
    return zip(blocks, selection.verdicts).filter { $0.1 == .good }.map(\.0)
  }

  private init(_ blocks: [PageBlock], root: Int, _ tree: MarkupTree) {
    self.blocks = blocks
    self.root = root
    self.tree = tree
  }

  private static func verdict(_ block: PageBlock) -> Verdict {
    let measure = block.measure
    switch block.kind {
    case .heading: return BoilerplatePhrases.isBoilerplate(block.text) ? .bad : .short
    case .preformatted: return measure.isMostlyOwnText && measure.letters >= 20 ? .good : .short
    default: break
    }
    if BoilerplatePhrases.isBoilerplate(block.text) { return .bad }
    if measure.isMostlyLinks { return measure.letters > 200 ? .short : .bad }
    if measure.isProse { return .good }
    return block.isMarkedParagraph && measure.letters >= 40 && measure.linkLetters == 0 ? .good : .short
  }

  /// Judges each list and each table as one.
  ///
  /// A list of nothing but links leads elsewhere, unless a line ending with a colon announces it.
  private mutating func judgeGroups() {
    var start = 0
    while start < blocks.count {
      guard let group = blocks[start].group else {
        start += 1
        continue
      }
      var end = start
      var sum = TextMeasure()
      while end < blocks.count, blocks[end].group == group {
        sum.add(blocks[end].measure)
        end += 1
      }
      let members = start..<end
      let announced = start > 0 && verdicts[start - 1] != .bad && blocks[start - 1].text.last == UInt8(ascii: ":")
      let verdict: Verdict
      if sum.isMostlyLinks {
        verdict = announced ? .good : .bad
      } else if announced || members.contains(where: { verdicts[$0] == .good }) {
        verdict = .good
      } else {
        verdict = blocks[start].kind == .row && members.count > 1 ? .good : .short
      }
      for member in members {
        verdicts[member] = BoilerplatePhrases.isBoilerplate(blocks[member].text) ? .bad : verdict
      }
      start = end
    }
  }

  /// Drops what stands below headings such as "Related articles" and "Comments".
  private mutating func dropSections() {
    for index in blocks.indices {
      let block = blocks[index]
      guard verdicts[index] != .bad else { continue }
      var level = 7
      if case .heading(let own) = block.kind {
        level = own
      } else if block.measure.letters > 40 || block.group != nil || verdicts[index] == .good {
        continue
      }
      let section = BoilerplatePhrases.section(below: block.text)
      if section != .article { dropSection(from: index, level: level, section) }
    }
  }

  private mutating func dropSection(from start: Int, level: Int, _ section: BoilerplatePhrases.Section) {
    verdicts[start] = .bad
    let end = sectionEnd(of: start)
    for index in (start + 1)..<max(blocks.count, start + 1) {
      if blocks[index].element >= end { return }
      if case .heading(let other) = blocks[index].kind, other <= level { return }
      if section == .interlude, blocks[index].group == nil, verdicts[index] == .good { return }
      verdicts[index] = .bad
    }
  }

  /// The end of the smallest element around a heading that holds more than the heading.
  private func sectionEnd(of heading: Int) -> Int {
    var container = blocks[heading].container
    guard heading + 1 < blocks.count else { return Int(tree.nodes[container].end) }
    while container > root, blocks[heading + 1].element >= Int(tree.nodes[container].end) {
      container = tree.parent(of: container)
    }
    return Int(tree.nodes[container].end)
  }

  /// Keeps what is too short to tell where good blocks are before and behind it, and lists and tables also where
  /// nothing follows.
  private mutating func judgeShortBlocks() {
    let prose = blocks.indices.filter { verdicts[$0] == .good && !isHeading($0) }
    guard let first = prose.first, let last = prose.last else {
      // Nothing to compare with: a poem, a page of short notes.
      for index in blocks.indices where verdicts[index] == .short { verdicts[index] = .good }
      return
    }
    for index in blocks.indices where verdicts[index] == .short {
      let isBetween = first < index && index < last
      let followsText = index > 0 && verdicts[index - 1] == .good
      verdicts[index] =
        isBetween || isHeading(index) || index > last && followsText && blocks[index].group != nil ? .good : .bad
    }
  }

  private func isHeading(_ index: Int) -> Bool {
    if case .heading = blocks[index].kind { true } else { false }
  }

  /// The headline stands at the top of the text already.
  private mutating func dropRepeated(title: [UInt8]?) {
    guard let title else { return }
    let words = Self.words(title)
    var seen = 0
    for index in blocks.indices where verdicts[index] == .good {
      if Self.words(blocks[index].text) == words { verdicts[index] = .bad }
      if !isHeading(index) { seen += 1 }
      if seen > 3 { return }
    }
  }

  private static func words(_ text: [UInt8]) -> String {
    String(decoding: text, as: UTF8.self).lowercased().filter { $0.isLetter || $0.isNumber }
  }

  /// A heading stays if text follows before the next heading of its level or above.
  private mutating func dropEmptyHeadings() {
    // For each level: whether text follows that belongs to a heading of that level.
    var hasText = [Bool](repeating: false, count: 8)
    for index in blocks.indices.reversed() where verdicts[index] == .good {
      if case .heading(let level) = blocks[index].kind {
        if !hasText[level] { verdicts[index] = .bad }
        for lower in level..<8 { hasText[lower] = false }
      } else {
        hasText = [Bool](repeating: true, count: 8)
      }
    }
  }
}
