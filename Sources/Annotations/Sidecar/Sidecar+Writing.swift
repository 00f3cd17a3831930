extension Sidecar {
  /// The file: header, text of a web page, article, entities, mentions in reading order, then what has no place and
  /// what nobody understands. Two sidecars with the same contents give the same bytes, and one decision changes one
  /// line.
  ///
  /// - Parameters:
  ///   - document: The text that the layer's mentions lie in.
  ///   - article: Name of the article's file.
  ///   - labels: The labels that can be chosen from.
  ///   - model: The recogniser whose suggestions are decided upon.
  ///   - basis: For a sidecar that is not beside its article: the digest of the one that is.
  public func bytes(
    for document: Document, article: String, labels: [Label], model: String?, basis: Digest? = nil
  ) -> [UInt8] {
    bytes(RecordFormat(document), article: article, labels: labels, model: model, basis: basis)
  }

  func bytes(_ format: RecordFormat, article: String, labels: [Label], model: String?, basis: Digest?) -> [UInt8] {
    let document = format.document
    var header = headerRecord(format, article: article, labels: labels, model: model)
    if let basis { header["basis"] = .string(basis.hexadecimal) }
    var lines = [JSONWriter.text(.object(header))]
    if document.source.format == .html {
      let text: JSONObject = ["type": "text", "text": .string(document.text(in: document.span))]
      lines.append(JSONWriter.text(.object(text)))
    }
    if layer.marks != ArticleMarks() { lines.append(JSONWriter.text(.object(format.record(of: layer.marks)))) }
    for entity in layer.entitiesInOrder { lines.append(JSONWriter.text(.object(format.record(of: entity)))) }
    for mention in layer.mentionsInReadingOrder { lines.append(JSONWriter.text(.object(format.record(of: mention)))) }
    for unplaced in unplaced {
      var record = unplaced.record
      record["anchor"] = "lost"
      lines.append(JSONWriter.text(.object(record)))
    }
    var bytes = Array((lines.joined(separator: "\n") + "\n").utf8)
    for line in unknownLines { bytes += line + [0x0A] }
    return bytes
  }

  private func headerRecord(_ format: RecordFormat, article: String, labels: [Label], model: String?) -> JSONObject {
    var record: JSONObject = [
      "type": "gloss", "version": .int(max(Self.version, header?.version ?? 0)), "article": .string(article),
      "sha256": .string(format.textDigest.hexadecimal), "length": .int(format.length),
      "unit": "code point",
    ]
    if let page = format.document.source.fileDigest { record["page"] = .string(page.hexadecimal) }
    record["annotator"] = .string(layer.annotator.description)
    record["labels"] = .array(labels.map { .string($0.name) })
    if let model = model ?? header?.model { record["model"] = .string(model) }
    record.append(header?.unknownFields ?? [:])
    return record
  }
}
