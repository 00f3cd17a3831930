import Annotations

/// A line of text to type, at the bottom of the screen, where the eye expects it.
enum PromptView {
  static func draw(_ state: ReaderState, _ prompt: Prompt, _ geometry: Geometry, _ canvas: inout Canvas) {
    // The status line stays: it says what Tab found.
    let area = geometry.hints ?? geometry.status
    canvas.fill(area, state.styles.page)
    let title = prompt.purpose == .command ? ":" : " \(prompt.title) "
    TextFieldView.draw(
      prompt.field, prompt: title, row: area.row, column: 0, cells: area.columns - 1, state.styles.page.with(.bold),
      &canvas)
  }
}
