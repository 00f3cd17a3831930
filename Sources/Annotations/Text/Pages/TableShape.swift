import CMarkup

/// Tells tables of data from tables that only arrange a page.
enum TableShape {
  /// A cell with more prose than this, in letters, is no entry of a table.
  private static let longestEntry = 250

  /// Whether `table` has rows and columns to be read as such: it says so by a caption or a heading cell, or it has two
  /// rows, two columns and short cells. A table with a table in it never has.
  static func isData(table: Int, in tree: MarkupTree, _ map: ReadingMap) -> Bool {
    if let role = tree.value("role", of: table), ["presentation", "none"].contains(role.lowercased()) { return false }
    var rows = 0
    var cells = 0
    var mostCells = 0
    var hasHeading = false
    var hasLongCell = false
    for index in (table + 1)..<max(Int(tree.nodes[table].end), table + 1) where !map.isDropped[index] {
      switch tree.nodes[index].tag {
      case .table: return false
      case .th, .caption, .thead: hasHeading = true
      case .tr:
        rows += 1
        cells = 0
      default: break
      }
      if tree.nodes[index].tag == .td || tree.nodes[index].tag == .th {
        cells += 1
        mostCells = max(mostCells, cells)
        if map.prose[index] > longestEntry { hasLongCell = true }
      }
    }
    return hasHeading || rows > 1 && mostCells > 1 && !hasLongCell
  }
}
