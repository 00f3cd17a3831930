import Annotations
import Testing

@testable import ReaderUI

@Suite struct EntityTests {
  @Test func `merging offers the likeliest first, and the card shows both forms`() {
    var scene = Scene(
      reading: "«ORG Ministry of Defence of Ukraine» spoke. «GPE Kyiv» waited. The «ORG Ministry of Defence» agreed.")
    scene.press("M")
    #expect(scene.screen.contains("> Ministry of Defence  "))
    scene.press("Enter")
    #expect(scene.entities() == ["Kyiv ×1", "Ministry of Defence of Ukraine ×2"])
    scene.press("i")
    #expect(scene.screen.contains("Aliases    Ministry of Defence"))
    scene.press("q u")
    #expect(scene.entities() == ["Kyiv ×1", "Ministry of Defence of Ukraine ×1", "Ministry of Defence ×1"])
  }

  @Test func `acronyms are merged with what they stand for`() {
    let scene = Scene(reading: "«ORG Médecins Sans Frontières» («ORG MSF») came. «ORG MSF» stayed.")
    #expect(scene.entities() == ["Médecins Sans Frontières ×3"])
  }

  @Test func `a later mention of a merged name joins by itself`() {
    var scene = Scene(reading: "«ORG Acme» and «ORG Globex» met. Then Globex left.")
    scene.press("M Enter")
    #expect(scene.entities().count == 1)
    scene.press("G h 2")
    #expect(scene.selection == "Globex")
    #expect(scene.entities().count == 1)
    #expect(scene.entities().first?.hasSuffix("×3") == true)
  }

  @Test func `splitting makes an entity of its own`() {
    var scene = Scene(reading: "«PERSON Smith» met another «PERSON Smith».")
    #expect(scene.entities() == ["Smith ×2"])
    scene.press("Tab S")
    #expect(scene.entities() == ["Smith ×1", "Smith ×1"])
  }

  @Test func `renaming and linking are kept on the entity`() {
    var scene = Scene(reading: "«PERSON Ada» spoke.")
    scene.press("R C-u \"Ada Lovelace\" Enter g k \"Q7259\" Enter")
    let entity = scene.saved["story.txt"]?.entities.values.first
    #expect(entity?.name == "Ada Lovelace")
    #expect(entity?.knowledgeBaseID == "Q7259")
    #expect(scene.entities() == ["Ada Lovelace ×1"])
  }

  @Test func `the pane accepts and relabels all mentions of an entity`() {
    var scene = Scene(reading: "«ORG Paris» and «ORG Paris» met «PERSON Ada».")
    scene.press("p 3")
    #expect(scene.decisions() == "«GPE Paris» and «GPE Paris» met Ada.")
    scene.press("u a")
    #expect(scene.decisions() == "«ORG Paris» and «ORG Paris» met Ada.")
  }

  @Test func `in the pane marked entities are decided as one step, and M merges just these`() {
    var scene = Scene(reading: "«ORG Acme» met «PERSON Ada» and «GPE Oslo».")
    scene.press("p m m a")
    #expect(scene.decisions() == "«ORG Acme» met Ada and «GPE Oslo».")
    scene.press("u")
    #expect(scene.decisions() == "Acme met Ada and Oslo.")
    scene.press("g g m m 4")
    #expect(scene.decisions() == "«LOC Acme» met «LOC Ada» and Oslo.")
    scene.press("u")
    #expect(scene.decisions() == "Acme met Ada and Oslo.")
    let text = "«ORG Acme» met «ORG Acme Corp» and «ORG Beta» in «GPE Oslo»."
    var merged = Scene(reading: text)
    merged.press("p m m M")
    #expect(merged.entities().contains("Acme Corp ×2"))
    #expect(merged.entities().contains("Beta ×1"))
    var picked = Scene(reading: text)
    picked.press("p m j M")
    #expect(picked.screen.contains("Merge “Acme” with…"), "the marked one, not the one the cursor went on to")
    picked.press("Enter")
    #expect(picked.entities().contains("Acme Corp ×2"))
    var mixed = Scene(reading: text)
    mixed.press("p m G m M")
    #expect(mixed.entities().count == 4)
    #expect(mixed.status.contains("a digit gives them one label, then M"))
  }

  @Test func `after a rejection the pane goes on with the next entity, and back when that is undone`() {
    var scene = Scene(reading: "«ORG Acme» met «ORG Beta» and «ORG Ceres».")
    func key() -> EntityIndex.Key? { if case .pane(let pane) = scene.state.mode { pane.key } else { nil } }
    scene.press("p j")
    #expect(key() == .named(.org, "beta"))
    scene.press("x")
    #expect(key() == .named(.org, "ceres"))
    scene.press("u")
    #expect(key() == .named(.org, "beta"))
  }

  @Test func `a note on a mention, then none`() {
    var scene = Scene(reading: "«PERSON Ada» spoke.")
    scene.press("a S-Tab c \"who is this?\" Enter")
    #expect(scene.saved["story.txt"]?.mentions.values.first?.note == "who is this?")
    scene.press("c C-u Enter")
    #expect(scene.saved["story.txt"]?.mentions.values.first?.note == nil)
  }

  @Test func `the card says what spoke for the mention that the keys act on, if there is room`() {
    var scene = Scene(reading: "«PERSON Smith» met another «PERSON Smith».")
    scene.press("i")
    #expect(scene.screen.contains("Why        Said by the test"))
    #expect(scene.screen.contains("           and by another"))
    #expect(Excerpt.lines(of: "a bb ccc dddd eeeee", cells: 6, count: 3) == ["a bb", "ccc", "dddd …"])
    #expect(Excerpt.lines(of: "abcdefgh  ij", cells: 6, count: 3) == ["abcde…", "ij"])
    #expect(Excerpt.lines(of: " ", cells: 6, count: 3) == [])
  }
}
