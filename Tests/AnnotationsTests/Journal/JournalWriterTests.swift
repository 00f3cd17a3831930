import Foundation
import TestSupport
import Testing

@testable import Annotations

@Suite struct JournalWriterTests {
  private static let article = ArticlePath("/news/story.txt")
  private static let marked = Marked("«PERSON Ada Lovelace» wrote to «GPE Kharkiv» and met «PERSON Bo» there.")
  private static let format = RecordFormat(marked.document)

  private func entry(_ number: Int) -> JournalEntry {
    let edit = Edit.add(Self.marked.mentions[number % 3])
    let time = Timestamp(milliseconds: Int64(number))
    let change = Change(
      id: "c\(number)", summary: "", time: time, parts: [Change.Part(article: Self.article, edits: [edit])])
    return JournalEntry(.did(change), time: time)
  }

  private func writer(_ path: String) throws -> JournalWriter {
    JournalWriter(path, article: Self.article, annotator: .person("anna"), after: try journal(path))
  }

  private func journal(_ path: String) throws -> Journal {
    FileContents(of: path).bytes.map { Journal($0, of: Self.article, Self.format) } ?? Journal()
  }

  @Test func `each entry is in the file when writing returns, whoever wrote the one before`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/new/journal.jsonl"
    for run in 0..<3 {
      let writer = try writer(path)
      for number in 0..<3 {
        #expect(try writer.append(entry(run * 3 + number), Self.format) == 2 + run * 3 + number)
        #expect(try journal(path).entries == (0...(run * 3 + number)).map(entry))
      }
    }
    let text = try folder.read("new/journal.jsonl")
    #expect(text.split(separator: "\n").count { $0.contains("\"type\":\"journal\"") } == 1)
    var status = stat()
    #expect(stat(path, &status) == 0 && status.st_mode & 0o777 == 0o600)
  }

  @Test func `a new text begins with a line that says so`() throws {
    let folder = try TemporaryFolder()
    let writer = try writer(folder.path + "/journal")
    try writer.append(entry(0), Self.format)
    try writer.append(entry(1), RecordFormat(Document("«Another text»: Ada Lovelace wrote to Kharkiv and met Bo.")))
    try writer.append(entry(2), Self.format)
    let types = try folder.read("journal").split(separator: "\n").map { $0.prefix(18) }
    #expect(
      types == [
        "{\"type\":\"journal\",", "{\"type\":\"change\",\"", "{\"type\":\"journal\",", "{\"type\":\"change\",\"",
        "{\"type\":\"journal\",", "{\"type\":\"change\",\"",
      ])
  }

  @Test func `a line left unfinished by a crash is ended and spoils no other`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/journal"
    try writer(path).append(entry(0), Self.format)
    let whole = try FileAccess.read(path)
    try FileAccess.replace(path, with: whole + Array("{\"type\":\"change\",\"id\":\"c".utf8))
    let second = try writer(path)
    let lines = try second.append(entry(1), Self.format)
    let journal = try journal(path)
    #expect(journal.entries == [entry(0), entry(1)] && journal.problems.map(\.line) == [3])
    #expect(lines == 4 && journal.lineCount == 4)
    try second.markSaved(Digest(of: []), through: lines, Self.format)
    #expect(try self.journal(path).savedCount == 2)
  }

  @Test func `a full disk is an error, and when there is room again the next entry has a line of its own`() throws {
    try SmallDisk.with { disk in
      let path = disk + "/journal"
      let writer = try writer(path)
      try writer.append(entry(0), Self.format)
      let descriptor = open(disk + "/filler", O_WRONLY | O_CREAT, 0o600)
      let filler = [UInt8](repeating: 0, count: 100)
      while write(descriptor, filler, filler.count) > 0 {}
      // Entries go on until the page of the journal itself is full, and then one fails in its middle.
      var number = 1
      var failure: SystemError?
      while failure == nil, number < 100 {
        do throws(SystemError) { try writer.append(entry(number), Self.format) } catch { failure = error }
        number += 1
      }
      #expect(failure?.code == ENOSPC)
      let written = try self.journal(path)
      #expect(written.entries == (0..<(number - 1)).map(entry))
      #expect(written.problems.count <= 1)
      unlink(disk + "/filler")
      close(descriptor)
      let lines = try writer.append(entry(number), Self.format)
      let journal = try self.journal(path)
      #expect(journal.entries == (0..<(number - 1)).map(entry) + [entry(number)])
      #expect(journal.problems.count == written.problems.count)
      #expect(lines <= journal.lineCount)
    }
  }

  @Test func `a device that is always full is an error each time and leaves no file open`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/journal"
    symlink("/dev/full", path)
    let writer = JournalWriter(path, article: Self.article, annotator: .person("anna"), after: Journal())
    for number in 0..<5 {
      #expect(throws: SystemError.self) { try writer.append(entry(number), Self.format) }
    }
    let open = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count {
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\($0)")) == "/dev/full"
    }
    #expect(open == 0)
    unlink(path)
    try writer.append(entry(0), Self.format)
    #expect(try journal(path).entries == [entry(0)])
  }

  @Test func `a journal that somebody removed is begun anew`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/place/journal"
    let writer = try writer(path)
    try writer.append(entry(0), Self.format)
    try FileManager.default.removeItem(atPath: folder.path + "/place")
    try writer.markSaved(Digest(of: []), through: 2, Self.format)
    #expect(!FileAccess.exists(path))
    #expect(try writer.append(entry(1), Self.format) == 2)
    #expect(try journal(path).entries == [entry(1)] && journal(path).problems.isEmpty)
  }

  @Test func `where nothing can be written there is an error`() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "file")
    for path in [folder.path, folder.path + "/file/journal"] {
      let writer = JournalWriter(path, article: Self.article, annotator: .person("anna"), after: Journal())
      #expect(throws: SystemError.self) { try writer.append(entry(0), Self.format) }
    }
    setMode(folder.path, 0o555)
    let writer = JournalWriter(
      folder.path + "/journal", article: Self.article, annotator: .person("anna"), after: Journal())
    let error = #expect(throws: SystemError.self) { try asOrdinaryUser { try writer.append(entry(0), Self.format) } }
    #expect(error?.isDenied == true)
    setMode(folder.path, 0o755)
  }
}
