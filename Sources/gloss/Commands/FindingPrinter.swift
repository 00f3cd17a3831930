import Annotations
import ArgumentParser
import Glibc
import ReaderUI
import TextAnalysis

/// Prints what was found.
struct FindingPrinter {
  private let document: Document
  private let offsets: OffsetMap
  private let lines: LineMap
  private let name: String
  private let isJSON: Bool

  init(_ document: Document, named name: String, isJSON: Bool) {
    self.document = document
    self.name = name
    self.isJSON = isJSON
    offsets = OffsetMap(document)
    lines = LineMap(document, offsets: offsets)
  }

  /// Prints one place.
  ///
  /// - Parameters:
  ///   - span: The place; empty where only the article as a whole is meant.
  ///   - mention: The mention that was found there, or whose entity has the note.
  ///   - note: The note that was found.
  func print(_ span: Span, mention: Mention? = nil, note: String? = nil) {
    let place = lines.lineColumn(atUTF8: span.start)
    if isJSON {
      let codePoints = offsets.codePoints(span)
      var record: JSONObject = [
        "file": .string(name), "line": .int(place.line), "column": .int(place.column),
        "start": .int(codePoints.lowerBound), "end": .int(codePoints.upperBound),
        "text": .string(document.text(in: span)),
      ]
      if let mention {
        record["label"] = .string(mention.label.name)
        record["status"] = .string(mention.status.rawValue)
      }
      if let note = note ?? mention?.note { record["note"] = .string(note) }
      StandardOutput.write(line: JSONWriter.text(.object(record)))
      return
    }
    let label = mention.map { "\($0.label) " } ?? ""
    let line = document.blocks[document.blocks.index(containing: span.start)].content
    var start = max(line.start, span.start - 60)
    while !document.isCodePointBoundary(start) { start -= 1 }
    var end = min(line.end, span.end + 60)
    while !document.isCodePointBoundary(end) { end += 1 }
    let context = document.text(in: Span(start, max(start, end))).split(whereSeparator: \.isWhitespace).joined(
      separator: " ")
    let remark = note.map { note in
      "\(span.isEmpty ? "" : "  ")note: \(note.split(whereSeparator: \.isWhitespace).joined(separator: " "))"
    }
    let found = "\(label)\(span.isEmpty ? "" : context)\(remark ?? "")"
    StandardOutput.write(line: Terminal.neutralised(line: "\(name):\(place.line):\(place.column): \(found)"))
  }
}
