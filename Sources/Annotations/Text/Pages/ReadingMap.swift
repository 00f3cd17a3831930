import CMarkup

/// Which parts of a page are text to read, and how much of it each part holds.
///
/// The amount of text in an element is the number of letters in those blocks in it that read like prose: long enough
/// or ending like a sentence, and not made of links. The idea, text in blocks weighed against links, is that of
/// Kohlschütter, Fankhauser and Nejdl, "Boilerplate Detection using Shallow Text Features" (WSDM 2010), and of
/// Pomikálek's jusText (2011).
struct ReadingMap {
  /// Whether a node is left out, with everything in it.
  private(set) var isDropped: [Bool]
  /// Letters of prose in a node and below, as far as it is not left out.
  private(set) var prose: [Int]
  /// The `body`, or where a page has none the `html` element.
  let body: Int
  /// Elements whose names say that they hold the text of the article.
  private(set) var articleTexts: [Int] = []
  /// Elements whose names say that they hold the sentence between headline and text.
  private(set) var standfirsts: [Int] = []

  private let tree: MarkupTree

  /// Weighs `tree`.
  init(_ tree: MarkupTree) {
    self.tree = tree
    isDropped = [Bool](repeating: false, count: tree.nodes.count)
    prose = [Int](repeating: 0, count: tree.nodes.count)
    body = tree.nodes.indices.first { tree.nodes[$0].tag == .body } ?? 0
    weigh()
    dropSurroundings()
  }

  /// Letters of prose in the whole page.
  var total: Int { prose[body] }

  /// Leaves `index` and everything in it out.
  private mutating func drop(_ index: Int) {
    for node in index..<Int(tree.nodes[index].end) { isDropped[node] = true }
    let lost = prose[index]
    guard lost > 0 else { return }
    var ancestor = index
    while ancestor > body {
      prose[ancestor] -= lost
      ancestor = tree.parent(of: ancestor)
    }
    prose[body] -= lost
  }

  /// Leaves out what is never read, and counts the rest.
  private mutating func weigh() {
    var own: [Int: TextMeasure] = [:]
    var index = body
    var block = body
    var linkEnd = 0
    let end = Int(tree.nodes[body].end)
    while index < end {
      let node = tree.nodes[index]
      if node.kind == .element, index != body, isCertainlyOutside(index) {
        for inner in index..<Int(node.end) { isDropped[inner] = true }
        index = Int(node.end)
        continue
      }
      while block > body, index >= Int(tree.nodes[block].end) { block = enclosingBlock(of: block) }
      if node.kind == .text {
        own[block, default: TextMeasure()].add(tree.bytes(of: index), inLink: index < linkEnd)
      } else if node.tag.isBlock {
        block = index
      } else if node.tag == .a {
        linkEnd = max(linkEnd, Int(node.end))
      }
      index += 1
    }
    for (block, measure) in own where measure.isProse { prose[block] = measure.letters - measure.linkLetters }
    for index in stride(from: end - 1, to: body, by: -1) { prose[tree.parent(of: index)] += prose[index] }
  }

  private func enclosingBlock(of index: Int) -> Int {
    var index = tree.parent(of: index)
    while index > body, !tree.nodes[index].tag.isBlock { index = tree.parent(of: index) }
    return max(index, body)
  }

  /// Whether an element is no text to read, whatever it holds.
  private func isCertainlyOutside(_ index: Int) -> Bool {
    let tag = tree.nodes[index].tag
    if tag.isNeverRead { return true }
    switch tag {
    case .header where !tree.lies(index, inside: [.article, .main]): return true
    case .footer where !tree.lies(index, inside: [.blockquote]): return true
    case .figure where !holdsText(figure: index): return true
    case .figcaption where !tree.lies(index, inside: [.figure]): return true
    case .sup where isNoteMark(index): return true
    case .body, .main, .article, .html: return isHidden(index)
    default: break
    }
    if let role = tree.value("role", of: index), BoilerplateHints.isSurrounding(role: role) { return true }
    return isHidden(index)
  }

  private func isHidden(_ index: Int) -> Bool {
    if tree.attribute("hidden", of: index) != nil { return true }
    if tree.value("aria-hidden", of: index)?.lowercased() == "true" { return true }
    guard let style = tree.value("style", of: index) else { return false }
    let declarations = style.lowercased().filter { !$0.isWhitespace }
    return declarations.contains("display:none") || declarations.contains("visibility:hidden")
  }

  /// A picture's caption says nothing without the picture; a table, a listing or a quotation may also stand in a
  /// figure, and then the caption belongs to the text.
  private func holdsText(figure: Int) -> Bool {
    (figure..<Int(tree.nodes[figure].end)).contains {
      let tag = tree.nodes[$0].tag
      return tag == .table || tag == .blockquote || tag.isPreformatted
    }
  }

  /// `[3]`, raised, that leads to a note on the same page.
  private func isNoteMark(_ index: Int) -> Bool {
    let nodes = index..<min(Int(tree.nodes[index].end), index + 12)
    guard nodes.contains(where: { tree.value("href", of: $0)?.contains("#") == true }) else { return false }
    return tree.text(of: index).filter { !$0.isWhitespace }.count <= 6
  }

  /// Leaves out what is named like something around an article, unless most of the text lies in it: then the name
  /// means something else (`<div class="page sidebar-left">`).
  private mutating func dropSurroundings() {
    let whole = total
    var index = body + 1
    let end = Int(tree.nodes[body].end)
    while index < end {
      let node = tree.nodes[index]
      if isDropped[index] {
        index = Int(node.end)
        continue
      }
      if node.kind == .element, isSurrounding(index, whole: whole) {
        drop(index)
        index = Int(node.end)
        continue
      }
      index += 1
    }
  }

  private mutating func isSurrounding(_ index: Int, whole: Int) -> Bool {
    let tag = tree.nodes[index].tag
    var hint: BoilerplateHints.Hint = []
    if let names = tree.attribute("class", of: index) { hint.formUnion(BoilerplateHints.hint(in: names)) }
    if let names = tree.attribute("id", of: index) { hint.formUnion(BoilerplateHints.hint(in: names)) }
    if hint.contains(.articleText) { articleTexts.append(index) }
    if hint.contains(.standfirst) { standfirsts.append(index) }
    if tag == .main || tag == .article { return hint.contains(.commentary) && tree.lies(index, inside: [.article]) }
    // A search form, not the form that some systems wrap around every page.
    if tag == .form { return prose[index] * 2 < whole }
    // Comments may be longer than the article, but there must be one.
    if hint.contains(.commentary) { return whole - prose[index] >= 60 && !holdsHeadline(index) }
    return hint.contains(.surrounding) && prose[index] * 5 < whole * 2
  }

  private func holdsHeadline(_ index: Int) -> Bool {
    (index..<Int(tree.nodes[index].end)).contains { tree.nodes[$0].tag == .h1 }
  }
}
