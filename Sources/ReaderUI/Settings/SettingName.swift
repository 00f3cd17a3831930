/// The settings by the names that people use, in the command line and in the configuration.
package enum SettingName: String, Hashable, Sendable, CaseIterable {
  case width
  case markers
  case digits
  case mouse
  case ascii
  case lanes
  case rejected
  case pane
  case layouts
  case hintDelay = "hint-delay"

  /// A name or value that means nothing.
  package struct Problem: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong, in words.
    package let description: String
  }

  /// The values it may have, as far as they can be listed.
  package var values: [String] {
    switch self {
    case .width: ["72", "88", "full"]
    case .markers: StyleSheet.Markers.allCases.map(\.rawValue)
    case .digits: Settings.Digits.allCases.map(\.rawValue)
    case .hintDelay: ["0", "300"]
    default: ["true", "false"]
    }
  }

  /// Sets `name` to `value`.
  ///
  /// - Throws: ``Problem`` when there is no such setting, or it cannot have that value.
  package static func set(_ name: String, to value: String, in settings: inout Settings) throws(Problem) {
    guard let setting = SettingName(rawValue: name) else {
      let guess = ConfigurationText.closest(to: name, in: allCases.map(\.rawValue))
      throw Problem(description: "there is no setting \"\(name)\"" + (guess.map { "; did you mean \"\($0)\"?" } ?? ""))
    }
    try setting.set(value, in: &settings)
  }

  private func set(_ value: String, in settings: inout Settings) throws(Problem) {
    let truth = ["true": true, "on": true, "yes": true, "false": false, "off": false, "no": false][value]
    switch self {
    case .width:
      if value == "full" {
        settings.measure = .full
        return
      }
      if let cells = Int(value), (20...400).contains(cells) {
        settings.measure = .cells(cells)
        return
      }
    case .markers:
      if let markers = StyleSheet.Markers(rawValue: value) {
        settings.markers = markers
        return
      }
    case .digits:
      if let digits = Settings.Digits(rawValue: value) {
        settings.digits = digits
        return
      }
    case .hintDelay:
      if let milliseconds = Int(value), (0...10_000).contains(milliseconds) {
        settings.hintDelay = milliseconds
        return
      }
    default:
      if let truth {
        set(truth, in: &settings)
        return
      }
    }
    throw Problem(description: "\(rawValue) is \(values.joined(separator: " or ")), not \"\(value)\"")
  }

  private func set(_ truth: Bool, in settings: inout Settings) {
    switch self {
    case .mouse: settings.usesMouse = truth
    case .ascii: settings.isASCII = truth
    case .lanes: settings.showsLanes = truth
    case .rejected: settings.showsRejected = truth
    case .pane: settings.showsPane = truth
    case .layouts: settings.mapsLayouts = truth
    default: break
    }
  }

  /// The value it has now.
  package func value(in settings: Settings) -> String {
    switch self {
    case .width:
      switch settings.measure {
      case .full: "full"
      case .cells(let cells): "\(cells)"
      }
    case .markers: settings.markers.rawValue
    case .digits: settings.digits.rawValue
    case .mouse: "\(settings.usesMouse)"
    case .ascii: "\(settings.isASCII)"
    case .lanes: "\(settings.showsLanes)"
    case .rejected: "\(settings.showsRejected)"
    case .pane: "\(settings.showsPane)"
    case .layouts: "\(settings.mapsLayouts)"
    case .hintDelay: "\(settings.hintDelay)"
    }
  }
}
