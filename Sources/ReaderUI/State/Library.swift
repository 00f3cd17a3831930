import Annotations

/// The articles at hand.
package struct Library: Sendable {
  /// How articles are ordered.
  package enum Order: String, Hashable, Sendable, CaseIterable {
    case name
    case date
    case title
    case undecided
  }

  /// What it is called: the folder's name.
  package var title = ""
  /// The folders and files it was made from.
  package var roots: [String] = []
  /// Whether it was opened for one file alone, so that there is nothing to list.
  package var isSingleFile = false
  /// Whether the folders have been looked through.
  package var isScanned = false
  /// All articles by name.
  package private(set) var paths: [ArticlePath] = []
  /// What is known of them.
  package private(set) var records: [ArticlePath: ArticleRecord] = [:]
  /// What the list is narrowed to.
  package var filter = "" { didSet { if filter != oldValue { updateVisible() } } }
  /// How the list is ordered.
  package var order = Order.name { didSet { if order != oldValue { updateVisible() } } }
  /// The marked articles.
  package var marked: Set<ArticlePath> = []
  /// The articles in the list, in order.
  package private(set) var visible: [ArticlePath] = []
  /// Where each of them is in the list.
  private var places: [ArticlePath: Int] = [:]
  /// In how many articles an entity is named.
  private var articleCounts: [EntityIndex.Key: Int] = [:]
  /// How many mentions wait for a decision in all articles together.
  package private(set) var undecidedCount = 0
  /// How many articles are done.
  package private(set) var doneCount = 0
  /// How many articles have been read.
  package private(set) var loadedCount = 0
  /// How many articles say when they were published.
  package private(set) var datedCount = 0
  /// How many articles say who published them.
  package private(set) var sourcedCount = 0
  /// How many articles have decisions that are being written.
  package private(set) var pendingCount = 0
  /// How many articles have decisions that are not where they should be.
  package private(set) var failedCount = 0
  /// How many articles have been analysed.
  package private(set) var analysedCount = 0

  /// Makes an empty library.
  package init() {}

  /// Adds articles that are not there yet, and keeps the list sorted.
  package mutating func add(_ new: [ArticlePath], annotator: Annotator) {
    let unknown = new.filter { records[$0] == nil }
    for path in unknown { records[path] = ArticleRecord(path, annotator: annotator) }
    paths = (paths + unknown).sorted()
    updateVisible()
  }

  /// Takes an article out, because its file is gone.
  package mutating func remove(_ path: ArticlePath) {
    guard let record = records.removeValue(forKey: path) else { return }
    count(record, -1)
    for name in record.entityNames { articleCounts[name, default: 1] -= 1 }
    paths.removeAll { $0 == path }
    marked.remove(path)
    updateVisible()
  }

  /// The record of an article.
  package subscript(path: ArticlePath) -> ArticleRecord? { records[path] }

  /// Changes a record and keeps the sums right.
  package mutating func update<Result>(_ path: ArticlePath, _ change: (inout ArticleRecord) -> Result) -> Result? {
    guard var record = records[path] else { return nil }
    // Taken out while it changes, so that the change need not copy it.
    records[path] = nil
    count(record, -1)
    let revision = record.revision
    let names = record.entityNames
    let result = change(&record)
    count(record, 1)
    if record.revision != revision {
      for name in names where !record.entityNames.contains(name) { articleCounts[name, default: 1] -= 1 }
      for name in record.entityNames where !names.contains(name) { articleCounts[name, default: 0] += 1 }
    }
    records[path] = record
    return result
  }

  private mutating func count(_ record: ArticleRecord, _ sign: Int) {
    undecidedCount += sign * record.undecidedCount
    if record.layer.marks.isDone { doneCount += sign }
    if record.stage != .listed { loadedCount += sign }
    if record.document?.metadata.date != nil { datedCount += sign }
    if record.document?.metadata.publisher != nil { sourcedCount += sign }
    switch record.saving {
    case .saved: break
    case .pending: pendingCount += sign
    case .failed: failedCount += sign
    }
    if record.analysis != nil { analysedCount += sign }
  }

  /// In how many articles an entity of this name is mentioned.
  package func articleCount(of key: EntityIndex.Key) -> Int { articleCounts[key] ?? 0 }

  // MARK: - The list

  /// Puts the list together again, after a change that may move articles in it.
  package mutating func updateVisible() {
    var list = paths
    if !filter.isEmpty {
      let condition = ArticleCondition(filter)
      list = list.filter { path in records[path].map { condition.holds(for: $0) } ?? false }
    }
    switch order {
    case .name: break
    case .date: list = sorted(list, by: { $0.document?.metadata.date?.description ?? "" }, >)
    case .title: list = sorted(list, by: { $0.title.lowercased() }, <)
    case .undecided: list = sorted(list, by: \.undecidedCount, >)
    }
    visible = list
    places = Dictionary(uniqueKeysWithValues: list.enumerated().map { ($1, $0) })
  }

  /// By name, as `list` is, where the order leaves it open.
  private func sorted<Key>(
    _ list: [ArticlePath], by key: (ArticleRecord) -> Key, _ precedes: (Key, Key) -> Bool
  ) -> [ArticlePath] {
    let keyed = list.enumerated().compactMap { index, path in records[path].map { (key: key($0), index: index) } }
    return keyed.sorted { left, right in
      if precedes(left.key, right.key) { return true }
      return precedes(right.key, left.key) ? false : left.index < right.index
    }.map { list[$0.index] }
  }

  /// The place of `path` in the list, counted from 0, if it is there.
  package func visibleIndex(of path: ArticlePath) -> Int? { places[path] }

  /// The article `step` places behind `path` in the list, if there is one; among all articles if `path` is not in it.
  package func neighbour(of path: ArticlePath, _ step: Int) -> ArticlePath? {
    guard let (index, list) = place(of: path), list.indices.contains(index + step) else { return nil }
    return list[index + step]
  }

  /// The place of `path` in the list, counted from 1, and the length of the list; among all articles if `path` is not
  /// in it.
  package func position(of path: ArticlePath) -> (index: Int, count: Int)? {
    place(of: path).map { ($0.index + 1, $0.list.count) }
  }

  private func place(of path: ArticlePath) -> (index: Int, list: [ArticlePath])? {
    if let index = places[path] { return (index, visible) }
    return paths.firstIndex(of: path).map { ($0, paths) }
  }
}
