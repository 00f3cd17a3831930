import CMarkup

/// Finds the element that holds the article and as little else as can be.
///
/// First what the page says itself (`itemprop="articleBody"`, the names that publishing systems use, `<article>`,
/// `<main>`), where it holds enough of the page's prose to be believed. Else from the body downwards, as long as one
/// element holds nearly all of it.
struct ArticleRoot {
  private let tree: MarkupTree
  private let map: ReadingMap

  /// Gets ready to look in `tree`, of which `map` says what is read.
  init(_ tree: MarkupTree, _ map: ReadingMap) {
    self.tree = tree
    self.map = map
  }

  /// The element to read.
  func find() -> Int {
    guard map.total > 0 else { return map.body }
    let marked = elements { index in
      tree.value("itemprop", of: index)?.split(separator: " ").contains("articleBody") == true
    }
    if let root = common(marked, atLeast: 3) { return root }
    if let root = common(map.articleTexts.filter { !map.isDropped[$0] }, atLeast: 5) { return root }
    if let root = common(elements { tree.nodes[$0].tag == .article }, atLeast: 5) { return root }
    let mains = elements { tree.nodes[$0].tag == .main || tree.value("role", of: $0) == "main" }
    return descend(from: common(mains, atLeast: 6) ?? map.body)
  }

  /// The sentence between the first heading and `root`, where the page names it and it is no part of `root`.
  func standfirst(before root: Int) -> Int? {
    guard let heading = tree.nodes.indices.first(where: { tree.nodes[$0].tag == .h1 }), heading < root else {
      return nil
    }
    return map.standfirsts.first { index in
      guard index > heading, Int(tree.nodes[index].end) <= root, !map.isDropped[index] else { return false }
      var measure = TextMeasure()
      for node in index..<Int(tree.nodes[index].end) where tree.nodes[node].kind == .text {
        measure.add(tree.bytes(of: node), inLink: false)
      }
      return measure.letters >= 20 && measure.letters <= 600
    }
  }

  private func elements(_ predicate: (Int) -> Bool) -> [Int] {
    (map.body..<Int(tree.nodes[map.body].end)).filter {
      tree.nodes[$0].kind == .element && !map.isDropped[$0] && predicate($0)
    }
  }

  /// The smallest element around those `candidates` that hold at least a tenth of the prose, if together they hold
  /// `tenths` tenths.
  private func common(_ candidates: [Int], atLeast tenths: Int) -> Int? {
    var outermost: [Int] = []
    var end = 0
    var sum = 0
    for index in candidates where index >= end && map.prose[index] * 10 >= map.total {
      outermost.append(index)
      end = Int(tree.nodes[index].end)
      sum += map.prose[index]
    }
    guard sum * 10 >= map.total * tenths, let first = outermost.first, let last = outermost.last else { return nil }
    if first == last { return innermost(candidates, in: first) }
    var root = first
    while Int(tree.nodes[root].end) <= last { root = tree.parent(of: root) }
    return root
  }

  /// Of the candidates inside `outer` that hold nearly all it holds, the innermost.
  private func innermost(_ candidates: [Int], in outer: Int) -> Int {
    var root = outer
    for index in candidates where index > root && index < Int(tree.nodes[root].end) {
      if map.prose[index] * 10 >= map.prose[outer] * 9 { root = index }
    }
    return root
  }

  /// Goes down while one child holds three quarters of the prose that `start` holds and no sister of it looks like a
  /// further part of the same.
  private func descend(from start: Int) -> Int {
    var root = start
    while true {
      var heir: Int?
      var index = root + 1
      while index < Int(tree.nodes[root].end) {
        if !map.isDropped[index], map.prose[index] * 4 >= map.prose[start] * 3 { heir = index }
        index = Int(tree.nodes[index].end)
      }
      guard let heir, !tree.nodes[heir].tag.isLeaf, !hasSister(heir, in: root) else { return root }
      root = heir
    }
  }

  /// Whether an element beside `index` has the same tag and class and some prose.
  private func hasSister(_ index: Int, in parent: Int) -> Bool {
    let name = tree.value("class", of: index)
    var sister = parent + 1
    while sister < Int(tree.nodes[parent].end) {
      if sister != index, tree.nodes[sister].kind == .element, !map.isDropped[sister],
        tree.nodes[sister].tag == tree.nodes[index].tag, map.prose[sister] * 20 >= map.total,
        tree.value("class", of: sister) == name
      {
        return true
      }
      sister = Int(tree.nodes[sister].end)
    }
    return false
  }
}
