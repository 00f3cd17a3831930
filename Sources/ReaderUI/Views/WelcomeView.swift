/// What is shown where there are no articles.
enum WelcomeView {
  static func draw(_ state: ReaderState, _ geometry: Geometry, _ canvas: inout Canvas) {
    let styles = state.styles
    if let title = geometry.title {
      canvas.draw("gloss", row: title.row, column: 1, style: styles.page.with(.bold))
      canvas.draw("nothing to read yet", row: title.row, endingAt: title.columns - 1, style: styles.inactive)
    }
    let looked = state.library.roots.joined(separator: ", ")
    let keys: [(String, String)] = [
      ("o", "open a folder or file"), ("d", "open the demo: 8 short articles to practise on"), ("?", "help"),
      ("q", "quit"),
    ]
    let shell: [(String, String)] = [
      ("gloss ~/articles", "read the .txt .md .html files in a folder"), ("gloss story.txt", "read one file"),
      ("curl -s URL | gloss -", "read a page from a pipe"),
    ]
    var lines: [(String, Bool)] = [
      ("No articles here yet.", true), ("", false), ("Looked in  \(looked)", false), ("", false),
    ]
    lines += keys.map { ("  \($0)   \($1)", false) }
    lines += [("", false), ("From the shell:", false)]
    let width = shell.map(\.0.count).max() ?? 0
    lines += shell.map { ("  \($0)\(String(repeating: " ", count: width - $0.count))   \($1)", false) }
    lines += [
      ("", false), ("Nothing is written until you give a label. Annotations go to", false),
      ("NAME.gloss.jsonl files; your texts are never changed.", false),
    ]
    let area = geometry.body
    let indent = area.columns >= 60 ? 7 : 1
    // The lower lines give way where there is little room.
    for (offset, line) in lines.prefix(max(0, area.rows - 1)).enumerated() {
      canvas.draw(
        line.0, row: area.row + 1 + offset, column: area.column + indent,
        style: line.1 ? styles.page.with(.bold) : styles.page, cells: area.columns - indent)
    }
    canvas.setCursor(row: area.row + 1, column: area.column + indent)
  }
}
