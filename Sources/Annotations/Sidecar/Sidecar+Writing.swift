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
    var bytes: [UInt8] = []
    JSONWriter.append(line: header, to: &bytes)
    if document.source.format == .html {
      JSONWriter.append(line: ["type": "text", "text": .string(document.text(in: document.span))], to: &bytes)
    }
    if layer.marks != ArticleMarks() { JSONWriter.append(line: format.record(of: layer.marks), to: &bytes) }
    for entity in layer.entitiesInOrder { JSONWriter.append(line: format.record(of: entity), to: &bytes) }
    for mention in layer.mentionsInReadingOrder { JSONWriter.append(line: format.record(of: mention), to: &bytes) }
    for unplaced in unplaced {
      var record = unplaced.record
      record["anchor"] = "lost"
      JSONWriter.append(line: record, to: &bytes)
    }
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
