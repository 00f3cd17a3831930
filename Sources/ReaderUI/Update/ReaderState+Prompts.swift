import Annotations

extension ReaderState {
  mutating func openPrompt(_ purpose: Prompt.Purpose, title: String, text: String = "") {
    switch purpose {
    case .mentionNote(let path, _), .entityNote(let path, _), .articleNote(let path), .rename(let path, _),
      .knowledgeBase(let path, _):
      if let reason = reasonNotToChange(path) {
        say(reason, .warning)
        return
      }
    default: break
    }
    modes.append(.prompt(Prompt(purpose: purpose, title: title, field: TextField(text))))
  }

  /// Text was typed: filters act at once.
  mutating func promptTextChanged() {
    guard case .prompt(let prompt) = mode else { return }
    switch prompt.purpose {
    case .libraryFilter: setLibraryFilter(prompt.field.text)
    case .reviewFilter: setReviewFilter(prompt.field.text)
    default: break
    }
  }

  private mutating func setReviewFilter(_ filter: String) {
    guard let index = modes.lastIndex(where: { if case .review = $0 { true } else { false } }),
      case .review(var review) = modes[index]
    else { return }
    review.filter = filter
    review.cursor = ListCursor()
    modes[index] = .review(review)
  }

  /// Leaves a prompt without doing anything.
  mutating func closePrompt(_ prompt: Prompt) {
    popMode()
    switch prompt.purpose {
    case .libraryFilter(let before): setLibraryFilter(before)
    case .reviewFilter(let before): setReviewFilter(before)
    default: break
    }
  }

  /// Does what the prompt is for.
  mutating func finishPrompt(_ prompt: Prompt) {
    popMode()
    let text = prompt.field.text
    let trimmed = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let note = trimmed.isEmpty ? nil : text
    switch prompt.purpose {
    case .command:
      guard !trimmed.isEmpty else { return }
      commandHistory.removeAll { $0 == trimmed }
      commandHistory.append(trimmed)
      if commandHistory.count > 200 { commandHistory.removeFirst() }
      runLine(trimmed)
    case .mentionNote(let path, let id): setNote(note, on: id, in: path)
    case .entityNote(let path, let key):
      if changeEntity(key, path, note == nil ? "removed a note" : "noted an entity", { $0.note = note }) {
        say(note == nil ? "The note is gone" : "Noted")
      }
    case .articleNote(let path):
      guard let marks = library[path]?.layer.marks, marks.note != note else { return }
      var changed = marks
      changed.note = note
      if commit("noted \(path.fileName)", [(path, [.marks(from: marks, to: changed)])]) {
        say(note == nil ? "The note is gone" : "Noted")
      }
    case .rename(let path, let key):
      guard !trimmed.isEmpty else {
        say("A name cannot be empty: nothing changed")
        return
      }
      if changeEntity(key, path, "renamed an entity to \(trimmed)", { $0.name = trimmed }) {
        say("Renamed to \(trimmed)   u: undo")
      }
    case .knowledgeBase(let path, let key):
      let id = trimmed.isEmpty ? nil : trimmed
      if changeEntity(key, path, "linked an entity", { $0.knowledgeBaseID = id }) {
        say(id.map { "Linked to \($0)" } ?? "The link is gone")
      }
    case .libraryFilter: setLibraryFilter(text)
    case .reviewFilter: setReviewFilter(text)
    case .path:
      if !trimmed.isEmpty { emit(.openPath(text)) }
    }
  }

  private mutating func setNote(_ note: String?, on id: Mention.ID, in path: ArticlePath) {
    guard let mention = library[path]?.combined[id], mention.note != note else { return }
    let edit: Edit
    if let decided = library[path]?.layer.mentions[id] {
      var changed = decided
      changed.note = note
      edit = .replace(decided, by: changed)
    } else {
      // A note on something nobody has decided: it is kept, and stays to be decided.
      edit = self.edit(mention, in: path, .flagged) { changed in
        changed.note = note
        changed.status = .unsure
      }
    }
    guard commit("noted \(quoted(mention.span, in: path))", [(path, [edit])]) else { return }
    if case .mention(_, _, let to?) = edit, readings[path]?.pinned == id { readings[path]?.pinned = to.id }
    if note == nil {
      say("The note is gone")
    } else {
      say(mention.status == .suggested ? "Noted, and unsure until somebody decides" : "Noted")
    }
  }

  // MARK: - Command line

  /// Earlier lines of the command line.
  mutating func goThroughHistory(_ prompt: Prompt, _ step: Int) {
    guard prompt.purpose == .command else { return }
    let index = min(max(0, prompt.historyIndex + step), commandHistory.count)
    var changed = prompt
    changed.historyIndex = index
    changed.field.set(index == 0 ? "" : commandHistory[commandHistory.count - index])
    replaceMode(.prompt(changed))
  }

  /// Completes the last word as far as it is certain, and lists what is possible.
  mutating func complete(_ prompt: Prompt) {
    guard prompt.purpose == .command else { return }
    let typed = prompt.field.beforeCursor
    let words = typed.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    let last = words.last ?? ""
    let candidates = CommandLineCompletion(state: self).candidates(words).filter { $0.hasPrefix(last) }
    guard let first = candidates.first else {
      say("Nothing to complete")
      return
    }
    let common = candidates.dropFirst().reduce(first) { $0.commonPrefix(with: $1) }
    var changed = prompt
    let isUnique = candidates.count == 1
    changed.field.set(
      words.dropLast().joined(separator: " ") + (words.count > 1 ? " " : "") + common + (isUnique ? " " : ""))
    replaceMode(.prompt(changed))
    if !isUnique { say(candidates.prefix(12).joined(separator: "  ")) }
  }

  /// Asks for what a command needs.
  mutating func askForArgument(of command: Command) {
    openPrompt(.command, title: ":", text: "\(command.rawValue) ")
    if let argument = command.argument { say(":\(command.rawValue) \(argument.rawValue)   Tab completes") }
  }

  /// Carries out a line of the command line.
  mutating func runLine(_ line: String) {
    var rest = line[...]
    if rest.first == ":" { rest = rest.dropFirst() }
    let name = String(rest.prefix { $0 != " " })
    let argument = rest.dropFirst(name.count).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard let command = Command(rawValue: name) ?? Command.abbreviations[name] else {
      let names = Command.allCases.map(\.rawValue) + Array(Command.abbreviations.keys)
      let guess = ConfigurationText.closest(to: name, in: names)
      say(
        "There is no command \"\(name)\"" + (guess.map { ". Did you mean \"\($0)\"?" } ?? "   Space ?: all commands"),
        .warning)
      return
    }
    guard command.argument != nil else {
      if !argument.isEmpty {
        say(":\(name) takes nothing behind it", .warning)
      } else {
        perform(command)
      }
      return
    }
    guard !argument.isEmpty || command == .filter else {
      say(":\(name) needs \(command.argument?.rawValue ?? "more")", .warning)
      return
    }
    run(command, with: argument)
  }

  private mutating func run(_ command: Command, with argument: String) {
    switch command {
    case .setLabel:
      let name = argument.uppercased()
      guard let label = labels.labels.first(where: { $0.name.uppercased() == name }) else {
        let guess = ConfigurationText.closest(to: name, in: labels.labels.map(\.name))
        say("There is no label \"\(argument)\"" + (guess.map { ". Did you mean \"\($0)\"?" } ?? ""), .warning)
        return
      }
      giveLabelHere(label)
    case .theme: chooseTheme(argument)
    case .set: set(argument)
    case .filter: setFilter(argument)
    case .acceptAll, .rejectAll:
      guard let path = shownPath else {
        say("Open an article first", .warning)
        return
      }
      do throws(MentionCondition.Problem) {
        try decideAll(command == .acceptAll ? .accepted : .rejected, where: condition(argument, path), path)
      } catch {
        say(error.description, .warning)
      }
    default: perform(command)
    }
  }

  /// Reads a condition on mentions; besides the labels of the set, those that the article has are known.
  private func condition(
    _ text: String, _ path: ArticlePath?
  ) throws(MentionCondition.Problem) -> MentionCondition {
    let own = Set(path.flatMap { library[$0] }?.combined.mentions.map(\.label) ?? []).subtracting(labels.labels)
    return try MentionCondition(text, labels: labels.labels + own.sorted())
  }

  private mutating func setFilter(_ argument: String) {
    if case .library = screen {
      setLibraryFilter(argument)
      return
    }
    guard !argument.isEmpty else {
      mentionCondition = nil
      say("Tab visits \(mentionFilter.rawValue) mentions again")
      return
    }
    do throws(MentionCondition.Problem) {
      mentionCondition = try condition(argument, shownPath)
      say("Tab visits mentions with \(argument)   :filter alone: all again")
    } catch {
      say(error.description, .warning)
    }
  }

  private mutating func set(_ argument: String) {
    let words = argument.split(whereSeparator: { $0 == " " || $0 == "=" }).map(String.init)
    guard words.count == 2 else {
      say(
        ":set NAME VALUE, such as :set width 88   (\(SettingName.allCases.map(\.rawValue).joined(separator: ", ")))",
        .warning)
      return
    }
    do throws(SettingName.Problem) {
      try SettingName.set(words[0], to: words[1], in: &settings)
      applyTheme()
      if words[0] == SettingName.mouse.rawValue { emit(.mouse(settings.usesMouse)) }
      scrollAll()
      say("\(words[0]) = \(words[1]), for this session")
    } catch {
      say(error.description, .warning)
    }
  }
}

extension String {
  /// The beginning that two strings share.
  fileprivate func commonPrefix(with other: String) -> String {
    String(zip(self, other).prefix { $0 == $1 }.map(\.0))
  }
}

/// What can stand where in the command line.
struct CommandLineCompletion {
  let state: ReaderState

  /// What the last of `words` may become.
  func candidates(_ words: [String]) -> [String] {
    guard words.count > 1 else { return Command.allCases.map(\.rawValue).sorted() }
    guard let command = Command(rawValue: words[0]) ?? Command.abbreviations[words[0]] else { return [] }
    switch command.argument {
    case .label: return state.labels.labels.map(\.name)
    case .theme: return state.themes.map(\.name)
    case .setting:
      return words.count == 2
        ? SettingName.allCases.map(\.rawValue) : SettingName(rawValue: words[1])?.values ?? []
    case .condition: return ["score>=", "score<", "label=", "status=", "by="]
    case nil: return []
    }
  }
}
