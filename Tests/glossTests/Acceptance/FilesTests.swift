import Foundation
import TestSupport
import Testing

@Suite struct FilesTests {
  /// A session that has called the fork a product, with that on disk.
  private func decideOnFork(_ newsroom: Newsroom) throws -> TerminalSession {
    let session = try newsroom.openArticle("d-garden.txt")
    try session.select("fork")
    try session.send(keys: "0")
    try session.waitForStatus("fork · PRODUCT")
    try session.waitUntilSaved()
    return session
  }

  @Test func `annotations changed on disk meanwhile: it asks, and merging loses neither side`() throws {
    let newsroom = try Newsroom()
    let session = try decideOnFork(newsroom)
    try addMention("mice", "NORP", to: "d-garden.txt", newsroom)
    try session.wait(for: "This article’s annotations changed on disk")
    #expect(session.terminal.shows("m  merge both"))
    #expect(session.terminal.statusLine.contains("NOT SAVED"))
    try session.send(keys: "m")
    try session.waitForStatus("Merged: 1 taken over, nothing clashed")
    try session.waitUntilSaved()
    #expect(
      try newsroom.decisions("d-garden.txt").map(\.description) == ["fork PRODUCT accepted", "mice NORP accepted"])
  }

  @Test func `taking theirs can be undone, and keeping mine can be redone`() throws {
    let newsroom = try Newsroom()
    let session = try decideOnFork(newsroom)
    let ours = try newsroom.decisions("d-garden.txt")
    try newsroom.decide("d-garden.txt", [("mice", "NORP", "accepted")])
    let theirs = try newsroom.decisions("d-garden.txt")
    try session.wait(for: "This article’s annotations changed on disk")
    try session.send(keys: "t")
    try session.waitForStatus("The version on disk was taken   u: mine again")
    try session.waitUntilSaved()
    #expect(try newsroom.decisions("d-garden.txt").map(\.text) == theirs.map(\.text))
    try session.send(keys: "u")
    try session.waitForStatus("Undid: took the version on disk")
    try session.waitUntilSaved()
    #expect(try newsroom.decisions("d-garden.txt").map(\.text) == ours.map(\.text))

    try newsroom.decide("d-garden.txt", [("mice", "NORP", "accepted")])
    try session.wait(for: "This article’s annotations changed on disk")
    try session.send(keys: "k")
    try session.waitForStatus("Your version was kept   U: theirs")
    try session.waitUntilSaved()
    #expect(try newsroom.decisions("d-garden.txt").map(\.text) == ours.map(\.text))
    try session.send(keys: "U")
    try session.waitForStatus("Redid: took the version on disk")
    try session.waitUntilSaved()
    #expect(try newsroom.decisions("d-garden.txt").map(\.text) == theirs.map(\.text))
  }

  @Test func `annotations that another program writes are simply taken over where nothing of one's own is at stake`()
    throws
  {
    let newsroom = try Newsroom()
    let session = try newsroom.openArticle("d-garden.txt", ["--color", "never"])
    try newsroom.decide("d-garden.txt", [("fork", "PRODUCT", "accepted")])
    try session.waitForStatus("Another program’s annotations were taken over")
    #expect(session.terminal.shows("[fork]R"))
  }

  @Test func `an article changed by another program is read again, and its decisions find their new places`() throws {
    let newsroom = try Newsroom()
    let session = try newsroom.openArticle("d-garden.txt", ["--color", "never"])
    try session.select("fork")
    try session.send(keys: "0")
    try session.waitUntilSaved()
    try session.select("evening")
    try session.send(keys: "9")
    try session.waitForStatus("evening · CARDINAL")
    try session.waitUntilSaved()
    let text = Articles.garden.replacing("Water it in the evening. ", with: "First of all, read a book about it. ")
    try newsroom.write(text, to: "d-garden.txt")
    try session.wait(for: "the new text") { $0.shows("read a book about it") }
    try session.waitForStatus("1 mention has lost its place: see the entity pane")
    #expect(session.terminal.shows("[fork]R"))
    try session.send(keys: "Space", "m")
    try session.wait(for: "the history") { $0.shows("The article was changed by another program") }
    #expect(session.terminal.shows("The text has changed: 1 mention found at a new place"))
    try session.send(keys: "Esc")
    try session.waitForStatus("READ")
    // What has lost its place is listed, and kept on disk.
    try session.wait(for: "Lost their place: 1")
    #expect(newsroom.sidecar("d-garden.txt").contains("evening"))
    try session.send(keys: "p", "G", "a")
    try session.waitForStatus("“evening” has lost its place   Enter: search")
    try session.send(keys: "Enter")
    try session.waitForStatus("“evening” does not occur here")
    try session.select("mice")
    try session.send(keys: "5")
    try session.waitForStatus("mice · NORP")
    try session.waitUntilSaved()
    #expect(newsroom.sidecar("d-garden.txt").contains(#""text":"evening""#))
    #expect(newsroom.sidecar("d-garden.txt").contains(#""anchor":"lost""#))
  }

  @Test func `an article removed while it is open stays on the screen, and what was decided is kept`() throws {
    let newsroom = try Newsroom()
    let session = try decideOnFork(newsroom)
    try FileManager.default.removeItem(atPath: newsroom.path + "/d-garden.txt")
    try session.waitForStatus("d-garden.txt is gone from the disk")
    #expect(session.terminal.shows("Water it in the evening"))
    try session.select("mice")
    try session.send(keys: "5")
    try session.waitForStatus("mice · NORP")
    try session.waitUntilSaved()
    #expect(newsroom.sidecar("d-garden.txt").contains("mice"))
    #expect(try session.quit() == .status(0))
  }

  @Test func `new articles come into the list by themselves, and removed ones leave it`() throws {
    let newsroom = try Newsroom()
    let session = try newsroom.openLibrary()
    try newsroom.write("---\ntitle: Something new under the sun\n---\nA line.\n", to: "e-new.txt")
    try session.wait(for: "five articles") { $0.titleLine.contains("5 articles") && $0.shows("Something new under") }
    try FileManager.default.removeItem(atPath: newsroom.path + "/e-new.txt")
    try session.wait(for: "four articles") { $0.titleLine.contains("4 articles") && !$0.shows("Something new under") }
  }

  @Test func `broken lines of an annotation file are reported, kept as they are, and harm nothing else`() throws {
    let newsroom = try Newsroom()
    try newsroom.decide("d-garden.txt", [("fork", "PRODUCT", "accepted")])
    let broken = ["{\"type\":\"mention\",\"start\":", "not even JSON", #"{"type":"comet","tail":[1,2.50]}"#]
    try newsroom.write(
      newsroom.sidecar("d-garden.txt") + broken.joined(separator: "\n") + "\n", to: "d-garden.txt.gloss.jsonl")
    let session = try newsroom.openArticle("d-garden.txt")
    try session.send(keys: "Space", "m")
    try session.wait(for: "the lines by their numbers") { screen in
      screen.shows("line 3") && screen.shows("line 4")
    }
    try session.send(keys: "Esc")
    try session.waitForStatus("READ")
    try session.select("mice")
    try session.send(keys: "5")
    try session.waitForStatus("mice · NORP")
    try session.waitUntilSaved()
    let lines = newsroom.sidecar("d-garden.txt").split(separator: "\n").map(String.init)
    for line in broken { #expect(lines.contains(line), "\(lines)") }
    #expect(lines.contains { $0.contains(#""text":"fork""#) })
    #expect(lines.contains { $0.contains(#""text":"mice""#) })
  }

  @Test func `a second instance opens the article read only and says whose lock it is`() throws {
    let newsroom = try Newsroom()
    let first = try newsroom.openArticle("d-garden.txt")
    let second = try newsroom.open([newsroom.path + "/d-garden.txt"], environment: ["USER": "boris"])
    try second.wait(for: "whose lock it is") { screen in
      screen.statusLine.contains("Read only: tester on ") && screen.statusLine.contains("read only")
    }
    try second.send(keys: "C-l")
    try second.select("fork")
    try second.send(keys: "0")
    try second.waitForStatus("Read only: tester on ")
    #expect(newsroom.sidecar("d-garden.txt") == "")
    try first.select("fork")
    try first.send(keys: "0")
    try first.waitForStatus("fork · PRODUCT")
    try first.waitUntilSaved()
    #expect(try newsroom.decisions("d-garden.txt").count == 1)
    // When the first one is gone, opening the article again takes the lock.
    try first.quit()
    #expect(try second.quit() == .status(0))
    let third = try newsroom.openArticle("d-garden.txt", [])
    #expect(!third.terminal.statusLine.contains("read only"))
  }

  @Test func `--read-only decides nothing and writes nothing`() throws {
    let newsroom = try Newsroom()
    let session = try newsroom.openArticle("a-storm.txt", ["--read-only"])
    #expect(session.terminal.statusLine.hasSuffix(" read only"))
    for key in ["a", "x", "7", "t", "A", "D"] {
      try session.send(keys: key)
      if key == "D" { try session.send(keys: "d") }
      try session.waitForStatus("Read only: started with --read-only")
      try session.send(keys: "C-l")
      try session.wait(for: "the message to go") { !$0.statusLine.contains("started with") }
    }
    try session.quit()
    #expect(newsroom.files.allSatisfy { !$0.hasSuffix(".jsonl") })
    #expect(newsroom.journal == "")
  }

  /// Adds a mention to an annotation file, as another program would.
  private func addMention(_ words: String, _ label: String, to name: String, _ newsroom: Newsroom) throws {
    let article = try newsroom.folder.read("news/" + name)
    let range = try #require(article.range(of: words))
    let start = article.unicodeScalars.distance(from: article.startIndex, to: range.lowerBound)
    let line =
      #"{"type":"mention","start":\#(start),"end":\#(start + words.unicodeScalars.count),"text":"\#(words)","#
      + #""label":"\#(label)","status":"accepted","by":"other","id":"other1"}"#
    try newsroom.write(newsroom.sidecar(name) + line + "\n", to: name + ".gloss.jsonl")
  }
}
