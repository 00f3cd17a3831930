/// The entities of a document: which mentions refer to the same thing, as far as hands and names tell.
///
/// In this order:
/// 1. mentions that were put to an ``Entity`` by hand are its mentions;
/// 2. a mention whose label an entity has, and whose normalised name is one of its aliases, joins it;
/// 3. mentions of one label with the same normalised name are one entity;
/// 4. the last name of a person joins the one person of that last name (the nearest before it, when there are several);
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

  /// Finds the entities among `mentions`, which must be in reading order.
  public init(_ mentions: [Mention], entities: [Entity.ID: Entity], in document: Document) {
    let standing = mentions.filter { $0.status != .rejected }
    let names = standing.map { EntityName(document.text(in: $0.span)) }
    let keys = Self.keys(of: standing, names: names, entities: entities)
    var order: [Key: Int] = [:]
    var groups: [Group] = []
    var positions: [Mention.ID: Int] = [:]
    var spellings: [[String: Int]] = []
    for (index, mention) in standing.enumerated() {
      let key = keys[index]
      let position: Int
      if let known = order[key] {
        position = known
      } else {
        position = groups.count
        order[key] = position
        groups.append(Group(id: key, name: "", label: mention.label, mentions: [], aliases: []))
        spellings.append([:])
      }
      groups[position].mentions.append(mention)
      positions[mention.id] = position
      spellings[position][names[index].shown, default: 0] += 1
    }
    for position in groups.indices {
      let spelled = Self.bestFirst(spellings[position].keys)
      groups[position].name = spelled.first ?? ""
      if case .recorded(let id) = groups[position].id, let entity = entities[id] {
        groups[position].name = entity.name
        groups[position].label = entity.label
      }
      groups[position].aliases = spelled.filter { $0 != groups[position].name }.sorted()
    }
    self.groups = groups
    self.positions = positions
  }

  /// The longest name first; of those as long, one that is not all capitals, since that is how datelines shout.
  private static func bestFirst(_ names: some Collection<String>) -> [String] {
    func rank(_ name: String) -> (Int, Int) { (-name.count, name.contains(where: \.isLowercase) ? 0 : 1) }
    return names.sorted { rank($0) != rank($1) ? rank($0) < rank($1) : $0 < $1 }
  }

  /// The entity that the mention with identifier `id` refers to, or nil when it was rejected or does not exist.
  public func group(of id: Mention.ID) -> Group? { positions[id].map { groups[$0] } }

  /// The entity known by `key`, if it has mentions.
  public subscript(key: Key) -> Group? { groups.first { $0.id == key } }

  private static func keys(of mentions: [Mention], names: [EntityName], entities: [Entity.ID: Entity]) -> [Key] {
    var adopted: [Key: Key] = [:]
    for entity in entities.values.sorted(by: { $0.id < $1.id }) {
      for alias in entity.aliases where adopted[.named(entity.label, alias)] == nil {
        adopted[.named(entity.label, alias)] = .recorded(entity.id)
      }
    }
    var keys: [Key] = []
    var people = LastNames()
    let initials = Initials(mentions, names)
    for (index, mention) in mentions.enumerated() {
      let name = names[index]
      let own = Key.named(mention.label, name.normalised)
      let key: Key
      if let entity = mention.entity, entities[entity] != nil {
        key = .recorded(entity)
      } else if let recorded = adopted[own] {
        key = recorded
      } else if mention.label == .person, let person = people.person(lastNamed: name) {
        key = person
      } else if let long = initials.longName(of: name, mention.label) {
        key = adopted[long] ?? long
      } else {
        key = own
      }
      if mention.label == .person { people.note(name, as: key) }
      keys.append(key)
    }
    return keys
  }
}

/// The people named in full so far, by last name.
private struct LastNames {
  private var people: [String: EntityIndex.Key] = [:]

  func person(lastNamed name: EntityName) -> EntityIndex.Key? {
    name.words.count == 1 ? name.words.last.flatMap { people[$0] } : nil
  }

  mutating func note(_ name: EntityName, as key: EntityIndex.Key) {
    guard name.words.count > 1, let last = name.words.last else { return }
    people[last] = key
  }
}

/// The names that have initials, by label and initials; only where one name alone has them.
private struct Initials {
  private var names: [EntityIndex.Key: Set<String>] = [:]

  init(_ mentions: [Mention], _ entityNames: [EntityName]) {
    for (mention, name) in zip(mentions, entityNames) {
      for initials in name.initials { names[.named(mention.label, initials), default: []].insert(name.normalised) }
    }
  }

  func longName(of name: EntityName, _ label: Label) -> EntityIndex.Key? {
    guard name.isAcronym, let long = names[.named(label, name.normalised)], long.count == 1 else { return nil }
    return long.first.map { .named(label, $0) }
  }
}
