import Annotations

/// An article's mentions as one JSON object, as `gloss tag` and `gloss show` print them.
struct ArticleRecordJSON {
  private let document: Document
  private let map: OffsetMap
  private let name: String

  init(_ document: Document, named name: String) {
    self.document = document
    self.name = name
    map = OffsetMap(document)
  }

  /// The fields that every record has.
  private var beginning: JSONObject {
    var record: JSONObject = ["file": .string(name), "sha256": .string(document.digest().hexadecimal)]
    if let page = document.source.fileDigest {
      // The offsets refer to the article's text, which is not what is in the file.
      record["page"] = .string(page.hexadecimal)
      record["text"] = .string(document.text(in: document.span))
    }
    if document.source.replacedSequences > 0 { record["replaced"] = .int(document.source.replacedSequences) }
    return record
  }

  private func place(_ mention: Mention) -> JSONObject {
    let codePoints = map.codePoints(mention.span)
    return [
      "start": .int(codePoints.lowerBound), "end": .int(codePoints.upperBound),
      "text": .string(document.text(in: mention.span)), "label": .string(mention.label.name),
    ]
  }

  /// Suggestions alone.
  func tagged(_ mentions: [Mention]) -> JSONObject {
    var record = beginning
    record["mentions"] = .array(
      mentions.map { mention in
        var entry = place(mention)
        entry["confidence"] = mention.provenance.confidence.map { .decimal($0) } ?? .null
        entry["annotator"] = .string(mention.provenance.annotator.description)
        return .object(entry)
      })
    return record
  }

  /// Decisions and open suggestions.
  func shown(_ combined: CombinedLayer, entities: [Entity.ID: Entity]) -> JSONObject {
    var record = beginning
    let index = EntityIndex(combined.mentions, entities: entities, in: document)
    record["mentions"] = .array(
      combined.mentions.map { mention in
        var entry = place(mention)
        entry["status"] = .string(mention.status.rawValue)
        entry["confidence"] = mention.provenance.confidence.map { .decimal($0) } ?? .null
        entry["annotator"] = .string(mention.provenance.annotator.description)
        entry["entity"] = index.group(of: mention.id).map { .string($0.name) } ?? .null
        entry["note"] = mention.note.map { .string($0) } ?? .null
        return .object(entry)
      })
    return record
  }
}
