extension RecordFormat {
  /// The record of `edit`: what it is about, what was there before and what is there after.
  func record(of edit: Edit) -> JSONObject {
    switch edit {
    case .mention(let id, let from, let to):
      ["mention": .string(id.text), "from": value(from.map(record(of:))), "to": value(to.map(record(of:)))]
    case .entity(let id, let from, let to):
      ["entity": .string(id.text), "from": value(from.map(record(of:))), "to": value(to.map(record(of:)))]
    case .marks(let from, let to):
      ["article": .bool(true), "from": .object(record(of: from)), "to": .object(record(of: to))]
    }
  }

  private func value(_ record: JSONObject?) -> JSONValue { record.map { .object($0) } ?? .null }

  /// Reads the record of an edit.
  ///
  /// - Parameters:
  ///   - record: The record.
  ///   - version: The text that it was written for.
  ///   - lost: Takes what the edit would have made of a mention that has no place in the text any more.
  /// - Returns: The edit, or nil when nothing of it is left. A mention without a place counts as absent, as it does in
  ///   the layer of a sidecar.
  /// - Throws: ``Problem`` when it cannot be understood.
  func edit(
    _ record: JSONObject, writtenFor version: TextVersion, lost: inout [Sidecar.Unplaced]
  ) throws(Problem) -> Edit? {
    var fields = RecordFields(record)
    let from = try fields.object("from")
    let to = try fields.object("to")
    if let id = try fields.string("mention") {
      let before = try from.map { record throws(Problem) in try mention(record, writtenFor: version) }
      let after = try to.map { record throws(Problem) in try mention(record, writtenFor: version) }
      if let after, let to, after.placement == .lost {
        lost.append(Sidecar.Unplaced(text: to["text"]?.string ?? "", mention: after.mention, record: to))
      }
      let edit = Edit.mention(
        Mention.ID(id), from: before?.mentionInPlace, to: after?.mentionInPlace)
      return before?.mentionInPlace == nil && after?.mentionInPlace == nil ? nil : edit
    }
    if let id = try fields.string("entity") {
      let entityBefore: Entity? = if let from { try entity(from) } else { nil }
      let entityAfter: Entity? = if let to { try entity(to) } else { nil }
      return .entity(Entity.ID(id), from: entityBefore, to: entityAfter)
    }
    guard let from, let to else { throw Problem("an edit of the article needs \"from\" and \"to\"") }
    return try .marks(from: marks(from), to: marks(to))
  }
}

extension RecordFormat.PlacedMention {
  fileprivate var mentionInPlace: Mention? { placement == .lost ? nil : mention }
}
