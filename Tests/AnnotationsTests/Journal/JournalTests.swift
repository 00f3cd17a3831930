import Testing

@testable import Annotations

@Suite struct JournalTests {
  private static let path = ArticlePath("/news/story.txt")
  private static let marked = Marked(
    "«PERSON Ada Lovelace» wrote to «GPE Kharkiv» and met «PERSON Bo» there, as she had met him in May.")
  private static let document = marked.document
  private static let time = Timestamp(milliseconds: 1_780_000_000_000)

  private func change(_ id: String, _ edits: [Edit], place: Change.Place? = nil) -> Change {
    Change(
      id: id, summary: "did \(id)", time: Self.time, parts: [Change.Part(article: Self.path, edits: edits)],
      place: place)
  }

  /// A journal of these events, with `saved` lines where there is a nil.
  private func bytes(_ events: [History.Event?], of document: Document = Self.document) -> [UInt8] {
    let format = RecordFormat(document)
    var output: [UInt8] = []
    JSONWriter.append(line: Journal.header(of: Self.path, annotator: .person("anna"), format), to: &output)
    for (index, event) in events.enumerated() {
      if let event {
        let entry = JournalEntry(event, time: Self.time)
        JSONWriter.append(line: Journal.record(of: entry, for: Self.path, format: format), to: &output)
      } else {
        JSONWriter.append(line: Journal.saved(Digest(of: [UInt8(index)]), through: index + 1), to: &output)
      }
    }
    return output
  }

  private func read(_ bytes: [UInt8], for document: Document = Self.document) -> Journal {
    Journal(bytes, of: Self.path, document: document)
  }

  @Test func `what is written is the form that the specification shows`() {
    let mention = Self.marked.mentions[1]
    let place = Change.Place(article: Self.path, selection: Span(3, 12))
    let text = String(
      decoding: bytes([.did(change("c1", [.add(mention)], place: place)), .undid("c1"), .redid("c1"), nil]),
      as: UTF8.self)
    #expect(
      text == """
        {"type":"journal","version":1,"article":"/news/story.txt","annotator":"anna","sha256":"\(Self.document.digest())",\
        "length":74,"unit":"code point"}
        {"type":"change","id":"c1","time":"2026-05-28T20:26:40Z","summary":"did c1","articles":["/news/story.txt"],\
        "place":{"article":"/news/story.txt","start":3,"end":12,"unit":"UTF-8"},"edits":[{"mention":"m1","from":null,"to":\
        {"type":"mention","start":22,"end":29,"text":"Kharkiv","label":"GPE","status":"accepted","by":"anna","how":"tagged",\
        "before":"velace wrote to ","after":" and met Bo ther","id":"m1"}}]}
        {"type":"undo","change":"c1","time":"2026-05-28T20:26:40Z"}
        {"type":"redo","change":"c1","time":"2026-05-28T20:26:40Z"}
        {"type":"saved","sha256":"\(Digest(of: [3]))","through":4}

        """)
  }

  @Test func `what is written is read again, whatever was edited`() throws {
    for seed in 0..<200 {
      var make = Generator(seed: seed)
      let document = Document(make.prose(words: 30))
      var layer = make.layer(in: document)
      var events: [History.Event] = []
      for number in 0..<make.int(0...8) {
        let edits = try (0..<make.int(1...3)).map { _ in
          let edit = make.edit(of: layer, in: document)
          try layer.apply(edit)
          return edit
        }
        events.append(.did(change("c\(number)", edits)))
      }
      let journal = read(bytes(events, of: document), for: document)
      #expect(journal.entries.map(\.event) == events, "seed \(seed)")
      #expect(journal.entries.allSatisfy { $0.time == Self.time })
      #expect(journal.problems.isEmpty && journal.savedCount == 0 && journal.textDigest == document.digest())
      #expect(journal.lineCount == events.count + 1)
    }
  }

  @Test func `only what stands up to the line that a save names counts as saved`() {
    let one = change("c1", [.add(Self.marked.mentions[0])])
    let two = change("c2", [.add(Self.marked.mentions[1])])
    // The second decision was made while the first was being saved.
    var file = bytes([.did(one), .did(two)])
    JSONWriter.append(line: Journal.saved(Digest(of: []), through: 2), to: &file)
    let journal = read(file)
    #expect(journal.savedCount == 1 && journal.savedDigest == Digest(of: []))
    #expect(read(bytes([.did(one), .did(two), nil])).savedCount == 2)
    #expect(read(bytes([.did(one), nil, .did(two)])).savedCount == 1)
    JSONWriter.append(line: Journal.saved(Digest(of: []), through: 4_000_000_000), to: &file)
    #expect(read(file).savedCount == 2)
  }

  @Test func `a line that cannot be read is reported with its number, and the others count`() {
    let one = change("c1", [.add(Self.marked.mentions[0])])
    let two = change("c2", [.add(Self.marked.mentions[1])])
    let lines = bytes([.did(one), .did(two)]).split(separator: 0x0A)
    for damage in [
      "{\"type\":\"chan", "", "x", "{}", "[1]", "{\"type\":\"change\"}",
      "{\"type\":\"change\",\"id\":\"c\",\"edits\":7}", "\u{0}",
    ] {
      let file = Array([lines[0], lines[1], Array(damage.utf8)[...], lines[2]].joined(separator: [0x0A])) + [0x0A]
      let journal = read(file)
      #expect(journal.entries.map(\.event) == [.did(one), .did(two)], "\(damage)")
      #expect(journal.problems.map(\.line) == (damage.isEmpty ? [] : [3]), "\(damage)")
      #expect(journal.problems.allSatisfy { $0.message.hasSuffix("the line is passed over") })
    }
  }

  @Test func `a journal cut off anywhere gives all of its whole lines`() {
    let events: [History.Event?] = [
      .did(change("c1", [.add(Self.marked.mentions[0])])), .undid("c1"), .redid("c1"), nil,
      .did(change("c2", [.add(Self.marked.mentions[1])])),
    ]
    let whole = bytes(events)
    let entries = read(whole).entries
    for length in 0...whole.count {
      let journal = read(Array(whole.prefix(length)))
      let isWhole = length == 0 || whole[length - 1] == 0x0A || length == whole.count || whole[length] == 0x0A
      #expect(journal.problems.count == (isWhole ? 0 : 1), "\(length)")
      #expect(Array(entries.prefix(journal.entries.count)) == journal.entries, "\(length)")
      let lines = whole.prefix(length).count { $0 == 0x0A }
      #expect(journal.entries.count >= lines - 1 - (lines > 4 ? 1 : 0), "\(length)")
      #expect(journal.lineCount == lines + (length > 0 && whole[length - 1] != 0x0A ? 1 : 0))
    }
  }

  @Test func `a journal damaged anywhere loses nothing but the damaged line`() {
    let whole = bytes([
      .did(change("c1", [.add(Self.marked.mentions[0])])), .did(change("c2", [.add(Self.marked.mentions[1])])), nil,
    ])
    for place in whole.indices where whole[place] != 0x0A {
      var damaged = whole
      damaged[place] = 0xFF
      let journal = read(damaged)
      #expect(journal.problems.count == 1 && journal.entries.count >= 1, "byte \(place)")
    }
  }

  @Test func `what was decided for another text is placed in this one, and what has no place counts as absent`() {
    let mentions = Self.marked.mentions
    let bulk = change("c1", mentions.map { .add($0) })
    let lost = change("c2", [.remove(mentions[1])])
    let later = Document("Ada Lovelace wrote to nobody and met Bo there, as she had met him in May.")
    let journal = read(bytes([.did(bulk), .did(lost), .undid("c2")]), for: later)
    // Of the second change nothing is left; that it was undone is nothing to undo.
    #expect(journal.entries.count == 2)
    #expect(
      journal.problems.map(\.description) == [
        "line 2: 1 of its 3 edits are about words that are not in the text any more",
        "line 3: 1 of its 1 edits are about words that are not in the text any more",
      ])
    guard case .did(let change) = journal.entries[0].event else {
      Issue.record("the first is no change")
      return
    }
    let placed = change.parts[0].edits.map { edit in
      if case .mention(_, nil, let mention?) = edit { later.text(in: mention.span) } else { "?" }
    }
    #expect(placed == ["Ada Lovelace", "Bo"])
    #expect(journal.unplaced.map(\.text) == ["Kharkiv"])
  }

  @Test func `a header tells which text the lines behind it are about`() {
    let earlier = Document(
      "Once upon a time Ada Lovelace wrote to Kharkiv and met Bo there, as she had met him in May.")
    var shifted = Self.marked.mentions[1]
    shifted.span = Span(39, 46)
    let file =
      bytes([.did(change("c1", [.add(shifted)]))], of: earlier)
      + bytes([.did(change("c2", [.add(Self.marked.mentions[0])]))])
    let journal = read(file)
    #expect(journal.entries.count == 2 && journal.problems.isEmpty && journal.textDigest == Self.document.digest())
    guard case .did(let change) = journal.entries[0].event else {
      Issue.record("the first is no change")
      return
    }
    #expect(change.parts[0].edits == [.add(Self.marked.mentions[1])])
  }

  @Test func `a newer version and unknown types are reported`() {
    let text =
      String(decoding: bytes([]), as: UTF8.self).replacing("\"version\":1", with: "\"version\":2")
      + "{\"type\":\"split\"}\n"
    #expect(
      read(Array(text.utf8)).problems.map(\.description) == [
        "line 1: written by a newer Gloss (format 2)",
        "line 2: there is no record type \"split\"; the line is passed over",
      ])
  }

  @Test func `any bytes at all can be read`() {
    let whole = bytes([.did(change("c1", [.add(Self.marked.mentions[0])])), .undid("c1"), nil])
    for seed in 0..<500 {
      var make = Generator(seed: seed)
      var damaged = whole
      for _ in 0..<make.int(1...5) {
        let place = make.int(0...(damaged.count - 1))
        if make.chance(50) {
          damaged[place] = UInt8(make.int(0...255))
        } else {
          damaged.removeSubrange(place..<min(damaged.count, place + 9))
        }
      }
      var layer = Layer(annotator: .person("anna"))
      let journal = read(damaged)
      #expect(journal.savedCount <= journal.entries.count, "seed \(seed)")
      _ = journal.recover(&layer)
      #expect(layer.mentions.count <= 2, "seed \(seed)")
    }
  }
}
