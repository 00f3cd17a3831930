import Annotations
import Testing

@testable import ReaderUI

@Suite struct EdgeTests {
  @Test(arguments: [
    ("H", "the «ORG Red Cross Society» of Norway", "«ORG the Red Cross Society» of Norway"),
    ("J", "the «ORG Red Cross Society» of Norway", "the Red «ORG Cross Society» of Norway"),
    ("K", "the «ORG Red Cross Society» of Norway", "the «ORG Red Cross» Society of Norway"),
    ("L", "the «ORG Red Cross Society» of Norway", "the «ORG Red Cross Society of» Norway"),
  ])
  func `H J K L move the edges in keyboard order`(_ example: (key: String, before: String, after: String)) {
    var scene = Scene(reading: example.before)
    scene.press(example.key)
    #expect(scene.decisions() == example.after)
  }

  @Test func `a possessive is passed over in one step`() {
    var scene = Scene(reading: "Then Ukraine's «ORG General Staff» said so.")
    scene.press("H")
    #expect(scene.decisions() == "Then «ORG Ukraine's General Staff» said so.")
  }

  @Test func `an edge does not leave its paragraph, but a name may be broken between two lines`() {
    var scene = Scene(reading: "Storm in «GPE Oslo»\n\nThe harbour closed.")
    scene.press("L A-l")
    #expect(scene.decisions() == "Storm in Oslo\n\nThe harbour closed.")
    #expect(scene.screen.contains("The edge cannot leave its paragraph"))
    var second = Scene(reading: "Storm.\n\n«GPE Oslo» closed.")
    second.press("H A-h")
    #expect(second.decisions() == "Storm.\n\nOslo closed.")
    var wrapped = Scene(reading: "It met the «ORG Bank of\nOslo» and left.")
    wrapped.press("K L")
    #expect(wrapped.decisions() == "It met the «ORG Bank of\nOslo» and left.")
  }

  @Test func `moving an edge keeps identifier, note and entity`() {
    var scene = Scene(reading: "«ORG Acme» Corporation grew.")
    scene.press("a S-Tab c \"check\" Enter R C-u \"Acme Inc\" Enter")
    let before = scene.saved["story.txt"]?.mentions.values.first
    scene.press("L")
    let after = scene.saved["story.txt"]?.mentions.values.first
    #expect(after?.id == before?.id)
    #expect(after?.note == "check")
    #expect(scene.entities() == ["Acme Inc ×1"])
  }

  @Test func `edges go by characters with Alt, whole characters of the reader's eye`() {
    var scene = Scene(reading: "La «PERSON Cafe\u{301}»s.")
    scene.press("A-k")
    #expect(scene.decisions() == "La «PERSON Caf»e\u{301}s.")
    scene.press("A-l")
    #expect(scene.decisions() == "La «PERSON Cafe\u{301}»s.")
  }

  @Test func `an edge cannot pass the other or leave the article`() {
    var scene = Scene(reading: "«ORG Acme»")
    scene.press("J")
    #expect(scene.status.contains("cannot go further"))
    scene.press("H")
    #expect(scene.status.contains("cannot go further"))
    #expect(scene.decisions() == "Acme")
  }

  @Test func `the underscore trims punctuation and space`() {
    var scene = Scene(reading: "He said «WORK_OF_ART “The Fox,” » and left.")
    scene.press("_")
    #expect(scene.decisions() == "He said “«WORK_OF_ART The Fox»,”  and left.")
  }

  @Test func `plus expands to the name, and a digit marks it`() {
    var scene = Scene(reading: "The International Committee of the Red Cross said so.")
    scene.press("g g l")
    #expect(scene.selection == "International")
    scene.press("+")
    #expect(scene.selection == "International Committee of the Red Cross")
    scene.press("2")
    #expect(scene.decisions() == "The «ORG International Committee of the Red Cross» said so.")
  }

  @Test func `minus takes expanding back step by step`() {
    var scene = Scene(reading: "He met Ada Lovelace, a “great mind of her time”, in London.")
    scene.press("g g l l + + + - - -")
    #expect(scene.selection == "Ada")
  }

  @Test func `in select mode motions move one edge, and o exchanges the edges`() {
    var scene = Scene(reading: "one two three four five")
    scene.press("g g l l v l")
    #expect(scene.selection == "three four")
    scene.press("o h h")
    #expect(scene.selection == "one two three four")
    scene.press("2")
    #expect(scene.decisions() == "«ORG one two three four» five")
    #expect(scene.status.hasPrefix(" READ"))
  }

  @Test func `a selection inside a mention makes a nested one`() {
    var scene = Scene(reading: "the «ORG Ministry of Defence of Ukraine» said")
    scene.press("a l l l l v 3")
    #expect(scene.decisions() == "the «ORG Ministry of Defence of «GPE Ukraine»» said")
  }

  @Test func `a word inside a mention stands for the mention`() {
    var scene = Scene(reading: "the «ORG Ministry of Defence» said")
    scene.press("l l")
    #expect(scene.selection == "Ministry of Defence")
    scene.press("a")
    #expect(scene.decisions() == "the «ORG Ministry of Defence» said")
  }

  @Test func `V selects the sentence, mi and ma the units they name`() {
    var scene = Scene(reading: "He left. She said “come back soon” to him. Then it rained.")
    scene.press("g g ) V")
    #expect(scene.selection == "She said “come back soon” to him.")
    scene.press("; l l l m i q")
    #expect(scene.selection == "come back soon")
    scene.press("m a w")
    #expect(scene.selection.hasPrefix("come"))
  }
}
