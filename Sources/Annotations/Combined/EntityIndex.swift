/// The entities of a document: which mentions refer to the same thing, as far as hands and names tell.
///
/// In this order:
/// 1. mentions that were put to an ``Entity`` by hand are its mentions;
/// 2. a mention whose label an entity has, and whose normalised name is one of its aliases, joins it;
/// 3. mentions of one label with the same normalised name are one entity;
/// 4. a single name of a person joins the one person of that last name, wherever that one is named in full; of several,
///    the one named in full last before it;
/// 5. an acronym joins the one name of the same label that has these initials.
/// Rejected mentions belong to no entity.
public struct EntityIndex: Sendable {
  /// What an entity is known by within one document.
  public enum Key: Hashable, Sendable {
    /// Somebody touched it: it has a record.
    case recorded(Entity.ID)
    /// It follows from the names: label and normalised name.
    case named(Label, String)
  }

  /// One entity with its mentions.
  public struct Group: Hashable, Sendable, Identifiable {
    /// What it is known by.
    public let id: Key
    /// The name to show: that of the record, else the longest one it is mentioned by.
    public var name: String
    /// The label of its mentions.
    public var label: Label
    /// Its mentions in reading order.
    public var mentions: [Mention]
    /// The other names it is mentioned by, alphabetically.
    public var aliases: [String]

    /// The status to show for the whole: unsure or suggested as long as one mention is, else accepted.
    public var status: Status {
      if mentions.contains(where: { $0.status == .unsure }) { return .unsure }
      return mentions.contains { $0.status == .suggested } ? .suggested : .accepted
    }
  }

  /// The entities in the order of their first mentions.
  public let groups: [Group]
  private let positions: [Mention.ID: Int]
  private let grouping: EntityGrouping
  /// For each key of ``grouping`` an index into ``groups``.
  private let places: [Int?]

  /// Finds the entities among `mentions`, which must be in reading order.
  public init(_ mentions: [Mention], entities: [Entity.ID: Entity], in document: Document) {
    let grouping = EntityGrouping(mentions, entities, document)
    var groups: [Group] = []
    var spellings: [[String]] = []
    var positions = [Mention.ID: Int](minimumCapacity: mentions.count)
    var places = [Int?](repeating: nil, count: grouping.keys.count)
    for (index, mention) in mentions.enumerated() {
      guard let key = grouping.key[index] else { continue }
      let place = places[key] ?? groups.count
      if place == groups.count {
        places[key] = place
        groups.append(Group(id: grouping.keys[key], name: "", label: mention.label, mentions: [], aliases: []))
        spellings.append([])
      }
      groups[place].mentions.append(mention)
      positions[mention.id] = place
      let shown = grouping.name(of: index)
      if spellings[place].last != shown, !spellings[place].contains(shown) { spellings[place].append(shown) }
    }
    for place in groups.indices {
      let spelled = Self.bestFirst(spellings[place])
      groups[place].name = spelled.first ?? ""
      if case .recorded(let id) = groups[place].id, let entity = entities[id] {
        groups[place].name = entity.name
        groups[place].label = entity.label
      }
      if spelled.count > 1 || spelled.first != groups[place].name {
        groups[place].aliases = spelled.filter { $0 != groups[place].name }.sorted()
      }
    }
    self.groups = groups
    self.positions = positions
    self.grouping = grouping
    self.places = places
  }

  /// The longest name first; of those as long, one that is not all capitals, since that is how datelines shout.
  private static func bestFirst(_ names: [String]) -> [String] {
    guard names.count > 1 else { return names }
    func rank(_ name: String) -> (Int, Int) { (-name.count, name.contains(where: \.isLowercase) ? 0 : 1) }
    return names.sorted { rank($0) != rank($1) ? rank($0) < rank($1) : $0 < $1 }
  }

  /// The entity that the mention with identifier `id` refers to, or nil when it was rejected or does not exist.
  public func group(of id: Mention.ID) -> Group? { positions[id].map { groups[$0] } }

  /// Label and normalised name of every mention, each once.
  public var names: Set<Key> { grouping.names }

  /// The entity known by `key`, if it has mentions.
  public subscript(key: Key) -> Group? {
    grouping.index(of: key).flatMap { places[$0] }.map { groups[$0] }
  }
}
