import Annotations
import Testing

@testable import ReaderUI

@Suite struct ReviewTests {
  private static let articles: KeyValuePairs = [
    "a.txt": "«ORG Acme» met «PERSON? Ada».", "b.txt": "«ORG Acme» grew. «GPE? Goma» waits.",
  ]

  @Test func `the queue has the least certain first, equal names in one group`() {
    var scene = Scene(Self.articles)
    scene.press("Space u")
    guard case .review(let review) = scene.state.mode else { return #expect(Bool(false), "not in the queue") }
    #expect(review.groups.map(\.text) == ["Ada", "Goma", "Acme"])
    #expect(review.groups.last?.rows.count == 2)
    #expect(scene.row(0).contains("4 mentions  3 groups"))
  }

  @Test func `a decides the whole group as one step`() {
    var scene = Scene(Self.articles)
    scene.press("Space u j j a")
    #expect(scene.decisions("a.txt") == "«ORG Acme» met Ada.")
    #expect(scene.decisions("b.txt") == "«ORG Acme» grew. Goma waits.")
    scene.press("u")
    #expect(scene.decisions("a.txt") == "Acme met Ada.")
    #expect(scene.decisions("b.txt") == "Acme grew. Goma waits.")
  }

  @Test func `what is undone comes back to its place in the queue`() {
    var scene = Scene(Self.articles)
    func queue() -> [String] {
      if case .review(let review) = scene.state.mode { review.groups.map(\.text) } else { [] }
    }
    scene.press("Space u j x")
    #expect(queue() == ["Ada", "Acme"])
    scene.press("u")
    #expect(queue() == ["Ada", "Goma", "Acme"])
    scene.press("U")
    #expect(queue() == ["Ada", "Acme"])
  }

  @Test func `Enter shows the mention in its article, q comes back`() {
    var scene = Scene(Self.articles)
    scene.press("Space u j Enter")
    #expect(scene.state.openPath?.fileName == "b.txt")
    #expect(scene.selection == "Goma")
    scene.press("q")
    #expect(scene.status.hasPrefix(" REVIEW"))
  }

  @Test func `digits relabel, edges move, and marks act on several groups`() {
    var scene = Scene(Self.articles)
    scene.press("Space u 3")
    #expect(scene.decisions("a.txt") == "Acme met «GPE Ada».")
    scene.press("L")
    #expect(scene.decisions("b.txt") == "Acme grew. «GPE Goma waits».")
    var marked = Scene(Self.articles)
    marked.press("Space u m m a")
    #expect(marked.decisions("a.txt") == "Acme met «PERSON Ada».")
    #expect(marked.decisions("b.txt") == "Acme grew. «GPE Goma» waits.")
  }

  @Test func `a mention whose edges are moved stays under the keys until another key`() {
    var scene = Scene(Self.articles)
    func queue() -> [String] {
      if case .review(let review) = scene.state.mode { review.groups.map(\.text) } else { [] }
    }
    scene.press("Space u j L")
    #expect(scene.decisions("b.txt") == "Acme grew. «GPE Goma waits».")
    #expect(queue() == ["Ada", "Goma", "Acme"])
    scene.press("K")
    #expect(scene.decisions("b.txt") == "Acme grew. «GPE Goma» waits.")
    scene.press("j")
    #expect(queue() == ["Ada", "Acme"])
    scene.press("x")
    #expect(scene.decisions("a.txt") == "«ORG! Acme» met Ada.")
    scene.press("u u u")
    #expect(queue() == ["Ada", "Goma", "Acme"])
    scene.press("k k j L x")
    #expect(scene.decisions("b.txt") == "Acme grew. «GPE! Goma waits».")
    #expect(queue() == ["Ada", "Acme"])
  }

  @Test func `what was undone, what cannot move and what a picker is opened for leave the queue as it is`() {
    var scene = Scene(Self.articles)
    func queue() -> [String] {
      if case .review(let review) = scene.state.mode { review.groups.map(\.text) } else { [] }
    }
    scene.press("Space u j L u a")
    #expect(scene.decisions("b.txt") == "Acme grew. «GPE Goma» waits.")
    scene.press("u K a")
    #expect(scene.decisions("b.txt") == "Acme grew. «GPE Goma» waits.", "an edge that cannot move decides nothing")
    scene.press("u L t o")
    #expect(scene.decisions("b.txt") == "Acme grew. «ORG Goma waits».")
    #expect(queue() == ["Ada", "Goma", "Acme"])
    scene.press("j")
    #expect(queue() == ["Ada", "Acme"])
    scene.press("u u k k j L m a")
    #expect(queue().contains("Ada"))
    scene.press("m a")
    #expect(scene.screen.contains("empty") == false)
  }

  @Test func `the queue opens groups and filters`() {
    var scene = Scene(Self.articles)
    scene.press("Space u j j l")
    guard case .review(let opened) = scene.state.mode else { return #expect(Bool(false), "not in the queue") }
    #expect(opened.lines.count == 5)
    scene.press("/ \"gom\" Enter")
    guard case .review(let filtered) = scene.state.mode else { return #expect(Bool(false), "not in the queue") }
    #expect(filtered.lines.count == 1)
    scene.press("Esc")
    guard case .review(let all) = scene.state.mode else { return #expect(Bool(false), "Esc only clears the filter") }
    #expect(all.lines.count == 5)
  }

  @Test func `an empty queue says so`() {
    var scene = Scene(["a.txt": "nothing here"])
    scene.press("Space u")
    #expect(scene.screen.contains("Nothing is undecided"))
  }

  @Test func `what is analysed later comes into a queue that nobody has touched yet`() {
    var scene = Scene(Self.articles)
    let later = Array(scene.state.library.paths.suffix(1))
    let nothing = Analysis(model: "none", coverage: Span(0, 10), sentences: [], suggestions: [])
    scene.send(
      .analysed(
        later.compactMap { path in
          scene.state.library[path]?.document.map { AnalysedArticle(path, $0, nothing) }
        }))
    scene.press("Space u")
    #expect(scene.row(0).contains("2 mentions  2 groups"))
    scene.analyseAgain("b.txt")
    #expect(scene.row(0).contains("4 mentions  3 groups"))
  }

  @Test func `once somebody works in the queue no row moves, and the title says that there is more`() {
    var scene = Scene(Self.articles)
    scene.press("Space u j")
    scene.analyseAgain("b.txt")
    #expect(scene.row(0).contains("R: more  4 mentions  3 groups"))
    #expect(scene.row(3).hasPrefix(">"))
    scene.press("R")
    #expect(!scene.row(0).contains("R: more"))
  }

  @Test func `a search in between does not leave the queue collecting for ever`() {
    var scene = Scene(Self.articles)
    scene.isBusy = true
    scene.press("Space u Space / \"a\"")
    scene.isBusy = false
    scene.press("Esc")
    #expect(scene.row(0).contains("4 mentions  3 groups"))
  }

  @Test func `s records that somebody is unsure, also where the suggestion was, and goes on`() {
    var scene = Scene(Self.articles)
    scene.press("Space u s")
    #expect(scene.decisions("a.txt") == "Acme met «PERSON? Ada».")
    #expect(scene.status.contains("Flagged 1 mention"))
    scene.press("a")
    #expect(scene.decisions("b.txt") == "Acme grew. «GPE Goma» waits.")
    // Once more: what was flagged is in the queue again, and stays there.
    scene.press("R s")
    #expect(scene.status.contains("All that is unsure already"))
    scene.press("a")
    #expect(scene.decisions("a.txt") == "«ORG Acme» met «PERSON? Ada».")
  }
}
