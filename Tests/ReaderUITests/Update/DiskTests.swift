import Annotations
import Testing

@testable import ReaderUI

@Suite struct DiskTests {
  private func path(_ name: String) -> ArticlePath { ArticlePath("/news/\(name)") }

  @Test func `an article that has not been read cannot be decided on`() {
    var scene = Scene(["b.txt": "«PERSON Ada» spoke."])
    scene.state.library.add([path("a.txt")], annotator: .person("anna"))
    scene.press("g g D")
    #expect(scene.status.contains("a.txt has not been read yet"))
    #expect(scene.journal.isEmpty && scene.state.library.doneCount == 0)
  }

  @Test func `undo waits until all articles of a change have been read`() {
    var scene = Scene(["b.txt": "«PERSON Ada» spoke."])
    let mention = Mention.suggestion(Span(0, 3), .person, by: .person("anna"), confidence: 1)
    let change = Change(
      id: "c1", summary: "applied PERSON to 2 × Ada", time: Timestamp(milliseconds: 1_780_000_000_000),
      parts: [Change.Part(article: path("b.txt"), edits: [.add(mention)])], articles: [path("a.txt"), path("b.txt")])
    let entry = JournalEntry(.did(change), time: change.time)
    let layer = Layer(annotator: .person("anna"), mentions: [mention])
    scene.send(
      .loaded([
        LoadedArticle(
          path: path("b.txt"), document: Document("Ada spoke."), layer: layer, savedLayer: layer, unplaced: [],
          entries: [entry], remarks: [])
      ]))
    scene.state.library.add([path("a.txt")], annotator: .person("anna"))
    scene.press("u")
    #expect(scene.status.contains("Not yet: 1 of the articles"))
    #expect(scene.journal.isEmpty && scene.state.library[path("b.txt")]?.layer == layer)
  }

  @Test func `what was undone is one's own change too, and is not taken over without a question`() {
    var scene = Scene(reading: "«PERSON Ada» met «ORG Acme».")
    scene.press("a")
    let entries = scene.journal
    var second = Scene(reading: "«PERSON Ada» met «ORG Acme».")
    let document = Document("Ada met Acme.")
    let layer = scene.saved["story.txt"] ?? Layer(annotator: .person("anna"))
    second.send(
      .loaded([
        LoadedArticle(
          path: path("story.txt"), document: document, layer: layer, savedLayer: layer, unplaced: [], entries: entries,
          remarks: [])
      ]))
    second.press("u")
    #expect(second.status.contains("Undid"))
    var theirs = layer
    try? theirs.apply([.add(Mention.suggestion(Span(8, 12), .org, by: .person("anna"), confidence: 1))])
    second.send(.changedOnDisk(path("story.txt"), Sidecar(layer: theirs)))
    #expect(second.screen.contains("This article’s annotations changed on disk"))
  }

  @Test func `a lock that becomes free has the article read again`() {
    var scene = Scene(["a.txt": "«PERSON Ada» spoke.", "b.txt": "«ORG Acme» grew."])
    scene.heldElsewhere = ["a.txt"]
    scene.press("Enter")
    #expect(scene.status.contains("read only") || scene.status.contains("Read only"))
    scene.heldElsewhere = []
    scene.press("q")
    scene.send(.locked(path("a.txt"), nil))
    #expect(scene.asked.contains("reread a.txt"))
  }

  @Test func `what the journal lacks is said to be unsaved until the sidecar has it`() {
    var scene = Scene(reading: "«PERSON Ada» met «ORG Acme».")
    scene.diskIsFull = true
    scene.press("a")
    #expect(scene.state.library[path("story.txt")]?.saving.isJournalled == false)
    scene.send(.saveFailed(path("story.txt"), "No space left on device"))
    #expect(scene.state.library[path("story.txt")]?.saving.isJournalled == false)
    scene.diskIsFull = false
    scene.press("Esc x")
    #expect(scene.state.library[path("story.txt")]?.saving == .saved)
  }

  @Test func `an analysis of another text is not taken in`() {
    var scene = Scene(reading: "«PERSON Ada» met «ORG Acme».")
    let before = scene.state.library[path("story.txt")]?.analysis?.suggestions
    let other = Document("Bob met Acme.")
    let suggestion = Mention.suggestion(Span(4, 7), .person, by: .rule("test"), confidence: 0.9)
    let analysis = Analysis(model: "test-1", coverage: other.span, sentences: [], suggestions: [suggestion])
    scene.send(.analysed([AnalysedArticle(path("story.txt"), other, analysis)]))
    #expect(scene.state.library[path("story.txt")]?.analysis?.suggestions == before)
  }

  @Test func `an article that is gone is in no sum any more`() {
    var scene = Scene(["a.txt": "«PERSON Ada» spoke.", "b.txt": "«ORG Acme» grew."])
    #expect(scene.state.library.undecidedCount == 2 && scene.state.library.loadedCount == 2)
    scene.send(.vanished(path("a.txt")))
    #expect(scene.state.library.undecidedCount == 1 && scene.state.library.loadedCount == 1)
    #expect(scene.state.library.analysedCount == 1 && scene.asked.contains("forget"))
  }

  @Test func `looking for articles again reads those that an interrupted reading left`() {
    var scene = Scene(["b.txt": "«PERSON Ada» spoke."])
    scene.state.library.add([path("a.txt")], annotator: .person("anna"))
    #expect(scene.state.library.loadedCount == 1)
    scene.send(.found(scene.state.library.paths, isComplete: true))
    #expect(scene.state.library.loadedCount == 2)
  }

  @Test func `undoing what another program has changed says so, and only that`() {
    var scene = Scene(reading: "«PERSON Ada» met «ORG Acme».")
    scene.press("a")
    let gone = Sidecar(layer: Layer(annotator: .person("anna")))
    scene.send(.changedOnDisk(path("story.txt"), gone))
    scene.press("t")
    #expect(scene.decisions() == "Ada met Acme.")
    scene.press("u")
    #expect(scene.decisions() == "«PERSON Ada» met Acme.")
  }

  @Test func `what another program wrote is asked about once, however often it is noticed`() {
    var scene = Scene(reading: "«PERSON Ada» met «ORG Acme».")
    scene.diskIsSlow = true
    scene.press("a")
    let document = Document("Ada met Acme.")
    let layer = Layer(
      annotator: .person("anna"), mentions: [.suggestion(Span(8, 12), .org, by: .person("anna"), confidence: 1)])
    let bytes = Sidecar(layer: layer).bytes(for: document, article: "story.txt", labels: [], model: nil)
    let theirs = Sidecar(bytes, for: document, annotator: .person("anna"))
    scene.send(.changedOnDisk(path("story.txt"), theirs))
    scene.press("m")
    scene.send(.changedOnDisk(path("story.txt"), theirs))
    #expect(!scene.screen.contains("This article’s annotations changed on disk"))
    scene.finishOneSave()
    scene.finishOneSave()
    // Written once more after ours, it is a change.
    scene.send(.changedOnDisk(path("story.txt"), theirs))
    #expect(scene.screen.contains("This article’s annotations changed on disk"))
  }
}
