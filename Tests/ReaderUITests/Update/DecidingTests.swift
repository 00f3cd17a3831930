import Annotations
import Testing

@testable import ReaderUI

@Suite struct DecidingTests {
  @Test func `the reader lands on the first thing to decide`() {
    let scene = Scene(reading: "Some words, then «PERSON Ada» and «ORG Acme».")
    #expect(scene.selection == "Ada")
    #expect(scene.status.contains("Ada · PERSON · suggested 0.90"))
  }

  @Test func `a accepts and goes to the next undecided mention`() {
    var scene = Scene(reading: "«PERSON Ada» met «ORG Acme» in «GPE Paris».")
    scene.press("a")
    #expect(scene.decisions() == "«PERSON Ada» met Acme in Paris.")
    #expect(scene.selection == "Acme")
    #expect(scene.status.contains("2 undecided"))
    #expect(scene.saved["story.txt"]?.mentions.count == 1)
  }

  @Test func `x rejects, and a rejected suggestion is kept and hidden`() {
    var scene = Scene(reading: "«PERSON Ada» met «ORG Acme».")
    scene.press("x")
    #expect(scene.decisions() == "«PERSON! Ada» met Acme.")
    #expect(!scene.screen.contains("Ada)P"))
    scene.press("z r")
    #expect(scene.screen.contains("~Ada~"))
  }

  @Test func `s flags as unsure and goes on; what is unsure stays undecided`() {
    var scene = Scene(reading: "«PERSON Ada» met «ORG Acme».")
    scene.press("s")
    #expect(scene.decisions() == "«PERSON? Ada» met Acme.")
    #expect(scene.selection == "Acme")
    #expect(scene.status.contains("2 undecided"))
  }

  @Test func `after the last decision the status says that everything is decided`() {
    var scene = Scene(reading: "«PERSON Ada» met «ORG Acme».")
    scene.press("a a")
    #expect(scene.status.contains("all decided, D: done"))
  }

  @Test func `twenty-one suggestions are twenty-one keys`() {
    let text = (1...21).map { "«ORG Company\($0)»" }.joined(separator: " met ")
    var scene = Scene(reading: text)
    scene.press(Array(repeating: "a", count: 21).joined(separator: " "))
    #expect(scene.saved["story.txt"]?.mentions.values.count { $0.status == .accepted } == 21)
  }

  @Test func `a digit relabels the mention and stays on it`() {
    var scene = Scene(reading: "«PERSON Acme» met «ORG Ada».")
    scene.press("2")
    #expect(scene.decisions() == "«ORG Acme» met Ada.")
    #expect(scene.selection == "Acme")
  }

  @Test func `relabelling accepts, and remembers what was suggested`() {
    var scene = Scene(reading: "«PERSON Acme» met Ada.")
    scene.press("2")
    let mention = scene.saved["story.txt"]?.mentions.values.first
    #expect(mention?.status == .accepted)
    #expect(mention?.provenance.method == .relabelled)
    #expect(mention?.provenance.origin?.label == .person)
    #expect(mention?.provenance.confidence == 0.9)
  }

  @Test func `a digit on a bare word marks it and offers the other occurrences`() {
    var scene = Scene(reading: "Missiles fell. More Missiles came.")
    scene.press("g g 7")
    #expect(scene.decisions() == "«EVENT Missiles» fell. More Missiles came.")
    #expect(scene.status.contains("1 more here"))
  }

  @Test func `a decision on a bare word says what to do instead`() {
    var scene = Scene(reading: "Nothing is marked here.")
    scene.press("a")
    #expect(scene.status.contains("No mention here"))
    #expect(scene.decisions() == "Nothing is marked here.")
  }

  @Test func `x on a mention made by hand removes it`() {
    var scene = Scene(reading: "Missiles fell.")
    scene.press("g g 7 x")
    #expect(scene.decisions() == "Missiles fell.")
    #expect(scene.saved["story.txt"]?.mentions.isEmpty == true)
  }

  @Test func `d takes a decision back so that the suggestion waits again`() {
    var scene = Scene(reading: "«PERSON Ada» met «ORG Acme».")
    scene.press("a S-Tab d")
    #expect(scene.decisions() == "Ada met Acme.")
    #expect(scene.status.contains("2 undecided"))
  }

  @Test func `the point repeats the last label`() {
    var scene = Scene(reading: "«PERSON Acme» and «PERSON Globex» met.")
    scene.press("2 Tab .")
    #expect(scene.decisions() == "«ORG Acme» and «ORG Globex» met.")
  }

  @Test func `a condition names a label that there is`() {
    var scene = Scene(reading: "«ORG Acme» met «GPE Oslo» and «SHIP Mayflower».")
    scene.press(": \"accept-all label=GPA\" Enter")
    #expect(scene.status.contains("there is no label \"GPA\""))
    scene.press(": \"accept-all label=gpe\" Enter")
    #expect(scene.decisions() == "Acme met «GPE Oslo» and Mayflower.")
    scene.press(": \"accept-all label=SHIP\" Enter")
    #expect(scene.decisions() == "Acme met «GPE Oslo» and «SHIP Mayflower».")
  }

  @Test func `accept-all takes only what fulfils the condition, as one step`() {
    var scene = Scene(reading: "«PERSON Ada» met «ORG? Acme» in «GPE Paris».")
    scene.press(": \"accept-all score>=0.8\" Enter")
    #expect(scene.decisions() == "«PERSON Ada» met Acme in «GPE Paris».")
    scene.press("u")
    #expect(scene.decisions() == "Ada met Acme in Paris.")
  }

  @Test func `what is read only is not changed, and says whose it is`() {
    var scene = Scene(["story.txt": "«PERSON Ada» spoke."])
    scene.heldElsewhere = ["story.txt"]
    scene.press("Enter a")
    #expect(scene.decisions() == "Ada spoke.")
    #expect(scene.status.contains("boris on desk"))
    #expect(scene.status.contains("read only"))
    #expect(scene.journal.isEmpty)
  }

  @Test func `started read only, nothing is written`() {
    var scene = Scene(["story.txt": "«PERSON Ada» spoke."], isReadOnly: true)
    scene.press("Enter a 2 x")
    #expect(scene.journal.isEmpty)
    #expect(scene.status.contains("Read only"))
  }
}
