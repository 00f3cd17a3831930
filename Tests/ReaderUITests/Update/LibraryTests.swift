import Annotations
import Testing

@testable import ReaderUI

@Suite struct LibraryTests {
  private static let articles: KeyValuePairs = [
    "a.txt": "---\ntitle: Grain ships leave\ndate: 2026-06-11\nsource: Black Sea Desk\n---\n«ORG Acme» grew.",
    "b.txt": "---\ntitle: Court sets date\ndate: 2026-06-05\nsource: Example Wire\n---\nNothing.",
    "c.txt": "---\ntitle: Ships again\ndate: 2026-06-12\nsource: Example Wire\n---\n«PERSON? Ada» and «GPE Goma».",
  ]

  @Test func `all articles are listed with date, source, title and counts`() {
    let scene = Scene(Self.articles)
    #expect(scene.row(2).contains("> •"))
    #expect(scene.row(2).contains("2026-06-11 Black Sea Desk  Grain ships leave"))
    #expect(scene.row(4).contains("? 2026-06-12 Example Wire"))
    #expect(scene.row(0).contains("0 done  3 undecided"))
    #expect(scene.row(-1).hasSuffix("?:help"))
  }

  @Test func `arrows and Enter open the second article, q comes back to the same row`() {
    var scene = Scene(Self.articles)
    scene.press("Down Enter")
    #expect(scene.state.openPath?.fileName == "b.txt")
    scene.press("q")
    #expect(scene.row(3).hasPrefix(">"))
  }

  @Test func `the filter is live, and Esc gives the full list back`() {
    var scene = Scene(Self.articles)
    scene.press("/ \"ships\"")
    #expect(scene.state.library.visible.map(\.fileName) == ["a.txt", "c.txt"])
    scene.press("Esc")
    #expect(scene.state.library.visible.count == 3)
  }

  @Test(arguments: [
    ("undecided>0", ["a.txt", "c.txt"]), ("source:wire", ["b.txt", "c.txt"]), ("date>=2026-06-11", ["a.txt", "c.txt"]),
    ("unsure>0", ["c.txt"]), ("Ships", ["c.txt"]), ("is:done", []), ("title:court source:wire", ["b.txt"]),
  ])
  func `conditions narrow the list`(_ example: (filter: String, files: [String])) {
    var scene = Scene(Self.articles)
    scene.press("/ \"\(example.filter)\" Enter")
    #expect(scene.state.library.visible.map(\.fileName) == example.files)
  }

  @Test func `articles are sorted by date, title and undecided`() {
    var scene = Scene(Self.articles)
    scene.press("o d")
    #expect(scene.state.library.visible.map(\.fileName) == ["c.txt", "a.txt", "b.txt"])
    scene.press("o t")
    #expect(scene.state.library.visible.map(\.fileName) == ["b.txt", "a.txt", "c.txt"])
    scene.press("o u")
    #expect(scene.state.library.visible.map(\.fileName) == ["c.txt", "a.txt", "b.txt"])
  }

  @Test func `marked articles are done together, as one step`() {
    var scene = Scene(Self.articles)
    scene.press("m m D")
    #expect(scene.row(0).contains("2 done"))
    scene.press("u")
    #expect(scene.row(0).contains("0 done"))
  }

  @Test func `done asks about the undecided, then opens the next article not done`() {
    var scene = Scene(Self.articles)
    scene.press("Enter D")
    #expect(scene.screen.contains("1 mention is still undecided"))
    scene.press("a")
    #expect(scene.state.openPath?.fileName == "b.txt")
    #expect(scene.decisions("a.txt").contains("«ORG Acme»"))
    #expect(scene.state.library[ArticlePath("/news/a.txt")]?.layer.marks.isDone == true)
    scene.press("D D d")
    #expect(scene.status.contains("Every article here is done"))
  }

  @Test func `Enter in that dialog goes to the first undecided and decides nothing`() {
    var scene = Scene(Self.articles)
    scene.press("Enter G D Enter")
    #expect(scene.selection == "Acme")
    #expect(scene.state.library[ArticlePath("/news/a.txt")]?.layer.isEmpty == true)
  }

  @Test func `no articles: the first screen says what to do`() {
    var scene = Scene([:])
    #expect(scene.screen.contains("No articles here yet."))
    #expect(scene.screen.contains("/news"))
    scene.press("d")
    #expect(scene.asked == ["demo"])
    scene.press("o \"/tmp\" Enter")
    #expect(scene.asked == ["demo", "path /tmp"])
    scene.press("q")
    #expect(scene.hasQuit)
  }

  @Test func `q quits without a question when all is on disk, and asks when it is not`() {
    var scene = Scene(Self.articles)
    scene.press("Enter a q q")
    #expect(scene.hasQuit)
    var full = Scene(Self.articles)
    full.diskIsFull = true
    full.press("Enter a")
    #expect(full.status.contains("NOT SAVED"))
    full.press("Esc q q")
    #expect(!full.hasQuit)
    #expect(full.screen.contains("Not everything is on disk"))
    full.press("q")
    #expect(full.hasQuit)
  }

  @Test func `it says "saving" until the articles left behind are on disk too`() {
    var scene = Scene(Self.articles)
    scene.diskIsSlow = true
    scene.press("Enter a >")
    #expect(scene.state.openPath?.fileName == "b.txt")
    #expect(scene.status.hasSuffix(" saving"))
    scene.press("q")
    #expect(scene.status.hasSuffix(" saving"))
    scene.diskIsSlow = false
    scene.press("C-s")
    #expect(scene.status.hasSuffix(" saved"))
  }

  @Test func `an article whose file changes is analysed anew, whether it is open or not`() {
    var scene = Scene(Self.articles)
    scene.rewrite("a.txt", "«GPE Goma», «GPE Goma» and much more that was not there before.")
    #expect(scene.row(2).hasSuffix("  2       2"))
    scene.press("Enter")
    #expect(scene.selection == "Goma")
    scene.rewrite("a.txt", "Nothing of it was true, says «PERSON Ada».")
    #expect(scene.status.contains("1 undecided"))
    #expect(!scene.screen.contains("Goma"))
  }

  @Test func `C-t takes the preview away and brings it back, in the list and in a search`() {
    var scene = Scene(["a.txt": "Rain fell on Bergen.\n\nThen the sun came out."], columns: 120, rows: 30)
    #expect(scene.screen.contains("the sun came out"))
    scene.press("C-t")
    #expect(!scene.screen.contains("the sun came out"))
    scene.press("C-t")
    #expect(scene.screen.contains("the sun came out"))
    var long = Scene(reading: String(repeating: "Rain fell.\n", count: 200) + "A zebra ran.")
    let path = long.state.openPath
    long.press("/ C-t \"zebra\"")
    #expect(path.flatMap { long.state.readings[$0]?.top } == 0, "nothing moves below")
    long.press("C-t")
    #expect(path.flatMap { long.state.readings[$0]?.top } != 0)
    long.press("C-t")
    #expect(path.flatMap { long.state.readings[$0]?.top } == 0)
  }

  @Test func `one article that is being written, or cannot be, is enough for the word in the status line`() {
    var scene = Scene(["a.txt": "«PERSON Ada» spoke.", "b.txt": "«PERSON Bo» spoke."])
    scene.diskIsSlow = true
    scene.press("Enter a q")
    #expect(scene.status.contains("saving"))
    scene.finishOneSave()
    #expect(scene.status.contains("saved"))
    scene.diskIsSlow = false
    scene.diskIsFull = true
    scene.press("j Enter a Esc q")
    #expect(scene.status.contains("NOT SAVED"))
    scene.diskIsFull = false
    scene.press("C-s")
    #expect(!scene.status.contains("NOT SAVED"))
  }
}
