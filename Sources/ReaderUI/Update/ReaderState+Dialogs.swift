import Annotations

extension ReaderState {
  /// A key in a dialog: a letter answers, arrows and Enter too; Enter alone does the safe thing, Esc nothing.
  mutating func answer(_ dialog: Dialog, with key: Key) {
    var dialog = dialog
    switch key.code {
    case .escape: popMode()
    case .character("c") where key.modifiers == .control: popMode()
    case .down, .tab, .up:
      guard !dialog.choices.isEmpty else { return }
      let step = key.code == .up ? -1 : 1
      let count = dialog.choices.count
      dialog.row = dialog.row.map { ($0 + step + count) % count } ?? (step > 0 ? 0 : count - 1)
      replaceMode(.dialog(dialog))
    case .enter:
      popMode()
      carryOut(dialog.row.map { dialog.choices[$0].action } ?? dialog.enterAction)
    case .character(let character) where key.modifiers.isEmpty:
      if let choice = dialog.choices.first(where: { $0.key == character }) {
        popMode()
        carryOut(choice.action)
      } else if dialog.choices.isEmpty, character == "q" {
        popMode()
      } else {
        say("\(character) is no answer here   Esc: \(dialog.escapeTitle)")
      }
    default: break
    }
  }

  private mutating func carryOut(_ action: Dialog.Action) {
    switch action {
    case .close: break
    case .goToUndecided: if let path = openPath { visit(.nextUndecided, path) }
    case .done(let status): if let path = openPath { finish(path, deciding: status) }
    case .quit: emit(.quit)
    case .retrySaving: saveNow()
    case .merge(let path), .takeTheirs(let path), .keepOurs(let path): resolve(path, action)
    case .showDifferences(let path):
      askAboutChange(path)
      showDifferences(path)
    case .sort(let order):
      let path = chosenArticle
      library.order = order
      libraryCursor.row = path.flatMap { library.visibleIndex(of: $0) } ?? 0
      libraryCursor.scroll(height: libraryHeight, count: library.visible.count)
      say("Sorted by \(order.rawValue)")
    case .show(let filter): setLibraryFilter(filter)
    }
  }
}
