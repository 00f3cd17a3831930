import Annotations
import Foundation
import TestSupport
import Testing

@testable import gloss

@Suite struct ArticleFilesTests {
  private let folder: TemporaryFolder
  private let files: ArticleFiles
  private let path: ArticlePath

  init() throws {
    folder = try TemporaryFolder()
    files = ArticleFiles(
      AnnotationStore(directories: Directories(environment: ["HOME": folder.path + "/home"]), user: "anna"))
    path = ArticlePath(folder.path + "/story.txt")
    try FileAccess.replace(path.text, with: Array("Ada spoke.".utf8))
  }

  @Test func `of two readings the later counts, whichever is taken in first`() throws {
    let early = try files.load(path)
    let late = try files.load(path)
    #expect(files[path] == nil)
    #expect(files.adopt(late) == .current)
    let file = try #require(files[path])
    #expect(files.adopt(early) == .superseded)
    #expect(files[path] === file)
  }

  @Test func `what was read before a decision does not replace it`() throws {
    #expect(files.adopt(try files.load(path)) == .current)
    let file = try #require(files[path])
    let late = try files.load(path)
    files.isWritten(path)
    #expect(files.adopt(late) == .superseded)
    #expect(files[path] === file)
    #expect(files.adopt(try files.load(path)) == .current)
  }

  @Test func `a new text that was read before a decision, or while one is saved, is read again`() throws {
    #expect(files.adopt(try files.load(path)) == .current)
    try FileAccess.replace(path.text, with: Array("Ada wrote.".utf8))
    let early = try files.load(path)
    files.isWritten(path)
    #expect(files.adopt(early) == .stale)
    files.isToBeSaved(path, 1)
    #expect(files.adopt(try files.load(path)) == .stale)
    files.isSaved(path, 1)
    #expect(files.adopt(try files.load(path)) == .current)
    #expect(files.document(path).map { String(decoding: $0.bytes, as: UTF8.self) } == "Ada wrote.")
  }

  @Test func `an article that was let go is read as for the first time`() throws {
    #expect(files.adopt(try files.load(path)) == .current)
    files.isToBeSaved(path, 1)
    files.forget(path)
    #expect(files[path] == nil)
    #expect(files.adopt(try files.load(path)) == .current)
  }
}
