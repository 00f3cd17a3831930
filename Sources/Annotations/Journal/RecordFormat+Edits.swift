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
  /// - Throws: ``Problem`` when it cannot be understood, or when a mention in it has lost its place.
  func edit(_ record: JSONObject, textIsUnchanged: Bool) throws(Problem) -> Edit {
    var fields = RecordFields(record)
    let from = try fields.object("from")
    let to = try fields.object("to")
    if let id = try fields.string("mention") {
      return try .mention(
        Mention.ID(id), from: placed(from, textIsUnchanged: textIsUnchanged),
        to: placed(to, textIsUnchanged: textIsUnchanged))
    }
    if let id = try fields.string("entity") {
      let entityBefore: Entity? = if let from { try entity(from) } else { nil }
      let entityAfter: Entity? = if let to { try entity(to) } else { nil }
      return .entity(Entity.ID(id), from: entityBefore, to: entityAfter)
    }
    guard let from, let to else { throw Problem("an edit of the article needs \"from\" and \"to\"") }
    return try .marks(from: marks(from), to: marks(to))
  }

  private func placed(_ record: JSONObject?, textIsUnchanged: Bool) throws(Problem) -> Mention? {
    guard let record else { return nil }
    let placed = try mention(record, textIsUnchanged: textIsUnchanged)
    guard placed.placement != .lost else { throw Problem("\(placed.mention.id) has no place in the text any more") }
    return placed.mention
  }
}
