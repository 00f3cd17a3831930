import Annotations
import Testing

@testable import ReaderUI

@Suite struct PropagationTests {
  private static let articles: KeyValuePairs = [
    "a.txt": "«ORG? Azov» fought. A second Azov medic was hurt.", "b.txt": "The sea of «LOC? Azov» is closed.",
    "c.txt": "«ORG? Azov» gave evidence.",
  ]

  @Test func `A and Enter label all occurrences in all articles, and one undo takes all back`() {
    var scene = Scene(Self.articles)
    scene.press("Enter 2 A")
    #expect(scene.screen.contains("Apply “Azov” → ORG"))
    scene.press("Enter")
    #expect(scene.decisions("a.txt") == "«ORG Azov» fought. A second «ORG Azov» medic was hurt.")
    #expect(scene.decisions("b.txt") == "The sea of «ORG Azov» is closed.")
    #expect(scene.decisions("c.txt") == "«ORG Azov» gave evidence.")
    scene.press("u")
    #expect(scene.decisions("a.txt") == "«ORG Azov» fought. A second Azov medic was hurt.")
    #expect(scene.decisions("b.txt") == "The sea of Azov is closed.")
    #expect(scene.decisions("c.txt") == "Azov gave evidence.")
  }

  @Test func `what is unticked is left alone, and Esc changes nothing`() {
    var scene = Scene(Self.articles)
    scene.press("Enter 2 A j Space Enter")
    #expect(scene.decisions("b.txt") == "The sea of Azov is closed.")
    #expect(scene.decisions("c.txt") == "«ORG Azov» gave evidence.")
    var other = Scene(Self.articles)
    other.press("Enter 2 A Esc")
    #expect(other.decisions("c.txt") == "Azov gave evidence.")
    #expect(other.journal.count == 1)
  }

  @Test func `words inside another mention and decided ones are not ticked by themselves`() {
    var scene = Scene([
      "a.txt": "«GPE Paris» met.", "b.txt": "The «ORG Paris Club» met.", "c.txt": "«PERSON Paris» Hilton sang.",
    ])
    scene.press("j j Enter a q k k Enter a S-Tab A")
    #expect(scene.screen.contains("in Paris Club"))
    #expect(scene.screen.contains("is PERSON"))
    #expect(scene.screen.contains("apply to 0"))
    scene.press("o")
    #expect(scene.screen.contains("apply to 1"))
  }

  @Test func `whole words, capitals and scope can be switched`() {
    var scene = Scene(["a.txt": "«ORG Art» is not art, nor Artful.", "b.txt": "Art again."])
    scene.press("Enter a S-Tab A")
    #expect(scene.screen.contains("apply to 1"))
    scene.press("c")
    #expect(scene.screen.contains("apply to 2"))
    scene.press("w")
    #expect(scene.screen.contains("apply to 3"))
    scene.press("s")
    #expect(scene.screen.contains("scope this article"))
    #expect(scene.screen.contains("apply to 2"))
  }

  @Test func `a name in capitals is found where the same entity is written in small letters`() {
    var scene = Scene([
      "a.txt": "«GPE BERGEN», 12 June — A ferry left «GPE Bergen». Bergen waved.", "b.txt": "A bergen is a rucksack.",
    ])
    scene.press("Enter A Enter")
    #expect(scene.decisions("a.txt") == "«GPE BERGEN», 12 June — A ferry left «GPE Bergen». «GPE Bergen» waved.")
    #expect(scene.decisions("b.txt") == "A bergen is a rucksack.")
  }

  @Test func `articles that somebody else has open are left out and named`() {
    var scene = Scene(Self.articles)
    scene.heldElsewhere = ["c.txt"]
    scene.press("Enter 2 A Enter")
    #expect(scene.decisions("c.txt") == "Azov gave evidence.")
    #expect(scene.decisions("b.txt") == "The sea of «ORG Azov» is closed.")
    #expect(scene.state.log.entries.contains { $0.text.contains("c.txt: boris") })
  }

  @Test func `more occurrences than can be listed are said, and A again has the rest`() {
    let many = String(repeating: "Azov and more.\n", count: 4000)
    var scene = Scene(["a.txt": "«ORG? Azov» fought.\n" + many, "b.txt": many, "c.txt": "Azov"])
    scene.press("Enter 2")
    #expect(scene.status.contains("very many more here"))
    scene.press("A")
    #expect(scene.screen.contains("apply to 5000"))
    #expect(scene.screen.contains("the first 5000; A again for more; 1 article not looked at"))
    scene.press("Enter A")
    #expect(scene.screen.contains("apply to 3001"))
    #expect(!scene.screen.contains("not looked at"))
  }

  @Test func `articles that have not been read yet are counted`() {
    var scene = Scene(Self.articles)
    let unread = ArticlePath("/news/d.txt")
    scene.press("Enter 2")
    scene.state.library.add([unread], annotator: .person("anna"))
    scene.press("A")
    #expect(scene.screen.contains("apply to 3"))
    #expect(scene.screen.contains("1 article not looked at"))
  }

  @Test func `of a name and a longer form of it at one place the longer counts`() {
    var scene = Scene(["a.txt": "«ORG Bank» of many Banks and a Bank."])
    scene.press("Enter a S-Tab A i")
    #expect(scene.screen.contains("apply to 2"))
    scene.press("Enter")
    #expect(scene.decisions("a.txt") == "«ORG Bank» of many «ORG Banks» and a «ORG Bank».")
  }
}
