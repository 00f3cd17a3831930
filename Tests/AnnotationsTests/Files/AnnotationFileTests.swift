import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Annotations

@Suite struct AnnotationFileTests {
  private static let story =
    "«PERSON Ada Lovelace» wrote to «GPE Kharkiv» and met «PERSON Bo» there, as she had met him in May."

  private func write(_ mentions: [Mention], _ marked: Marked, _ room: Newsroom, lines: String = "") throws {
    let theirs = Sidecar(layer: Layer(annotator: .person("anna"), mentions: mentions))
    let bytes = theirs.bytes(for: marked.document, article: "story.txt", labels: [], model: nil)
    try FileAccess.replace(room.sidecar(), with: bytes + Array(lines.utf8))
  }

  /// What a save says that found another program's version; nil when the file is gone.
  private func changeFound(_ opened: AnnotationStore.OpenedArticle) throws -> Sidecar? {
    let error = #expect(throws: AnnotationFile.SaveError.self) { try opened.save() }
    guard case .changedOnDisk(let sidecar)? = error else {
      Issue.record("a change was to be found, not \(String(describing: error))")
      return nil
    }
    return sidecar
  }

  private func refusal(_ error: AnnotationFile.SaveError?) -> SystemError? {
    if case .refused(let reason) = error { reason } else { nil }
  }

  @Test func `nothing is written where nothing was decided`() throws {
    let room = try Newsroom()
    try room.write(Self.story)
    #expect(try room.open().save() == nil)
    #expect(try FileManager.default.contentsOfDirectory(atPath: room.folder.path + "/news") == ["story.txt"])
  }

  @Test func `a sidecar that another program changed is not written over until that was acknowledged`() throws {
    var room = try Newsroom()
    let marked = try room.write(Self.story)
    var opened = try room.open()
    try room.decide([.add(marked.mentions[0])], &opened)
    try opened.save()
    #expect(try opened.file.changeOnDisk() == nil)
    try write([marked.mentions[0], marked.mentions[1]], marked, room, lines: "# a line of theirs\n")
    #expect(try opened.file.changeOnDisk()?.layer.mentions.count == 2)
    let theirs = try #require(try changeFound(opened))
    #expect(theirs.layer.mentions.count == 2)
    try room.decide([.add(marked.mentions[2])], &opened)
    #expect(try changeFound(opened) != nil)

    let merge = LayerMerge(
      base: Layer(annotator: .person("anna"), mentions: [marked.mentions[0]]), ours: opened.layer, theirs: theirs.layer)
    opened.file.acknowledgeChange(theirs)
    opened.layer = merge.merged
    try opened.save()
    #expect(try opened.file.changeOnDisk() == nil)
    let again = try room.open()
    #expect(again.marked == Self.story)
    #expect(again.sidecar.unknownLines == [Array("# a line of theirs".utf8)])
  }

  @Test func `what was written after the version that was acknowledged is still a change`() throws {
    var room = try Newsroom()
    let marked = try room.write(Self.story)
    var opened = try room.open()
    try room.decide([.add(marked.mentions[0])], &opened)
    try opened.save()
    try write([marked.mentions[1]], marked, room)
    let theirs = try #require(try changeFound(opened))
    try write([marked.mentions[1], marked.mentions[2]], marked, room)
    opened.file.acknowledgeChange(theirs)
    #expect(try changeFound(opened)?.layer.mentions.count == 2)
  }

  @Test func `a sidecar that is gone is a change, and is written anew when that was acknowledged`() throws {
    var room = try Newsroom()
    let marked = try room.write(Self.story)
    var opened = try room.open()
    try room.decide([.add(marked.mentions[0])], &opened)
    try opened.save()
    unlink(room.sidecar())
    #expect(try opened.file.changeOnDisk()?.layer.isEmpty == true)
    #expect(try changeFound(opened) == nil)
    opened.file.acknowledgeChange(Sidecar(layer: Layer(annotator: .person("anna"))))
    try opened.save()
    #expect(try room.open().layer == opened.layer)
  }

  @Test func `a sidecar that appears where there was none is a change`() throws {
    var room = try Newsroom()
    let marked = try room.write(Self.story)
    var opened = try room.open()
    try room.decide([.add(marked.mentions[0])], &opened)
    try write([marked.mentions[1]], marked, room)
    #expect(try changeFound(opened)?.layer.mentions.count == 1)
    #expect(try room.open().layer.mentions.count == 2)
  }

  @Test func `what another program writes while the new file is being made is found before it is replaced`() throws {
    let room = try Newsroom()
    try room.write(Self.story)
    try FileAccess.replace(room.sidecar(), with: Array("old\n".utf8))
    let isReplaced = try FileAccess.replace(room.sidecar(), with: Array("ours\n".utf8), noMoreOpenThan: nil) {
      // Everything but the last step is done.
      try? FileAccess.replace(room.sidecar(), with: Array("theirs\n".utf8))
      return FileContents(of: room.sidecar()).bytes == Array("old\n".utf8)
    }
    #expect(!isReplaced)
    #expect(try FileAccess.read(room.sidecar()) == Array("theirs\n".utf8))
  }

  @Test func `a sidecar that becomes unreadable is left alone`() throws {
    var room = try Newsroom()
    let marked = try room.write(Self.story)
    var opened = try room.open()
    try room.decide([.add(marked.mentions[0])], &opened)
    try opened.save()
    unlink(room.sidecar())
    try FileAccess.makeFolder(room.sidecar() + "/not empty")
    #expect(throws: SystemError.self) { try opened.file.changeOnDisk() }
    try room.decide([.add(marked.mentions[1])], &opened)
    #expect(try opened.save()?.isMirrored == true)
    #expect(FileAccess.exists(room.sidecar() + "/not empty"))
    #expect(try room.open().layer == opened.layer)
  }

  @Test func `unknown lines, lost mentions and a newer header outlive every save`() throws {
    var room = try Newsroom()
    let marked = try room.write(Self.story)
    try write(
      [], marked, room,
      lines: """
        {"type":"relation","from":"m0","to":"m1"}
        {"type":"mention","start":1,"end":9,"text":"Atlantis","label":"GPE","status":"accepted","by":"bo","id":"mx","x":1.0}
        not even JSON

        """)
    var opened = try room.open()
    #expect(opened.sidecar.unplaced.map(\.text) == ["Atlantis"] && opened.sidecar.problems.count == 2)
    for mention in marked.mentions {
      try room.decide([.add(mention)], &opened)
      try opened.save()
    }
    let text = String(decoding: try FileAccess.read(room.sidecar()), as: UTF8.self)
    #expect(
      text.hasSuffix(
        """
        "id":"mx","x":1.0,"anchor":"lost"}
        {"type":"relation","from":"m0","to":"m1"}
        not even JSON

        """))
  }

  @Test func `the last decision taken back leaves a file without decisions`() throws {
    var room = try Newsroom()
    let marked = try room.write(Self.story)
    var opened = try room.open()
    try room.decide([.add(marked.mentions[0])], &opened)
    try opened.save()
    try room.decide([.remove(marked.mentions[0])], &opened)
    try opened.save()
    let again = try room.open()
    #expect(again.layer.isEmpty && again.sidecar.header != nil && again.recovery == Journal.Recovery())
  }

  @Test func `annotations of a private article are private`() throws {
    var room = try Newsroom()
    let marked = try room.write(Self.story)
    chmod(room.path().text, 0o600)
    var opened = try room.open()
    try room.decide([.add(marked.mentions[0])], &opened)
    try opened.save()
    var status = stat()
    #expect(stat(room.sidecar(), &status) == 0 && status.st_mode & 0o777 == 0o600)
  }

  @Test func `a full disk is said, the journal has every decision, and the next save writes it`() throws {
    try SmallDisk.with { disk in
      var room = try Newsroom()
      let path = ArticlePath(disk + "/story.txt")
      let marked = Marked(Self.story)
      try FileAccess.replace(path.text, with: marked.document.bytes)
      let store = AnnotationStore(directories: room.directories, user: "anna")
      var opened = try store.open(path)
      let descriptor = open(disk + "/filler", O_WRONLY | O_CREAT, 0o600)
      let filler = [UInt8](repeating: 0, count: 100)
      while Glibc.write(descriptor, filler, filler.count) > 0 {}
      try room.decide([.add(marked.mentions[0])], &opened)
      let error = #expect(throws: AnnotationFile.SaveError.self) { try opened.save() }
      let reason = try #require(refusal(error))
      #expect(reason.code == ENOSPC)
      #expect(try store.open(path).layer == opened.layer)
      #expect(try FileManager.default.contentsOfDirectory(atPath: disk).sorted() == ["filler", "story.txt"])
      close(descriptor)
      unlink(disk + "/filler")
      #expect(try opened.save()?.isMirrored == false)
      #expect(try store.open(path).sidecar.layer == opened.layer)
    }
  }

  @Test func `a folder that vanishes is said, and the journal has every decision`() throws {
    var room = try Newsroom()
    let marked = try room.write(Self.story)
    var opened = try room.open()
    try FileManager.default.removeItem(atPath: room.folder.path + "/news")
    try room.decide([.add(marked.mentions[0])], &opened)
    let error = #expect(throws: AnnotationFile.SaveError.self) { try opened.save() }
    let reason = try #require(refusal(error))
    #expect(reason.isMissingFile)
    try FileAccess.makeFolder(room.folder.path + "/news")
    try room.write(Self.story)
    #expect(try room.open().layer == opened.layer)
  }

  @Test func `the lock goes to one, then to the next, and over to an article that is opened anew`() throws {
    let room = try Newsroom()
    try room.write(Self.story)
    let (first, second) = (try room.open(), try room.open())
    let anna = FileLock.Holder(user: "anna", host: "newsroom", processID: 1)
    let bo = FileLock.Holder(user: "bo", host: "newsroom", processID: 2)
    #expect(try first.file.lock(for: anna) == nil && first.file.lock(for: anna) == nil)
    #expect(try second.file.lock(for: bo) == anna)
    let anew = try room.open()
    anew.file.takeLock(from: first.file)
    #expect(try second.file.lock(for: bo) == anna)
    #expect(try first.file.lock(for: bo) == anna)
    anew.file.takeLock(from: second.file)
    #expect(try second.file.lock(for: bo) == anna)
    anew.file.unlock()
    #expect(try second.file.lock(for: bo) == nil)
    #expect(try room.open(annotator: "carl").file.lock(for: anna) == nil)
  }

  @Test func `decisions that come while saving goes on are all there after it`() throws {
    var room = try Newsroom()
    let marked = try room.write(Self.story)
    var opened = try room.open()
    let latest = Mutex(opened)
    let isDone = Atomic(false)
    let hasEnded = DispatchSemaphore(value: 0)
    let saver = Thread {
      while !isDone.load(ordering: .acquiring) { _ = try? latest.withLock { $0 }.save() }
      hasEnded.signal()
    }
    saver.start()
    var mention = marked.mentions[0]
    try room.decide([.add(mention)], &opened)
    for number in 0..<60 {
      let before = mention
      mention.note = "\(number)"
      try room.decide([.replace(before, by: mention)], &opened)
      latest.withLock { $0 = opened }
      // Whenever the power goes now, this decision is there.
      #expect(try room.open().layer == opened.layer, "\(number)")
    }
    isDone.store(true, ordering: .releasing)
    hasEnded.wait()
    #expect(try room.open().layer == opened.layer)
    #expect(try room.open().recovery.clashes == 0)
  }

  @Test func `a sidecar in the data directory is not written over either when another program changed it`() throws {
    var room = try Newsroom()
    let marked = try room.write(Self.story)
    // What cannot be read is left alone, and the data directory is used.
    try FileAccess.makeFolder(room.sidecar())
    var first = try room.open()
    var second = try room.open()
    try room.decide([.add(marked.mentions[0])], &first)
    #expect(try first.save()?.isMirrored == true)
    try room.decide([.add(marked.mentions[1])], &second)
    let theirs = try #require(try changeFound(second))
    #expect(theirs.layer.mentions.count == 1)
    second.file.acknowledgeChange(theirs)
    let nothing = Layer(annotator: .person("anna"))
    second.layer = LayerMerge(base: nothing, ours: second.layer, theirs: theirs.layer).merged
    #expect(try second.save()?.isMirrored == true)
    #expect(try room.open().layer.mentions.count == 2)
  }

  @Test func `whoever gets the lock later counts what the journal has got meanwhile`() throws {
    var room = try Newsroom()
    let marked = try room.write(Self.story)
    var first = try room.open()
    let holder = FileLock.Holder(user: "anna", host: "desk", processID: 1)
    #expect(try first.file.lock(for: holder) == nil)
    var second = try room.open()
    try room.decide([.add(marked.mentions[0])], &first)
    try room.decide([.add(marked.mentions[1])], &first)
    first.file.unlock()
    #expect(try second.file.lock(for: holder) == nil)
    try room.decide([.add(marked.mentions[2])], &second)
    // Had it not counted again, the mark would stand for decisions that are in no sidecar.
    try second.save()
    #expect(try room.open().journal.savedCount == 3)
    #expect(try room.open().journal.lineCount == 6)
  }
}
