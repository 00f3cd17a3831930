import Annotations

extension ReaderState {
  /// Takes in what has happened.
  ///
  /// - Parameters:
  ///   - message: What has happened.
  ///   - time: When.
  /// - Returns: What is to be done in the world, in this order.
  package mutating func update(_ message: Message, at time: Timestamp) -> [Effect] {
    now = time
    effects = []
    switch message {
    case .input(let event): take(event)
    case .resized(let new):
      size = new
      scrollAll()
    case .found(let paths, let isComplete): takeFound(paths, isComplete: isComplete)
    case .loaded(let articles): for article in articles { takeLoaded(article) }
    case .loadFailed(let path, let reason): takeLoadFailure(path, reason)
    case .vanished(let path): takeVanished(path)
    case .analysed(let analyses):
      for article in analyses { takeAnalysis(article) }
      if !analyses.isEmpty { renewReview(analysed: true) }
    case .explained(let row, let lines): takeExplanation(row, lines)
    case .locked(let path, let holder): takeLock(path, holder)
    case .lockedFor(let commit, let refused): takeLocks(commit, refused)
    case .journalFailed(let path, let reason):
      _ = library.update(path) { $0.saving = .failed(reason, isJournalled: false) }
      say("NOT SAVED: \(reason). C-s tries again", .error)
    case .saved(let path, let layer, let saved): takeSaved(path, layer, saved)
    case .saveFailed(let path, let reason): takeSaveFailure(path, reason)
    case .changedOnDisk(let path, let sidecar): takeChangeOnDisk(path, sidecar)
    case .computed(let number, let result): if number == jobNumber { takeResult(result, of: number) }
    case .progress(let text): progress = text
    case .themes(let new, let problems): takeThemes(new, problems)
    case .problems(let problems): takeProblems(problems)
    case .tick: break
    case .say(let text, let weight): say(text, weight)
    case .start(let path): if let path { open(path) }
    }
    askAboutConflict()
    refreshEntityList()
    renewReview(analysed: false)
    explainInCard()
    let result = effects
    effects = []
    return result
  }

  private mutating func takeResult(_ result: Job.Result, of job: Int) {
    switch result {
    case .review(let groups): takeReview(groups)
    case .rows(let rows, let footnote): takePickerRows(rows, footnote, of: job)
    case .occurrences(let rows, let remark): takeOccurrences(rows, remark)
    }
  }

  // MARK: - Events

  private mutating func take(_ event: InputEvent) {
    switch event {
    case .key(let key): press(key)
    case .paste(let text): paste(text)
    case .mouse(let event): click(event)
    case .focus: break
    case .report(let report): takeReport(report)
    }
  }

  private mutating func takeReport(_ report: TerminalReport) {
    let wasDark = terminalIsDark
    switch report {
    case .background(let red, let green, let blue): terminalIsDark = RGB(red, green, blue).luminance < 0.18
    case .colourScheme(let isDark): terminalIsDark = isDark
    case .mode, .deviceAttributes: break
    }
    if terminalIsDark != wasDark { applyTheme() }
  }
}
