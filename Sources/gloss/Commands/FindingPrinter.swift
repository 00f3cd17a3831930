import Annotations
import ArgumentParser
import Glibc
import ReaderUI
import TextAnalysis

/// Prints what was found.
struct FindingPrinter {
  private let document: Document
  private let map: OffsetMap
  private let name: String
  private let isJSON: Bool

  init(_ document: Document, named name: String, isJSON: Bool) {
    self.document = document
    self.name = name
    self.isJSON = isJSON
    map = OffsetMap(document)
  }

  /// Whether `pattern` occurs in `text`; capitals matter if it has some.
  static func matches(_ pattern: String, in text: String) -> Bool {
    pattern.contains(where: \.isUppercase) ? text.contains(pattern) : text.lowercased().contains(pattern)
  }

  /// Prints one place.
  func print(_ span: Span, mention: Mention?) {
    let place = map.lineColumn(atUTF8: span.start)
    if isJSON {
      let codePoints = map.codePoints(span)
      var record: JSONObject = [
        "file": .string(name), "line": .int(place.line), "column": .int(place.column),
        "start": .int(codePoints.lowerBound), "end": .int(codePoints.upperBound),
        "text": .string(document.text(in: span)),
      ]
      if let mention {
        record["label"] = .string(mention.label.name)
        record["status"] = .string(mention.status.rawValue)
        if let note = mention.note { record["note"] = .string(note) }
      }
      StandardOutput.write(line: JSONWriter.text(.object(record)))
      return
    }
    let label = mention.map { "\($0.label) " } ?? ""
    let line = document.blocks[document.blocks.index(containing: span.start)].content
    let start = max(line.start, span.start - 60)
    let end = min(line.end, span.end + 60)
    let context = document.text(in: Span(start, max(start, end))).split(whereSeparator: \.isWhitespace).joined(
      separator: " ")
    StandardOutput.write(line: Terminal.neutralised(line: "\(name):\(place.line):\(place.column): \(label)\(context)"))
  }
}
