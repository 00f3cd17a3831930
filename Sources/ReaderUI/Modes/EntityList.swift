import Annotations

/// What the pane lists of one article: entities by label, those with most mentions first, then what has lost its place.
struct EntityList: Sendable {
  /// A row.
  enum Row: Hashable {
    case label(Label)
    /// The entity with this number in ``EntityIndex/groups``.
    case entity(Int)
    case lostHeading(Int)
    /// The one with this number among those that have lost their place.
    case lost(Int)
  }

  /// The rows.
  private(set) var rows: [Row] = []
  /// The entities that are listed.
  private(set) var groups: [EntityIndex.Group] = []
  private var path: ArticlePath?
  private var revision = 0
  private var unplaced: [Sidecar.Unplaced] = []
  private var labels: [Label] = []

  /// Makes an empty list.
  init() {}

  /// Lists what is in `record`, in the order of `labels`.
  init(_ record: ArticleRecord, _ labels: LabelSet) {
    path = record.path
    revision = record.revision
    unplaced = record.unplaced
    self.labels = labels.labels
    guard let document = record.document else { return }
    let index = record.entities ?? EntityIndex(record.combined.mentions, entities: record.layer.entities, in: document)
    groups = index.groups
    let byLabel = Dictionary(grouping: groups.indices, by: { groups[$0].label })
    let others = byLabel.keys.filter { !self.labels.contains($0) }.sorted()
    for label in self.labels + others {
      guard let numbers = byLabel[label] else { continue }
      rows.append(.label(label))
      rows += inOrder(numbers).map { .entity($0) }
    }
    if !unplaced.isEmpty {
      rows.append(.lostHeading(unplaced.count))
      rows += unplaced.indices.map { .lost($0) }
    }
  }

  /// Most mentions first; of equally many by name.
  private func inOrder(_ numbers: [Int]) -> [Int] {
    let keyed = numbers.map { (count: groups[$0].mentions.count, name: groups[$0].name, number: $0) }
    return keyed.sorted { ($1.count, $0.name) < ($0.count, $1.name) }.map(\.number)
  }

  /// Whether it lists `record` as it is now.
  func isCurrent(for record: ArticleRecord, _ labels: LabelSet) -> Bool {
    path == record.path && revision == record.revision && self.labels == labels.labels && unplaced == record.unplaced
  }

  /// How many entities there are.
  var count: Int { groups.count }

  /// The row of an entity.
  func row(of key: EntityIndex.Key) -> Int? {
    rows.firstIndex { if case .entity(let number) = $0 { groups[number].id == key } else { false } }
  }

  /// The entities in order.
  var keys: [EntityIndex.Key] {
    rows.compactMap { if case .entity(let number) = $0 { groups[number].id } else { nil } }
  }

  /// How many mentions have lost their place.
  var lostCount: Int { unplaced.count }

  /// One that has lost its place.
  func lost(_ number: Int) -> Sidecar.Unplaced { unplaced[number] }
}
