import Testing

@testable import Annotations

@Suite struct EntityIndexTests {
  /// The entities of a marked text: for each the name, then the words of its mentions.
  private func entities(
    _ text: String, _ records: [Entity] = [], change: (inout [Mention]) -> Void = { _ in }
  ) -> [String] {
    let marked = Marked(text)
    var mentions = marked.mentions
    change(&mentions)
    let index = EntityIndex(
      mentions, entities: Dictionary(uniqueKeysWithValues: records.map { ($0.id, $0) }), in: marked.document)
    return index.groups.map { group in
      "\(group.name): " + group.mentions.map { marked.document.text(in: $0.span) }.joined(separator: ", ")
    }
  }

  @Test func `mentions of one label with the same name are one entity, the longest spelling is its name`() {
    #expect(
      entities("«GPE KHARKIV» — «GPE Kharkiv»’s mayor. «GPE Kharkiv's» trams. «PERSON Kharkiv» sang.")
        == ["Kharkiv's: KHARKIV, Kharkiv, Kharkiv's", "Kharkiv: Kharkiv"])
    #expect(entities("«ORG the U.N.» and «ORG UN»") == ["the U.N.: the U.N., UN"])
    #expect(entities("«GPE KABUL» and «GPE Kabul»") == ["Kabul: KABUL, Kabul"])
  }

  @Test func `a last name joins the person named in full, before it or after`() {
    #expect(
      entities("«PERSON Lovelace» wins. «PERSON Ada Lovelace» said. «PERSON Lovelace» left.")
        == ["Ada Lovelace: Lovelace, Ada Lovelace, Lovelace"])
  }

  @Test func `of several people of one last name it is the one named in full last before`() {
    #expect(
      entities(
        "«PERSON Smith» — «PERSON Ann Smith», «PERSON Smith», «PERSON Bob Smith», «PERSON Smith», «PERSON Ann Smith», «PERSON Smith»"
      )
        == ["Smith: Smith", "Ann Smith: Ann Smith, Smith, Ann Smith, Smith", "Bob Smith: Bob Smith, Smith"])
  }

  @Test func `a first name, or a last name of another label, joins nobody`() {
    #expect(
      entities("«PERSON Ada Lovelace», «PERSON Ada», «ORG Lovelace»")
        == ["Ada Lovelace: Ada Lovelace", "Ada: Ada", "Lovelace: Lovelace"])
  }

  @Test func `an acronym joins the one name with these initials, before it or after`() {
    #expect(
      entities("«ORG NATO» met. «ORG North Atlantic Treaty Organization» agreed.")
        == ["North Atlantic Treaty Organization: NATO, North Atlantic Treaty Organization"])
    #expect(
      entities("«ORG European Union», «ORG Ecuador United», «ORG EU»").count == 3, "two names have these initials")
    #expect(entities("«GPE European Union», «ORG EU»").count == 2, "the labels differ")
  }

  @Test func `rejected mentions belong to no entity`() {
    let marked = Marked("«GPE Kharkiv»", status: .rejected)
    let index = EntityIndex(marked.mentions, entities: [:], in: marked.document)
    #expect(index.groups.isEmpty && index.group(of: "m0") == nil)
  }

  @Test func `an alias of a recorded entity brings mentions of its label to it`() {
    let record = Entity(id: "e1", name: "Kharkiv", label: "GPE", aliases: ["kharkov", "kharkiv"])
    #expect(
      entities("«GPE Kharkov», «GPE the Kharkov», «GPE Kharkiv», «ORG Kharkov»", [record])
        == ["Kharkiv: Kharkov, the Kharkov, Kharkiv", "Kharkov: Kharkov"])
  }

  @Test func `a mention put to an entity by hand belongs to it, whatever its name and label`() {
    let record = Entity(id: "e1", name: "the mayor", label: "PERSON")
    #expect(
      entities("«PERSON Ada Lovelace», «TITLE Mayor», «PERSON Lovelace»", [record]) { $0[1].entity = "e1" }
        == ["Ada Lovelace: Ada Lovelace, Lovelace", "the mayor: Mayor"])
    #expect(entities("«GPE Kharkiv»") { $0[0].entity = "gone" } == ["Kharkiv: Kharkiv"])
  }

  @Test func `splitting one mention off by hand leaves the others together`() {
    let record = Entity(id: "e1", name: "Paris, Texas", label: "GPE")
    #expect(
      entities("«GPE Paris», «GPE Paris», «GPE Paris»", [record]) { $0[1].entity = "e1" }
        == ["Paris: Paris, Paris", "Paris, Texas: Paris"])
  }

  @Test func `last names and acronyms go where the full name was put`() {
    let record = Entity(id: "e1", name: "A. Lovelace", label: "PERSON", aliases: ["ada lovelace"])
    #expect(entities("«PERSON Ada Lovelace», «PERSON Lovelace»", [record]) == ["A. Lovelace: Ada Lovelace, Lovelace"])
    let alliance = Entity(id: "e2", name: "the alliance", label: "ORG")
    #expect(
      entities("«ORG North Atlantic Treaty Organization», «ORG NATO»", [alliance]) { $0[0].entity = "e2" }
        == ["the alliance: North Atlantic Treaty Organization, NATO"])
  }

  @Test func `a group knows its other names, its status and its key`() throws {
    let marked = Marked("«PERSON Ada Lovelace», «PERSON Lovelace», «PERSON Ada  Lovelace»")
    var mentions = marked.mentions
    mentions[1].status = .suggested
    var index = EntityIndex(mentions, entities: [:], in: marked.document)
    let group = try #require(index.group(of: "m1"))
    #expect(group.aliases == ["Lovelace"])
    #expect(group.status == .suggested)
    #expect(group.id == .named("PERSON", "ada lovelace"))
    #expect(index[group.id] == group && index[.recorded("e")] == nil && index[.named("PERSON", "lovelace")] == nil)
    mentions[2].status = .unsure
    index = EntityIndex(mentions, entities: [:], in: marked.document)
    #expect(index.group(of: "m0")?.status == .unsure)
  }

  @Test func `every standing mention is in exactly one group, in the order of the text`() {
    for seed in 0..<200 {
      var make = Generator(seed: seed)
      let document = Document(
        make.prose(words: 40, names: ["Ada Lovelace", "Lovelace", "EU", "European Union", "the EU"]))
      let layer = make.layer(in: document, mentions: 0...25)
      let mentions = layer.mentionsInReadingOrder
      let index = EntityIndex(mentions, entities: layer.entities, in: document)
      let standing = mentions.filter { $0.status != .rejected }
      #expect(Mention.inReadingOrder(index.groups.flatMap(\.mentions)) == standing, "seed \(seed)")
      #expect(Set(index.groups.map(\.id)).count == index.groups.count, "seed \(seed)")
      #expect(index.groups.map { $0.mentions[0] } == Mention.inReadingOrder(index.groups.map { $0.mentions[0] }))
      for group in index.groups {
        #expect(group.mentions == Mention.inReadingOrder(group.mentions))
        #expect(index[group.id] == group && !group.aliases.contains(group.name))
        for mention in group.mentions { #expect(index.group(of: mention.id)?.id == group.id) }
      }
    }
  }
}
