import Annotations

extension ReaderState {
  /// Carries out a command.
  ///
  /// - Parameters:
  ///   - command: The command.
  ///   - keys: The keys that were pressed for it, whose last one may say more, as with digits.
  mutating func perform(_ command: Command, keys: KeySequence = KeySequence([])) {
    switch command {
    case .help: openHelp()
    case .commandLine: openPrompt(.command, title: ":")
    case .palette: openPalette()
    case .pickArticle: openArticlePicker()
    case .recentArticles: openRecentArticles()
    case .pickMention: openMentionPicker()
    case .pickMentionAll: openCollectedPicker(.mentionsEverywhere, "Mentions in all articles", .mentions)
    case .pickEntity: openCollectedPicker(.entities, "Entities", .entities)
    case .search: startSearch()
    case .searchAll: openSearch(everywhere: true)
    case .searchNext: searchAgain(forward: true)
    case .searchPrevious: searchAgain(forward: false)
    case .searchSelection: searchSelection()
    case .reviewQueue: openReview()
    case .actions: openActions()
    case .labels: openLabels()
    case .themes: openThemes()
    case .notes: openCollectedPicker(.notes, "Notes", .notes)
    case .messages: openMessages()
    case .lastPicker: reopenPicker()
    case .back: goBack(isEscape: keys.keys.last == Key(.escape))
    case .quit: quit()
    case .undo: undo()
    case .redo: redo()
    case .save: saveNow()
    case .writeQuit:
      saveNow()
      quit()
    case .redraw: emit(.redraw)
    case .suspend: emit(.suspend)
    case .cancel: cancel()
    case .nextPane, .pane: togglePaneFocus()
    case .paneLeft: focusText()
    case .paneRight: focusPane()
    case .onlyPane: setPane(shown: false)
    case .togglePane: setPane(shown: !settings.showsPane)
    case .widerPane: changePaneWidth(by: 4)
    case .narrowerPane: changePaneWidth(by: -4)
    case .theme, .set, .filter, .setLabel, .acceptAll, .rejectAll: askForArgument(of: command)
    case .choose, .complete, .historyBack, .historyForward, .clearText, .deleteWord:
      performInText(command)
    case .togglePreview: togglePreview()
    case .tick, .apply, .tickAll, .untickAll, .cycleScope, .toggleWholeWords, .toggleCase, .toggleInflected,
      .toggleDecided:
      performInPropagation(command)
    default: performHere(command, keys)
    }
  }

  /// Carries out a command whose meaning depends on the mode.
  private mutating func performHere(_ command: Command, _ keys: KeySequence) {
    switch mode {
    case .reader(let path): performInReader(command, keys, path)
    case .select:
      if command == .back { return leaveSelection() }
      if let path = openPath { performInReader(command, keys, path) }
    case .library: performInLibrary(command)
    case .pane(let pane): performInPane(command, keys, pane)
    case .card(let card): performInCard(command, keys, card)
    case .review(let review): performInReview(command, keys, review)
    case .picker, .help, .propagate: moveRows(command)
    default: break
    }
  }

  // MARK: - Back and out

  /// Leaves the topmost mode; from the last one the program is left, though not by Esc, which people press once too often.
  mutating func goBack(isEscape: Bool = false) {
    switch mode {
    case .select: leaveSelection()
    case .reader(let path) where isEscape && readings[path]?.isExplicit == true: dropSelection(path)
    case .reader where isOnlyScreen: isEscape ? say("Nothing to go back to   q: quit") : quit()
    case .library where library.filter.isEmpty: isEscape ? say("Nothing to go back to   q: quit") : quit()
    case .library: setLibraryFilter("")
    case .review(var review) where !review.filter.isEmpty:
      review.filter = ""
      replaceMode(.review(review))
    default:
      popMode()
      scrollAll()
    }
  }

  /// Whether the article that was named is all there is, so that there is no list to go back to.
  private var isOnlyScreen: Bool {
    modes.count == 1 || (modes.count == 2 && library.isSingleFile && library.paths.count == 1)
  }

  /// Leaves the program; asks only when something is not on disk.
  mutating func quit() {
    let unsaved = unsavedPaths
    guard !unsaved.isEmpty else {
      emit(.quit)
      return
    }
    let names = unsaved.prefix(3).map(\.fileName).joined(separator: ", ")
    let reason = unsaved.first.flatMap { path -> String? in
      if case .failed(let reason, _)? = library[path]?.saving { return reason }
      return nil
    }
    modes.append(
      .dialog(
        Dialog(
          title: "Not everything is on disk",
          lines: [
            "Decisions on \(names)\(unsaved.count > 3 ? " and others" : "") could not be written:", reason ?? "",
          ],
          choices: [
            Dialog.Choice(key: "s", title: "try to save again", action: .retrySaving),
            Dialog.Choice(key: "q", title: "quit and lose them", action: .quit),
          ], enterTitle: "stay", enterAction: .close, escapeTitle: "stay", isAlert: true)))
  }

  /// Stops what is running beside the screen, or closes what is open.
  mutating func cancel() {
    if !pendingKeys.isEmpty {
      pendingKeys = []
      return
    }
    switch mode {
    case .picker(let picker): closePicker(picker)
    case .prompt(let prompt): closePrompt(prompt)
    case .propagate, .help, .dialog, .labelPicker, .character, .jump: popMode()
    default:
      jobNumber += 1
      if case .review(var review) = mode {
        review.isCollecting = false
        replaceMode(.review(review))
      }
      emit(.cancel)
      let goesOn = library.paths.contains { library[$0]?.isUnfinished == true } ? "   R in the list goes on" : ""
      say(progress == nil ? "Nothing is running. Q quits" : "Cancelled\(goesOn)")
      progress = nil
    }
  }

  /// Writes all sidecars that are not up to date.
  mutating func saveNow() {
    var layers: [ArticlePath: NumberedLayer] = [:]
    for path in library.paths where library[path].map({ $0.saving != .saved }) ?? false {
      layers[path] = library.update(path) { $0.layerToSave() }
    }
    if layers.isEmpty {
      say("Everything is on disk already")
    } else {
      emit(.save(layers))
    }
  }

  // MARK: - Panes

  private mutating func togglePaneFocus() {
    if case .pane = mode { popMode() } else { focusPane() }
  }

  private mutating func focusText() {
    if case .pane = mode { popMode() }
  }

  mutating func focusPane() {
    guard case .reader(let path) = mode else { return }
    settings.showsPane = true
    _ = library.update(path) { $0.findEntities() }
    let here = target(in: path).flatMap { target -> EntityIndex.Key? in
      if case .mention(let mention) = target { return library[path]?.entities?.group(of: mention.id)?.id }
      return nil
    }
    let key = here ?? paneKeys(path).first
    modes.append(.pane(EntityPane(key: key, lost: key == nil && entityList(path).lostCount > 0 ? 0 : nil)))
  }

  private mutating func setPane(shown: Bool) {
    if case .pane = mode, !shown { popMode() }
    settings.showsPane = shown
    scrollAll()
  }

  private mutating func changePaneWidth(by cells: Int) {
    settings.paneWidthChange = min(60, max(-20, settings.paneWidthChange + cells))
    settings.showsPane = true
    scrollAll()
  }
}
