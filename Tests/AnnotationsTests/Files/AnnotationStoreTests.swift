import Foundation
import TestSupport
import Testing

@testable import Annotations

@Suite struct AnnotationStoreTests {
  private static let story =
    "«PERSON Ada Lovelace» wrote to «GPE Kharkiv» and met «PERSON Bo» there, as she had met him in May."

  @Test func `what was decided and saved is there again`() throws {
    var room = try Newsroom()
    let marked = try room.write(Self.story)
    var opened = try room.open()
    #expect(opened.layer.isEmpty && opened.sidecar.problems.isEmpty && opened.journal.entries.isEmpty)
    for mention in marked.mentions { try room.decide([.add(mention)], &opened) }
    let saved = try #require(try opened.save())
    #expect(saved.path == room.sidecar() && !saved.isMirrored)
    let again = try room.open()
    #expect(again.marked == Self.story && again.recovery == Journal.Recovery())
    #expect(again.journal.entries.count == 3 && again.journal.savedCount == 3)
    #expect(History(journals: [again.journal.entries]).undoable.count == 3)
  }

  @Test func `what was decided and not saved is recovered, as often as it takes`() throws {
    var room = try Newsroom()
    let marked = try room.write(Self.story)
    do {
      var opened = try room.open()
      try room.decide([.add(marked.mentions[0])], &opened)
      try opened.save()
      try room.decide([.add(marked.mentions[1])], &opened)
      try room.decide([.add(marked.mentions[2])], &opened)
    }
    for _ in 0..<2 {
      let again = try room.open()
      #expect(again.marked == Self.story && again.recovery.recovered == 2)
      #expect(again.sidecar.layer.mentions.count == 1)
    }
    try room.open().save()
    #expect(try room.open().recovery.recovered == 0)
    #expect(try room.open().marked == Self.story)
  }

  @Test func `a decision made while the sidecar is being saved is not taken for saved`() throws {
    var room = try Newsroom()
    let marked = try room.write(Self.story)
    do {
      var opened = try room.open()
      try room.decide([.add(marked.mentions[0])], &opened)
      let early = opened
      try room.decide([.add(marked.mentions[1])], &opened)
      // The save that the first decision asked for comes to its end only now.
      try early.save()
    }
    let again = try room.open()
    #expect(again.layer.mentions.count == 2 && again.recovery.recovered > 0)
  }

  @Test func `a crash between sidecar and journal repeats nothing`() throws {
    var room = try Newsroom()
    let marked = try room.write(Self.story)
    let journal = room.directories.journal(of: room.path(), annotatorName: nil)
    do {
      var opened = try room.open()
      var mention = marked.mentions[0]
      try room.decide([.add(mention)], &opened)
      mention.label = "ORG"
      try room.decide([.replace(marked.mentions[0], by: mention)], &opened)
      let before = try FileAccess.read(journal)
      try opened.save()
      try FileAccess.replace(journal, with: before)
    }
    let again = try room.open()
    #expect(again.marked.hasPrefix("«ORG Ada Lovelace» wrote"))
    #expect(again.recovery == Journal.Recovery() && again.layer.mentions.count == 1)
  }

  @Test func `recovered decisions join what another program has written meanwhile`() throws {
    var room = try Newsroom()
    let marked = try room.write(Self.story)
    do {
      var opened = try room.open()
      try room.decide([.add(marked.mentions[0])], &opened)
      try opened.save()
      try room.decide([.add(marked.mentions[1])], &opened)
    }
    let theirs = Sidecar(layer: Layer(annotator: .person("anna"), mentions: [marked.mentions[0], marked.mentions[2]]))
    try FileAccess.replace(
      room.sidecar(), with: theirs.bytes(for: marked.document, article: "story.txt", labels: [], model: nil))
    let again = try room.open()
    #expect(again.marked == Self.story && again.recovery == Journal.Recovery(recovered: 1, clashes: 0))
    try again.save()
    #expect(try room.open().marked == Self.story)
  }

  @Test func `an unsaved decision on words that are gone is listed and not lost`() throws {
    var room = try Newsroom()
    let marked = try room.write(Self.story)
    do {
      var opened = try room.open()
      for mention in marked.mentions { try room.decide([.add(mention)], &opened) }
    }
    try room.write("«PERSON Ada Lovelace» wrote to nobody and met «PERSON Bo» there, as she had met him in May.")
    let changed = try room.open()
    #expect(changed.layer.mentions.count == 2 && changed.sidecar.unplaced.map(\.text) == ["Kharkiv"])
    try changed.save()
    try room.write(Self.story)
    #expect(try room.open().marked == Self.story)
  }

  @Test func `a folder that cannot be written to gets its annotations mirrored, and back when it can`() throws {
    var room = try Newsroom()
    let marked = try room.write(Self.story)
    var opened = try room.open()
    setMode(room.folder.path + "/news", 0o555)
    let mirror = room.directories.mirroredSidecar(of: room.path(), annotatorName: nil)
    try asOrdinaryUser {
      try room.decide([.add(marked.mentions[0])], &opened)
      let saved = try #require(try opened.save())
      #expect(saved.isMirrored && saved.path == mirror)
    }
    #expect(!FileAccess.exists(room.sidecar()))
    var again = try room.open()
    #expect(again.layer == opened.layer)
    try asOrdinaryUser {
      try room.decide([.add(marked.mentions[1])], &again)
      #expect(try again.save()?.isMirrored == true)
    }
    setMode(room.folder.path + "/news", 0o755)
    let saved = try asOrdinaryUser { try again.save() }
    #expect(saved?.isMirrored == false)
    #expect(FileAccess.exists(room.sidecar()) && !FileAccess.exists(mirror))
    #expect(try room.open().layer == again.layer)
  }

  @Test func `a mirrored file and one that came beside the article meanwhile both count`() throws {
    var room = try Newsroom()
    let marked = try room.write(Self.story)
    var opened = try room.open()
    setMode(room.folder.path + "/news", 0o555)
    try asOrdinaryUser {
      try room.decide([.add(marked.mentions[0])], &opened)
      try opened.save()
    }
    setMode(room.folder.path + "/news", 0o755)
    let theirs = Sidecar(layer: Layer(annotator: .person("anna"), mentions: [marked.mentions[1]]))
    try FileAccess.replace(
      room.sidecar(), with: theirs.bytes(for: marked.document, article: "story.txt", labels: [], model: nil))
    let again = try room.open()
    #expect(again.layer.mentions.count == 2)
    try again.save()
    #expect(try room.open().layer == again.layer)
  }

  @Test func `a sidecar that is read-only is left as it is`() throws {
    var room = try Newsroom()
    let marked = try room.write(Self.story)
    var opened = try room.open()
    try room.decide([.add(marked.mentions[0])], &opened)
    try opened.save()
    let old = try FileAccess.read(room.sidecar())
    setMode(room.sidecar(), 0o444)
    setMode(room.directories.state, 0o755)
    setMode(room.directories.state + "/journal", 0o755)
    setMode(room.directories.journal(of: room.path(), annotatorName: nil), 0o644)
    for path in [".local", ".local/state", ".local/share"] { setMode(room.folder.path + "/home/" + path, 0o755) }
    try asOrdinaryUser {
      try room.decide([.add(marked.mentions[1])], &opened)
      #expect(try opened.save()?.isMirrored == true)
    }
    #expect(try FileAccess.read(room.sidecar()) == old)
    #expect(try room.open().layer == opened.layer)
  }

  @Test(arguments: [true, false])
  func `a sidecar that cannot be read is said, left alone, and joined when it can`(isFolder: Bool) throws {
    var room = try Newsroom()
    let marked = try room.write(Self.story)
    let theirs = Sidecar(layer: Layer(annotator: .person("anna"), mentions: [marked.mentions[2]]))
    let bytes = theirs.bytes(for: marked.document, article: "story.txt", labels: [], model: nil)
    if isFolder {
      try FileAccess.makeFolder(room.sidecar())
      setMode(room.sidecar(), 0o755)
    } else {
      try FileAccess.replace(room.sidecar(), with: bytes)
      setMode(room.sidecar(), 0o000)
    }
    try asOrdinaryUser {
      var opened = try room.open()
      #expect(opened.document.bytes == marked.document.bytes)
      let problem = try #require(opened.sidecar.problems.first)
      #expect(problem.line == nil && problem.description.contains(isFolder ? "Is a directory" : "Permission denied"))
      try room.decide([.add(marked.mentions[0])], &opened)
      #expect(try opened.save()?.isMirrored == true)
      #expect(try opened.file.changeOnDisk() == nil)
      try room.decide([.add(marked.mentions[1])], &opened)
      #expect(try opened.save()?.isMirrored == true)
      #expect(try room.open().layer == opened.layer)
    }
    if isFolder { rmdir(room.sidecar()) }
    try FileAccess.replace(room.sidecar(), with: bytes)
    setMode(room.sidecar(), 0o644)
    let again = try room.open()
    #expect(again.marked == Self.story && again.sidecar.problems.isEmpty)
    try again.save()
    #expect(try room.open().marked == Self.story)
  }

  @Test(arguments: ["pipe", "folder", "circle", "device"])
  func `whatever stands in the place of the sidecar, decisions are kept elsewhere and it is left alone`(
    kind: String
  ) throws {
    var room = try Newsroom()
    let marked = try room.write(Self.story)
    switch kind {
    case "pipe": mkfifo(room.sidecar(), 0o600)
    case "folder": mkdir(room.sidecar(), 0o755)
    case "circle": symlink(room.sidecar(), room.sidecar())
    default: symlink("/dev/zero", room.sidecar())
    }
    var opened = try room.open()
    #expect(opened.sidecar.problems.count == 1)
    try room.decide([.add(marked.mentions[0])], &opened)
    #expect(try opened.save()?.isMirrored == true)
    #expect(try room.open().layer == opened.layer)
    var status = stat()
    #expect(lstat(room.sidecar(), &status) == 0 && status.st_mode & S_IFMT != S_IFREG)
  }

  @Test func `a journal that is no ordinary file is an error, since what is written there may be gone`() throws {
    var room = try Newsroom()
    let marked = try room.write(Self.story)
    let journal = room.directories.journal(of: room.path(), annotatorName: nil)
    try FileAccess.makeFolder(ArticlePath(journal).folder)
    mkfifo(journal, 0o600)
    var opened = try room.open()
    #expect(opened.journal.problems.count == 1)
    #expect(throws: SystemError.self) { try room.decide([.add(marked.mentions[0])], &opened) }
    // The decision is not lost: the sidecar takes it.
    try opened.save()
    #expect(try room.open().layer.mentions.count == 1)
  }

  @Test func `a journal that cannot be read is said`() throws {
    let room = try Newsroom()
    try room.write(Self.story)
    try FileAccess.makeFolder(room.directories.journal(of: room.path(), annotatorName: nil))
    let opened = try room.open()
    #expect(opened.journal.problems.map(\.line) == [nil])
    #expect(opened.journal.problems[0].message.contains("Is a directory"))
  }

  @Test func `annotators who name themselves keep files of their own`() throws {
    var room = try Newsroom()
    let marked = try room.write(Self.story)
    for (number, annotator) in [nil, "bo", "Čęś / x"].enumerated() {
      var opened = try room.open(annotator: annotator)
      #expect(opened.layer.annotator == .person(annotator ?? "anna"))
      try room.decide([.add(marked.mentions[number])], &opened)
      try opened.save()
    }
    for (number, annotator) in [nil, "bo", "Čęś / x"].enumerated() {
      let opened = try room.open(annotator: annotator)
      #expect(opened.layer.mentionsInReadingOrder == [marked.mentions[number]])
      #expect(opened.journal.entries.count == 1)
    }
    #expect(FileAccess.exists(room.folder.path + "/news/story.txt.Čęś___x.gloss.jsonl"))
  }

  @Test func `the layer of another annotator stays theirs, and decisions in it are signed by whoever makes them`()
    throws
  {
    let room = try Newsroom()
    let marked = try room.write(Self.story)
    let theirs = Sidecar(layer: Layer(annotator: .person("carl"), mentions: [marked.mentions[2]]))
    try FileAccess.replace(
      room.sidecar(), with: theirs.bytes(for: marked.document, article: "story.txt", labels: [], model: nil))
    let opened = try room.open()
    #expect(opened.layer.annotator == .person("carl"))
    try opened.save()
    #expect(try String(decoding: FileAccess.read(room.sidecar()), as: UTF8.self).contains("\"annotator\":\"carl\""))
  }

  @Test func `articles may be called anything, also what is too long with an ending`() throws {
    var room = try Newsroom()
    var names = NaughtyStrings.all.filter {
      !$0.utf8.contains(0x2F) && !$0.utf8.contains(0) && (1...255).contains($0.utf8.count) && ![".", ".."].contains($0)
    }
    names.append(String(repeating: "x", count: 251) + ".txt")
    for name in names {
      let marked = try room.write(Self.story, name)
      var opened = try room.open(name)
      try room.decide([.add(marked.mentions[0])], &opened)
      #expect(try opened.save()?.isMirrored == false, "\(name.debugDescription)")
      let again = try room.open(name)
      #expect(again.layer == opened.layer && again.journal.savedCount == 1, "\(name.debugDescription)")
      #expect(again.sidecar.header.map { $0.article.utf8.elementsEqual(name.utf8) } == true)
      for path in [room.path(name).text, room.sidecar(name)] { unlink(path) }
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: room.folder.path + "/news").isEmpty)
  }

  @Test func `a page is read as it was annotated, as long as the page is the same`() throws {
    var room = try Newsroom()
    let page =
      "<html><body><article><p>Ada wrote to Kharkiv about engines, trams and the weather.</p></article></body></html>"
    try FileAccess.replace(room.path("page.html").text, with: Array(page.utf8))
    var opened = try room.open("page.html")
    let span = Span(13, 20)
    try room.decide(
      [
        .add(
          Mention(
            id: "m", span: span, label: "GPE", status: .accepted,
            provenance: Provenance(annotator: .person("anna"), method: .tagged)))
      ],
      &opened)
    try opened.save()
    #expect(opened.document.text(in: span) == "Kharkiv")
    // As if an older version had taken another text out of the page.
    let text = String(decoding: opened.document.bytes, as: UTF8.self)
    let stored = String(decoding: try FileAccess.read(room.sidecar("page.html")), as: UTF8.self)
      .replacing(JSONWriter.text(.string(text)), with: JSONWriter.text(.string("Old: " + text)))
      .replacing(opened.document.digest().hexadecimal, with: Document("Old: " + text).digest().hexadecimal)
    try FileAccess.replace(room.sidecar("page.html"), with: Array(stored.utf8))
    let old = try room.open("page.html")
    #expect(old.document.text(in: old.document.span) == "Old: " + text)
    #expect(old.layer.mentions["m"].map { old.document.text(in: $0.span) } == "Kharkiv")
    try FileAccess.replace(room.path("page.html").text, with: Array((page + "\n").utf8))
    let new = try room.open("page.html")
    #expect(new.document.bytes == opened.document.bytes)
    #expect(new.layer.mentions["m"].map { new.document.text(in: $0.span) } == "Kharkiv")
  }

  @Test func `a change to two articles is one step in the history of both, after a restart too`() throws {
    var room = try Newsroom()
    let marked = try room.write(Self.story, "a.txt")
    try room.write(Self.story, "b.txt")
    var (a, b) = (try room.open("a.txt"), try room.open("b.txt"))
    try room.decide([.add(marked.mentions[1])], &a)
    let parts = [a, b].map { Change.Part(article: $0.file.path, edits: [.add(marked.mentions[0])]) }
    let change = Change(
      id: "both", summary: "accepted both", time: Timestamp(milliseconds: 1_790_000_000_000), parts: parts)
    for opened in [a, b] {
      var layer = opened.layer
      try layer.apply([.add(marked.mentions[0])])
      try opened.file.journal(JournalEntry(.did(change), time: change.time), leaving: layer)
    }
    (a, b) = (try room.open("a.txt"), try room.open("b.txt"))
    #expect(a.layer.mentions.count == 2 && b.layer.mentions.count == 1)
    let history = History(journals: [b.journal.entries, a.journal.entries])
    #expect(history.undoable.count == 2)
    let last = try #require(history.undoable.last)
    #expect(last.summary == "accepted both" && Set(last.parts.map(\.article)) == Set(parts.map(\.article)))
    for part in last.inverseParts {
      if part.article == a.file.path { try a.layer.apply(part.edits) } else { try b.layer.apply(part.edits) }
    }
    #expect(a.layer.mentions.count == 1 && b.layer.isEmpty)
  }
}
