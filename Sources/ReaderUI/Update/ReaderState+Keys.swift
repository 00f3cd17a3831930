import Annotations

extension ReaderState {
  /// Acts on a key.
  mutating func press(_ key: Key) {
    let dismisses = key == Key(.escape) && log.current?.weight == .error
    log.keyPressed(isEscape: key == Key(.escape))
    // An error is dismissed by Esc, which then does nothing else; what lies on top of the screen closes all the same.
    if dismisses, pendingKeys.isEmpty, mode.fillsScreen { return }
    switch mode {
    case .labelPicker: pickLabel(with: commandKey(key))
    case .dialog(let dialog): answer(dialog, with: commandKey(key))
    case .character(let purpose): take(key, for: purpose)
    case .jump(let labels): jump(labels, with: commandKey(key))
    case .picker, .prompt, .help: type(key)
    default: command(commandKey(key))
    }
  }

  /// A key as a command: by its place on the keyboard, whatever script it types.
  private func commandKey(_ key: Key) -> Key { settings.mapsLayouts ? KeyboardLayout.latin(key) : key }

  // MARK: - Commands

  private mutating func command(_ key: Key) {
    guard let context = context else { return }
    if settings.digits == .counts, pendingKeys.isEmpty,
      context == .reader || context == .select || context.chain.contains(.list),
      let digit = key.typed?.wholeNumberValue, digit > 0 || count != nil
    {
      count = min(99_999, (count ?? 0) * 10 + digit)
      return
    }
    let sequence = KeySequence(pendingKeys + [key])
    switch keymap.lookup(sequence, in: context) {
    case .binding(let binding):
      pendingKeys = []
      run(binding, keys: sequence)
      count = nil
    case .prefix:
      if pendingKeys.isEmpty { pendingSince = now }
      pendingKeys.append(key)
    case .nothing:
      let wasPending = !pendingKeys.isEmpty
      pendingKeys = []
      count = nil
      if wasPending, key == Key(.escape) { return }
      say("\(sequence) does nothing here   ?: help", .info)
    }
  }

  /// Carries out what a key stands for.
  mutating func run(_ binding: Keymap.Binding, keys: KeySequence) {
    switch binding {
    case .command(let command):
      let times = command.repeats ? max(1, count ?? 1) : 1
      for _ in 0..<times { perform(command, keys: keys) }
    case .lines(let lines): for line in lines { runLine(line) }
    }
  }

  // MARK: - Text

  /// A key in a mode where keys type: a command of the mode, or an edit of its text.
  private mutating func type(_ key: Key) {
    guard let context = context else { return }
    if case .binding(.command(let command)) = keymap.lookup(KeySequence([key]), in: context) {
      perform(command, keys: KeySequence([key]))
      return
    }
    edit { $0.edit(key) }
  }

  /// Pasted text goes into a text field; anywhere else it is no command.
  mutating func paste(_ text: String) {
    log.keyPressed(isEscape: false)
    guard let context = context, context.takesText else {
      say("Pasted text is not taken for keys (\(text.count) characters)")
      return
    }
    edit { field in
      field.insert(text)
      return true
    }
  }

  /// Changes the text of the mode that has the keys.
  mutating func edit(_ change: (inout TextField) -> Bool) {
    switch mode {
    case .picker(var picker):
      guard change(&picker.field) else { return }
      replaceMode(.picker(picker))
      pickerTextChanged()
    case .prompt(var prompt):
      guard change(&prompt.field) else { return }
      replaceMode(.prompt(prompt))
      promptTextChanged()
    case .help(var help):
      guard change(&help.field) else { return }
      help.top = 0
      replaceMode(.help(help))
    default: break
    }
  }
}

extension Command {
  /// Whether a count before it means: so many times.
  var repeats: Bool {
    switch self {
    case .previousWord, .nextWord, .wordEnd, .lineDown, .lineUp, .nextSentence, .previousSentence, .nextParagraph,
      .previousParagraph, .halfPageDown, .halfPageUp, .pageDown, .pageUp, .nextMention, .previousMention,
      .nextUndecided,
      .previousUndecided, .leftEdgeOut, .leftEdgeIn, .rightEdgeIn, .rightEdgeOut, .leftCharacterOut, .leftCharacterIn,
      .rightCharacterIn, .rightCharacterOut, .rowDown, .rowUp, .undo, .redo, .nextArticle, .previousArticle,
      .searchNext, .searchPrevious, .expand, .shrink:
      true
    default: false
    }
  }
}

extension ReaderState {
  /// Whether the keys that may follow are listed: at once, or after the delay that was set.
  package var showsContinuations: Bool {
    guard !pendingKeys.isEmpty else { return false }
    return now.milliseconds - pendingSince.milliseconds >= Int64(settings.hintDelay)
  }

  /// Milliseconds until something changes by itself on the screen, or nil.
  package var timeUntilChange: Int? {
    guard !pendingKeys.isEmpty, !showsContinuations else { return nil }
    return max(1, settings.hintDelay - Int(now.milliseconds - pendingSince.milliseconds))
  }
}
