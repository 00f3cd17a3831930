import Annotations

/// Draws the screen.
package enum ScreenView {
  /// The picture of a state.
  package static func frame(of state: ReaderState) -> Frame {
    var canvas = Canvas(
      state.size, styles: state.styles, isASCII: state.settings.isASCII, hasLines: !state.settings.isLinear)
    let geometry = state.geometry
    guard !geometry.isTooSmall else {
      let smallest = Geometry.smallest
      let needed = "\(smallest.columns)x\(smallest.rows)"
      let size = "\(state.size.columns)x\(state.size.rows)"
      let text =
        ["\(size) is too small (\(needed))", "\(size) too small (\(needed))", "too small (\(needed))", "too small"]
        .first { CellWidth.cells($0) <= state.size.columns } ?? needed
      if state.size.rows > 0 { canvas.draw(text, row: 0, column: 0, style: state.styles.page) }
      canvas.setCursor(row: 0, column: 0)
      return canvas.frame
    }
    drawScreen(state, geometry, &canvas)
    StatusView.draw(state, geometry, &canvas)
    drawOverlays(state, geometry, &canvas)
    return canvas.frame
  }

  private static func drawScreen(_ state: ReaderState, _ geometry: Geometry, _ canvas: inout Canvas) {
    switch state.screen {
    case .library: LibraryView.draw(state, geometry, &canvas)
    case .reader(let path): ArticleView.draw(state, path, geometry, &canvas)
    case .card(let card): CardView.draw(state, card, geometry, &canvas)
    case .review(let review): ReviewView.draw(state, review, geometry, &canvas)
    case .help(let help): HelpView.draw(state, help, geometry, &canvas)
    default: break
    }
  }

  /// What lies on top of the screen, the lowest first.
  private static func drawOverlays(_ state: ReaderState, _ geometry: Geometry, _ canvas: inout Canvas) {
    guard let base = state.modes.lastIndex(where: \.fillsScreen) else { return }
    // Popups leave the row alone that they are about.
    let keptRow = canvas.frame.cursor?.row
    for mode in state.modes[(base + 1)...] {
      switch mode {
      case .picker(let picker): PickerView.draw(state, picker, geometry, keptRow, &canvas)
      case .prompt(let prompt): PromptView.draw(state, prompt, geometry, &canvas)
      case .labelPicker(let cursor): LabelPickerView.draw(state, cursor, geometry, keptRow, &canvas)
      case .dialog(let dialog): DialogView.draw(state, dialog, geometry, keptRow, &canvas)
      case .propagate(let propagation): PropagationView.draw(state, propagation, geometry, keptRow, &canvas)
      default: break
      }
    }
    if state.showsContinuations { ContinuationsView.draw(state, geometry, keptRow, &canvas) }
  }

  /// How wide a popup can be that would like to have `columns`.
  static func docked(_ columns: Int, _ geometry: Geometry) -> Int {
    min(columns, geometry.body.columns - (geometry.body.columns >= 60 ? 4 : 0))
  }

  /// Where a popup of some size goes: in the half of the screen that does not hold the row it is about.
  static func dock(rows: Int, columns: Int, _ geometry: Geometry, keeping row: Int?) -> Rectangle {
    let body = geometry.body
    let rows = min(rows, body.rows)
    let columns = docked(columns, geometry)
    let isBelow = row.map { $0 - body.row < body.rows / 2 } ?? true
    var top = isBelow ? body.row + body.rows - rows : body.row
    if let row, (top..<(top + rows)).contains(row) {
      // It does not fit beside the row: then at least at the further edge.
      top = isBelow ? min(body.row + body.rows - rows, max(top, row + 1)) : max(body.row, min(top, row - rows))
    }
    return Rectangle(row: top, column: (body.columns - columns) / 2, rows: rows, columns: columns)
  }
}
