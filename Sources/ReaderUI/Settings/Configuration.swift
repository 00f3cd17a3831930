import Annotations

/// What settings files say: settings, keys and labels, with where each value comes from.
package struct Configuration: Sendable {
  /// The settings.
  package var settings = Settings()
  /// The keys.
  package var keymap = Keymap.standard
  /// The labels.
  package var labels = LabelSet.standard
  /// The file that set a value, by the value's name.
  package private(set) var origins: [String: String] = [:]
  /// What was wrong.
  package private(set) var problems: [ConfigurationProblem] = []

  /// The standard configuration.
  package init() {}

  /// Reads settings files, the least important first; what a later one says holds.
  package init(_ texts: [(text: String, file: String)]) {
    for (text, file) in texts { read(text, file: file) }
    checkKeys()
  }

  /// Takes note of something wrong that was found elsewhere.
  package mutating func report(_ problem: ConfigurationProblem) { problems.append(problem) }

  private mutating func read(_ text: String, file: String) {
    let configuration: ConfigurationText
    do throws(ConfigurationProblem) {
      configuration = try ConfigurationText(text, file: file)
    } catch {
      problems.append(error)
      return
    }
    for (key, value) in configuration.root.sorted(by: { $0.key < $1.key }) {
      switch key {
      case "theme": readTheme(value, configuration)
      case "model": readModel(value, configuration)
      case "keys": readKeys(value, configuration)
      case "labels": readLabels(value, configuration)
      default: readSetting(key, value, configuration)
      }
    }
  }

  // MARK: - Settings

  private mutating func readSetting(_ key: String, _ value: ConfigurationText.Value, _ text: ConfigurationText) {
    let spelled: String
    switch value {
    case .string(let string): spelled = string
    case .integer(let number): spelled = "\(number)"
    case .truth(let truth): spelled = "\(truth)"
    default:
      problems.append(text.problem(at: [key], "\"\(key)\" cannot be \(value.kindInWords)"))
      return
    }
    do throws(SettingName.Problem) {
      try SettingName.set(key, to: spelled, in: &settings)
      origins[key] = text.file
    } catch {
      problems.append(text.problem(at: [key], error.description, isWarning: SettingName(rawValue: key) == nil))
    }
  }

  private mutating func readTheme(_ value: ConfigurationText.Value, _ text: ConfigurationText) {
    if let name = value.string {
      settings.theme = name
    } else if let table = value.table {
      settings.theme = nil
      if let dark = table["dark"]?.string { settings.darkTheme = dark }
      if let light = table["light"]?.string { settings.lightTheme = light }
    } else {
      problems.append(text.problem(at: ["theme"], "theme is a name, or { dark = NAME, light = NAME }"))
      return
    }
    origins["theme"] = text.file
  }

  private mutating func readModel(_ value: ConfigurationText.Value, _ text: ConfigurationText) {
    guard let name = value.string, !name.isEmpty else {
      problems.append(text.problem(at: ["model"], "model is \"default\", \"rules\", or a file that gloss train made"))
      return
    }
    // A file is named as seen from the settings that name it, wherever the program is started.
    let isFixed = ["default", "rules"].contains(name) || name.hasPrefix("/") || name.hasPrefix("~")
    let folder = text.file.lastIndex(of: "/").map { text.file[...$0] } ?? ""
    settings.model = isFixed ? name : folder + name
    origins["model"] = text.file
  }

  // MARK: - Keys

  private mutating func readKeys(_ value: ConfigurationText.Value, _ text: ConfigurationText) {
    guard let contexts = value.table else {
      problems.append(text.problem(at: ["keys"], "keys are tables, such as [keys.reader]"))
      return
    }
    for (name, bindings) in contexts.sorted(by: { $0.key < $1.key }) {
      guard let context = Context(rawValue: name), let table = bindings.table else {
        let names = Context.allCases.map(\.rawValue)
        let guess = ConfigurationText.closest(to: name, in: names).map { "; did you mean \"\($0)\"?" } ?? ""
        problems.append(
          text.problem(
            at: ["keys", name], "there is no context \"\(name)\" (\(names.joined(separator: ", ")))\(guess)"))
        continue
      }
      for (keys, binding) in table.sorted(by: { $0.key < $1.key }) { bind(keys, binding, context, text) }
    }
  }

  private mutating func bind(
    _ keys: String, _ value: ConfigurationText.Value, _ context: Context, _ text: ConfigurationText
  ) {
    let path = ["keys", context.rawValue, keys]
    guard let sequence = KeySequence(keys) else {
      problems.append(text.problem(at: path, "\"\(keys)\" is no key (a, C-r, A-., S-Tab, F2, gd, Space f)"))
      return
    }
    let lines = value.string.map { [$0] } ?? value.list?.compactMap(\.string) ?? []
    guard !lines.isEmpty, value.list.map({ $0.count == lines.count }) ?? true else {
      problems.append(text.problem(at: path, "a key does a command, or a list of them, or \"none\""))
      return
    }
    if lines == ["none"] {
      keymap.bind(sequence, in: context, to: nil)
      origins["keys.\(context.rawValue).\(keys)"] = text.file
      return
    }
    for line in lines {
      let name = String(line.drop { $0 == ":" }.prefix { $0 != " " })
      guard Command(rawValue: name) ?? Command.abbreviations[name] != nil else {
        let guess = ConfigurationText.closest(to: name, in: Command.allCases.map(\.rawValue))
        let hint = guess.map { "; did you mean \"\($0)\"?" } ?? ""
        problems.append(text.problem(at: path, part: line, "there is no command \"\(name)\"\(hint)"))
        return
      }
    }
    if lines.count == 1, let command = Command(rawValue: String(lines[0].drop { $0 == ":" })), command.argument == nil {
      keymap.bind(sequence, in: context, to: .command(command))
    } else {
      keymap.bind(sequence, in: context, to: .lines(lines))
    }
    origins["keys.\(context.rawValue).\(keys)"] = text.file
    // A key of one's own takes the place of longer ones that begin with it, and is hidden by shorter ones.
    for (short, long) in keymap.shadowed(in: context) where short == sequence || long == sequence {
      problems.append(
        text.problem(at: path, "\"\(short)\" is bound, so \"\(long)\" cannot be reached (free one with \"none\")"))
    }
  }

  private mutating func checkKeys() {
    // Enter, Esc and ? must lead somewhere, or nobody gets out again.
    for context in [Context.reader, .library] where keymap.keys(for: .back, in: context).isEmpty {
      problems.append(
        ConfigurationProblem(
          file: "keys", line: 0, column: 0, source: "", message: "nothing goes back in \(context.rawValue); q does",
          isWarning: true))
      if let q = KeySequence("q") { keymap.bind(q, in: context, to: .command(.back)) }
    }
  }

  // MARK: - Labels

  private mutating func readLabels(_ value: ConfigurationText.Value, _ text: ConfigurationText) {
    guard let list = value.list else {
      problems.append(text.problem(at: ["labels"], "labels are a list of tables: [[labels]]"))
      return
    }
    guard !list.isEmpty else {
      problems.append(text.problem(at: ["labels"], "the list of labels is empty; those that were there stay"))
      return
    }
    var definitions: [LabelDefinition] = []
    // Letters that somebody has asked for are not given to others.
    var taken = Set(list.compactMap { $0.table?["letter"]?.string?.first })
    for (index, entry) in list.enumerated() {
      guard let table = entry.table, let name = table["name"]?.string, !name.isEmpty,
        !name.contains(where: \.isWhitespace)
      else {
        problems.append(text.problem(at: ["labels"], "label \(index + 1) needs a name without spaces"))
        return
      }
      let key = table["key"].flatMap { $0.string ?? $0.integer.map(String.init) }
      guard table["key"] == nil || key.map({ $0.count == 1 && "1"..."9" ~= $0 }) == true else {
        problems.append(text.problem(at: ["labels"], "\(name): key is a digit from 1 to 9"))
        return
      }
      guard table["letter"] == nil || table["letter"]?.string?.count == 1 else {
        problems.append(text.problem(at: ["labels"], "\(name): letter is one character"))
        return
      }
      guard let letter = table["letter"]?.string?.first ?? LabelLetters.first(for: name, besides: taken) else {
        problems.append(text.problem(at: ["labels"], "\(name): all letters are taken; give it one with letter ="))
        return
      }
      let slot = table["colour"]?.integer ?? table["color"]?.integer ?? index % LabelDefinition.slotCount + 1
      guard (1...LabelDefinition.slotCount).contains(slot) else {
        problems.append(
          text.problem(at: ["labels"], "\(name): colour is a number from 1 to \(LabelDefinition.slotCount)"))
        return
      }
      let standard = LabelSet.standard.contains(Label(name)) ? LabelSet.standard[Label(name)].meaning : ""
      definitions.append(
        LabelDefinition(
          Label(name), digit: key?.first, letter: letter, slot: slot, meaning: table["meaning"]?.string ?? standard))
      taken.insert(letter)
    }
    do throws(LabelSet.Clash) {
      labels = try LabelSet(definitions)
      origins["labels"] = text.file
    } catch {
      problems.append(text.problem(at: ["labels"], error.description))
    }
  }
}

/// Letters for labels that nobody has given one.
private enum LabelLetters {
  /// Those that a keyboard types, then some more: with hundreds of labels a letter only tells them apart on the screen,
  /// and one picks them by their names.
  private static let all = Array(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ!$%&+<=>@^~*;:#"
      + "αβγδεζηθικλμνξοπρστυφχψωбвгджзийлпфцчшщъыьэюяàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþ"
      + "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆაბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ")

  /// The first letter of `name` that is free, else any that is.
  static func first(for name: String, besides taken: Set<Character>) -> Character? {
    name.lowercased().first { $0.isLetter && !taken.contains($0) } ?? all.first { !taken.contains($0) }
  }
}
