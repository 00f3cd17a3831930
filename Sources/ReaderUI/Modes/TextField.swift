/// A line of text that is being typed.
package struct TextField: Hashable, Sendable {
  /// What has been typed.
  package private(set) var text: String
  /// How many characters stand before the cursor.
  package private(set) var cursor: Int

  /// Makes a field that holds `text`, the cursor at its end.
  package init(_ text: String = "") {
    self.text = text
    cursor = text.count
  }

  /// The text before the cursor.
  package var beforeCursor: String { String(text.prefix(cursor)) }

  /// Puts `more` in at the cursor; line breaks become spaces and other controls nothing.
  package mutating func insert(_ more: String) {
    var clean = ""
    for scalar in more.unicodeScalars {
      if scalar == "\n" || scalar == "\r" || scalar == "\t" {
        clean += " "
      } else if scalar.properties.generalCategory != .control {
        clean.unicodeScalars.append(scalar)
      }
    }
    let before = beforeCursor + clean
    text = before + text.dropFirst(cursor)
    // A mark may have joined the character before it.
    cursor = before.count
  }

  /// Replaces everything.
  package mutating func set(_ new: String) { self = TextField(new) }

  /// Deletes the word before the cursor.
  package mutating func deleteWord() {
    let before = beforeCursor
    let kept = before.dropLast(while: { $0 == " " }).dropLast(while: { $0 != " " })
    text = kept + text.dropFirst(cursor)
    cursor = kept.count
  }

  /// Acts on a key that edits: characters, Backspace, Del, Left, Right, Home, End.
  ///
  /// - Returns: Whether the key was one of these.
  package mutating func edit(_ key: Key) -> Bool {
    switch key.code {
    case .character(let character) where key.modifiers.isEmpty: insert(String(character))
    case .backspace:
      guard cursor > 0 else { return true }
      text = String(text.prefix(cursor - 1) + text.dropFirst(cursor))
      cursor -= 1
    case .delete: text = String(text.prefix(cursor) + text.dropFirst(cursor + 1))
    case .left: cursor = max(0, cursor - 1)
    case .right: cursor = min(text.count, cursor + 1)
    case .home: cursor = 0
    case .end: cursor = text.count
    case .character("a") where key.modifiers == .control: cursor = 0
    case .character("e") where key.modifiers == .control: cursor = text.count
    default: return false
    }
    return true
  }
}

extension BidirectionalCollection where SubSequence == Self {
  /// What is left when the last elements are dropped as long as `drops` holds.
  func dropLast(while drops: (Element) -> Bool) -> SubSequence {
    var end = endIndex
    while end > startIndex, drops(self[index(before: end)]) { end = index(before: end) }
    return self[..<end]
  }
}

extension String {
  /// What is left when the last characters are dropped as long as `drops` holds.
  func dropLast(while drops: (Character) -> Bool) -> String { String(self[...].dropLast(while: drops)) }
}
