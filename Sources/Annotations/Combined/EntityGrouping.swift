/// Finds out what each mention refers to, by the rules of ``EntityIndex``.
///
/// It is done anew after each decision, so everything that depends on label and words alone is done once for all
/// mentions that share them, and keys are compared as numbers.
struct EntityGrouping: Sendable {
  /// The entities that mentions may refer to.
  private(set) var keys: [EntityIndex.Key] = []
  /// For each mention an index into ``keys``; nil when it was rejected.
  private(set) var key: [Int?] = []

  /// Mentions with the same label and the same words.
  private struct Form {
    let label: Label
    let name: EntityName
    /// What the rules that look at nothing else say.
    var key: Int
    /// Whether an entity that somebody touched has this name.
    let isAdopted: Bool
  }

  /// A label with words as they stand in the text.
  private struct Spelling: Hashable {
    let label: Label
    let words: ArraySlice<UInt8>

    func hash(into hasher: inout Hasher) {
      hasher.combine(label)
      words.withUnsafeBytes { hasher.combine(bytes: $0) }
    }
  }

  private var forms: [Form] = []
  private var form: [Int?] = []
  private var numbers: [EntityIndex.Key: Int] = [:]

  init(_ mentions: [Mention], _ entities: [Entity.ID: Entity], _ document: Document) {
    findForms(mentions, entities, document)
    key = form.indices.map { index in form[index].map { forms[$0].key } }
    for (index, mention) in mentions.enumerated() where key[index] != nil {
      if let entity = mention.entity, entities[entity] != nil { key[index] = number(.recorded(entity)) }
    }
    let isByHand = mentions.map { $0.entity.map { entities[$0] != nil } ?? false }
    joinAcronyms(isByHand)
    joinPeople(isByHand)
  }

  /// The index of `key` in ``keys``.
  func index(of key: EntityIndex.Key) -> Int? { numbers[key] }

  /// Label and normalised name of everything that is mentioned.
  var names: Set<EntityIndex.Key> { Set(forms.lazy.map { .named($0.label, $0.name.normalised) }) }

  /// How the mention with this index is called.
  func name(of index: Int) -> String { form[index].map { forms[$0].name.shown } ?? "" }

  private mutating func number(_ key: EntityIndex.Key) -> Int {
    if let known = numbers[key] { return known }
    numbers[key] = keys.count
    keys.append(key)
    return keys.count - 1
  }

  private mutating func findForms(_ mentions: [Mention], _ entities: [Entity.ID: Entity], _ document: Document) {
    var adopted: [EntityIndex.Key: Entity.ID] = [:]
    for entity in entities.values.sorted(by: { $0.id < $1.id }) {
      for alias in entity.aliases where adopted[.named(entity.label, alias)] == nil {
        adopted[.named(entity.label, alias)] = entity.id
      }
    }
    numbers.reserveCapacity(mentions.count)
    var known = [Spelling: Int](minimumCapacity: mentions.count)
    form.reserveCapacity(mentions.count)
    for mention in mentions {
      guard mention.status != .rejected else {
        form.append(nil)
        continue
      }
      let spelling = Spelling(label: mention.label, words: document.bytes[mention.span.range])
      if let index = known[spelling] {
        form.append(index)
        continue
      }
      let name = EntityName(document.text(in: mention.span))
      let own = EntityIndex.Key.named(mention.label, name.normalised)
      let entity = adopted[own]
      known[spelling] = forms.count
      form.append(forms.count)
      let key = number(entity.map { .recorded($0) } ?? own)
      forms.append(Form(label: mention.label, name: name, key: key, isAdopted: entity != nil))
    }
  }

  // MARK: - Names that stand for longer ones

  /// Rule 5.
  private mutating func joinAcronyms(_ isByHand: [Bool]) {
    let acronyms = forms.indices.filter { !forms[$0].isAdopted && forms[$0].name.isAcronym }
    guard !acronyms.isEmpty else { return }
    let wanted = Set(acronyms.map { EntityIndex.Key.named(forms[$0].label, forms[$0].name.normalised) })
    // The long names with these initials: one of them, or -1 when there are several.
    var longNames: [EntityIndex.Key: Int] = [:]
    for (index, form) in forms.enumerated() {
      for initials in form.name.initials {
        let short = EntityIndex.Key.named(form.label, initials)
        guard wanted.contains(short) else { continue }
        let isSame = longNames[short].map { $0 >= 0 && forms[$0].name.normalised == form.name.normalised } ?? true
        longNames[short] = isSame ? longNames[short] ?? index : -1
      }
    }
    guard !longNames.isEmpty else { return }
    // What a long name was put to by hand, its acronym is put to as well.
    var firstKey: [Int: Int] = [:]
    for (index, form) in form.enumerated() {
      if let form, firstKey[form] == nil, let key = key[index] { firstKey[form] = key }
    }
    for acronym in acronyms {
      let short = EntityIndex.Key.named(forms[acronym].label, forms[acronym].name.normalised)
      guard let long = longNames[short], long >= 0 else { continue }
      forms[acronym].key = firstKey[long] ?? forms[long].key
    }
    for index in key.indices where !isByHand[index] {
      if let form = form[index] { key[index] = forms[form].key }
    }
  }

  /// Rule 4. A single name that is a person's last name is no acronym.
  private mutating func joinPeople(_ isByHand: [Bool]) {
    // By last name the people who bear it, each where they begin to be the last one named.
    var people: [String: [(index: Int, key: Int)]] = [:]
    for (index, form) in form.enumerated() {
      guard let form, let key = key[index], forms[form].label == .person else { continue }
      let words = forms[form].name.words
      guard words.count > 1, let last = words.last else { continue }
      if people[last]?.last?.key != key { people[last, default: []].append((index, key)) }
    }
    guard !people.isEmpty else { return }
    for (index, form) in form.enumerated() where !isByHand[index] {
      guard let form, forms[form].label == .person, !forms[form].isAdopted, forms[form].name.words.count == 1,
        let bearers = people[forms[form].name.normalised]
      else { continue }
      if let bearer = bearers.count == 1 ? bearers.first : bearers.last(where: { $0.index < index }) {
        key[index] = bearer.key
      }
    }
  }
}
