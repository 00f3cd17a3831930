import Annotations
import TextAnalysis

/// What a model says of itself.
enum ModelReport {
  /// For people.
  static func text(_ info: ModelInfo) -> String {
    var lines: [String] = []
    func line(_ name: String, _ value: String) {
      lines.append(name + String(repeating: " ", count: max(1, 14 - name.count)) + value)
    }
    line("name", info.identifier)
    line("format", "\(info.format)")
    line("labels", info.labels.map(\.name).joined(separator: " "))
    line("stages", "\(info.stages)")
    line("size", "\(Figures.grouped(info.size)) bytes")
    for section in info.sections { line("", "\(section.name): \(Figures.grouped(section.size))") }
    line("checksum", info.checksum)
    for (index, entry) in info.history.enumerated() { line(index == 0 ? "made" : "", entry) }
    for (index, entry) in info.attributions.enumerated() { line(index == 0 ? "attributions" : "", entry) }
    return Terminal.neutralised(lines.joined(separator: "\n")) + "\n"
  }

  /// For programs.
  static func json(_ info: ModelInfo) -> String {
    func strings(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }
    let record: JSONObject = [
      "name": .string(info.name), "version": .int(info.version), "format": .int(info.format),
      "labels": strings(info.labels.map(\.name)), "stages": .int(info.stages), "size": .int(info.size),
      "sections": .array(
        info.sections.map { .object(["name": .string($0.name), "size": .int($0.size)]) }),
      "checksum": .string(info.checksum), "history": strings(info.history),
      "attributions": strings(info.attributions),
    ]
    return JSONWriter.text(.object(record)) + "\n"
  }
}
