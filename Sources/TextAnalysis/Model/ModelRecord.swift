import Annotations

/// The section `info` of a model file: lines of a word and what it says.
struct ModelRecord: Hashable, Sendable {
  var name = "custom"
  var version = 1
  var labels: [Label] = []
  var stages = 1
  /// See ``FeatureWeights/scale``.
  var scale: Float = 32
  var history: [String] = []
  var attributions: [String] = []

  init() {}

  /// Reads the section.
  init(_ bytes: SharedBytes) throws(ModelError) {
    let error = ModelError.damaged(section: ModelFile.Section.info.rawValue)
    guard let text = String(validating: bytes.pointer, as: UTF8.self) else { throw error }
    for line in text.split(separator: "\n") {
      guard let space = line.firstIndex(of: " ") else { throw error }
      let rest = String(line[line.index(after: space)...])
      switch line[..<space] {
      case "name": name = rest
      case "version": version = Int(rest) ?? 1
      case "label": labels.append(Label(rest))
      case "stages": stages = Int(rest) ?? 0
      case "scale": scale = Float(rest) ?? 0
      case "history": history.append(rest)
      case "attribution": attributions.append(rest)
      default: break
      }
    }
    guard labels.count <= TagSet.mostLabels, (1...2).contains(stages), scale > 0 else { throw error }
  }

  /// The section's text.
  var text: String {
    var lines = ["name \(name)", "version \(version)", "stages \(stages)", "scale \(scale)"]
    lines += labels.map { "label \($0.name)" }
    lines += history.map { "history \($0)" }
    lines += attributions.map { "attribution \($0)" }
    return lines.joined(separator: "\n") + "\n"
  }
}
