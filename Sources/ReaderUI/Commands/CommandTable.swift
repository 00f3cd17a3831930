/// The one table of commands and keys. Key map, hints, palette, help, README and man page are all made of it.
package enum CommandTable {
  /// What a command does in one context, and the keys that do it.
  package struct Entry: Hashable, Sendable {
    /// Where it holds.
    package let context: Context
    /// What is done.
    package let command: Command
    /// The keys, the first being the one to show; none for what only has a name.
    package let keys: [KeySequence]
    /// What is done, in words that fit the context.
    package let title: String
    /// One word for the hint line, if it belongs there.
    package let hint: String?

    init(_ context: Context, _ command: Command, _ keys: String, _ title: String, hint: String? = nil) {
      self.context = context
      self.command = command
      self.keys = keys.split(separator: "|").compactMap { KeySequence(String($0)) }
      self.title = title
      self.hint = hint
    }
  }

  /// All entries, in the order in which help shows them.
  package static let entries: [Entry] = everywhere + reader + select + lists + dialogs

  /// The entries of `context` alone.
  package static func entries(of context: Context) -> [Entry] { entries.filter { $0.context == context } }

  /// The entries that hold in `context`: its own, and those above it that it does not redefine.
  package static func entries(holdingIn context: Context) -> [Entry] {
    var seen: Set<Command> = []
    var holding: [Entry] = []
    for context in context.chain {
      let own = entries(of: context).filter { !seen.contains($0.command) }
      seen.formUnion(own.map(\.command))
      holding += own
    }
    return holding
  }

  /// What `command` does in `context`, or wherever it is first described.
  package static func entry(_ command: Command, in context: Context) -> Entry? {
    entries(holdingIn: context).first { $0.command == command } ?? entries.first { $0.command == command }
  }

  /// The ten keys that are enough to start, for the top of the help screen.
  package static let enoughToStart: [(keys: String, title: String)] = [
    ("arrows", "move word by word"), ("Tab", "next mention"), ("Enter", "what can I do here?"), ("a", "accept"),
    ("x", "reject"), ("1-9", "give a label"), ("H J K L", "move an edge"), ("A", "apply to all"), ("u", "undo"),
    ("q", "back"),
  ]

  // MARK: - Everywhere

  private static let everywhere: [Entry] = [
    Entry(.everywhere, .help, "?|F1", "Help for this screen", hint: "help"),
    Entry(.everywhere, .commandLine, ":", "Command line"),
    Entry(.everywhere, .palette, "Space ?", "Command palette: all commands"),
    Entry(.everywhere, .pickArticle, "Space f", "Go to an article"),
    Entry(.everywhere, .recentArticles, "Space b", "Recent articles"),
    Entry(.everywhere, .pickMention, "Space s", "Mentions in this article"),
    Entry(.everywhere, .pickMentionAll, "Space S", "Mentions in all articles"),
    Entry(.everywhere, .pickEntity, "Space e", "Entities"),
    Entry(.everywhere, .searchAll, "Space /", "Search all articles"),
    Entry(.everywhere, .reviewQueue, "Space u", "Review queue: what is undecided"),
    Entry(.everywhere, .actions, "Space a", "Actions for what is selected"),
    Entry(.everywhere, .labels, "Space l", "Label set: names, keys, meanings"),
    Entry(.everywhere, .themes, "Space t", "Themes, with live preview"),
    Entry(.everywhere, .notes, "Space n", "All notes"),
    Entry(.everywhere, .messages, "Space m", "Message history"),
    Entry(.everywhere, .copy, "Space y", "Copy to the clipboard"),
    Entry(.everywhere, .lastPicker, "Space '", "Reopen the last picker"),
    Entry(.everywhere, .back, "q|Esc", "Back, close, cancel", hint: "back"),
    Entry(.everywhere, .quit, "Q", "Quit (asks only if something is not on disk)"),
    Entry(.everywhere, .undo, "u", "Undo", hint: "undo"),
    Entry(.everywhere, .redo, "U|C-r", "Redo"),
    Entry(.everywhere, .save, "C-s", "Save now (saving is automatic)"),
    Entry(.everywhere, .redraw, "C-l", "Redraw the screen"),
    Entry(.everywhere, .suspend, "C-z", "Suspend to the shell"),
    Entry(.everywhere, .cancel, "C-c", "Cancel what is running; never ends the program"),
    Entry(.everywhere, .search, "/", "Search or filter, as you type", hint: "find"),
    Entry(.everywhere, .searchNext, "n", "Next match"),
    Entry(.everywhere, .searchPrevious, "N", "Previous match"),
    Entry(.everywhere, .nextPane, "C-w w|F6", "Next pane"),
    Entry(.everywhere, .paneLeft, "C-w h|C-w Left", "Pane to the left"),
    Entry(.everywhere, .paneRight, "C-w l|C-w Right", "Pane to the right"),
    Entry(.everywhere, .onlyPane, "C-w o", "Only this pane"),
    Entry(.everywhere, .widerPane, "C-w >", "Wider side pane"),
    Entry(.everywhere, .narrowerPane, "C-w <", "Narrower side pane"),
    Entry(.everywhere, .theme, "", "Change the theme"),
    Entry(.everywhere, .set, "", "Change a setting for this session"),
    Entry(.everywhere, .filter, "", "Show only what fulfils a condition"),
    Entry(.everywhere, .writeQuit, "", "Save and quit"),
  ]

  // MARK: - Reader

  private static let reader: [Entry] = [
    Entry(.reader, .nextMention, "Tab|]e", "Next mention (obeys the filter)", hint: "next"),
    Entry(.reader, .menu, "Enter", "On a mention: action menu. On a word: label it", hint: "menu"),
    Entry(.reader, .accept, "a", "Accept, go to the next undecided", hint: "accept"),
    Entry(.reader, .reject, "x", "Reject (not an entity), go to the next undecided", hint: "reject"),
    Entry(.reader, .unsure, "s", "Not sure: flag, go to the next undecided", hint: "unsure"),
    Entry(
      .reader, .labelByDigit, "1|2|3|4|5|6|7|8|9|0", "Give a label: relabel the mention or mark the selection",
      hint: "label"),
    Entry(.reader, .pickLabel, "t|r", "Label picker: one letter picks", hint: "labels"),
    Entry(.reader, .leftEdgeOut, "H", "Left edge one word out  ←[", hint: "edges"),
    Entry(.reader, .leftEdgeIn, "J", "Left edge one word in   [→"),
    Entry(.reader, .rightEdgeIn, "K|S-Left", "Right edge one word in  ←]"),
    Entry(.reader, .rightEdgeOut, "L|S-Right", "Right edge one word out ]→"),
    Entry(.reader, .expand, "+|=|A-Up", "Expand to the name, phrase, quote, sentence", hint: "expand"),
    Entry(.reader, .propagate, "A", "Apply to all occurrences (preview)", hint: "all"),
    Entry(.reader, .card, "i", "Entity card", hint: "card"),
    Entry(.reader, .nextArticle, ">|]a|gn", "Next article", hint: "next article"),
    Entry(.reader, .done, "D", "Mark the article done, open the next not done", hint: "done"),
    Entry(.reader, .pane, "p", "Entity pane and back", hint: "pane"),
    Entry(.reader, .previousWord, "h|Left|b", "Previous word (or character, see zc)"),
    Entry(.reader, .nextWord, "l|Right|w", "Next word"),
    Entry(.reader, .lineDown, "j|Down", "Line down"),
    Entry(.reader, .lineUp, "k|Up", "Line up"),
    Entry(.reader, .wordEnd, "e", "Next word's last character (with characters, see zc)"),
    Entry(.reader, .findCharacter, "f", "Find the next character, across lines"),
    Entry(.reader, .nextSentence, ")", "Next sentence"),
    Entry(.reader, .previousSentence, "(", "Previous sentence"),
    Entry(.reader, .nextParagraph, "}|]p", "Next paragraph"),
    Entry(.reader, .previousParagraph, "{|[p", "Previous paragraph"),
    Entry(.reader, .top, "gg", "Top of the article"),
    Entry(.reader, .bottom, "G|ge", "End of the article"),
    Entry(.reader, .lineStart, "Home|gh", "Start of the line"),
    Entry(.reader, .lineEnd, "$|End|gl", "End of the line"),
    Entry(.reader, .halfPageDown, "C-d", "Half a page down"),
    Entry(.reader, .halfPageUp, "C-u", "Half a page up"),
    Entry(.reader, .pageDown, "C-f|PgDn", "Page down"),
    Entry(.reader, .pageUp, "C-b|PgUp", "Page up"),
    Entry(.reader, .jumpWord, "gw", "Jump to any word on screen by two letters"),
    Entry(.reader, .lastArticle, "ga", "Last article visited"),
    Entry(.reader, .lastChange, "g.", "Last change"),
    Entry(.reader, .jumpBack, "C-o", "Back in the jump list"),
    Entry(.reader, .jumpForward, "C-i", "Forward in the jump list (where the terminal tells Tab from C-i)"),
    Entry(.reader, .previousMention, "S-Tab|[e", "Previous mention"),
    Entry(.reader, .nextUndecided, "]u", "Next undecided or unsure mention"),
    Entry(.reader, .previousUndecided, "[u", "Previous undecided or unsure mention"),
    Entry(.reader, .nextOfEntity, "]r", "Next mention of the same entity"),
    Entry(.reader, .previousOfEntity, "[r", "Previous mention of the same entity"),
    Entry(.reader, .nextNote, "]n", "Next note"),
    Entry(.reader, .previousNote, "[n", "Previous note"),
    Entry(.reader, .repeatMotion, "A-.", "Repeat the last ] or [ motion"),
    Entry(.reader, .remove, "d|Del", "Remove the annotation, stay here"),
    Entry(.reader, .repeatDecision, ".", "Repeat the last label or decision here"),
    Entry(.reader, .leftCharacterOut, "A-h", "Left edge one character out"),
    Entry(.reader, .leftCharacterIn, "A-j", "Left edge one character in"),
    Entry(.reader, .rightCharacterIn, "A-k", "Right edge one character in"),
    Entry(.reader, .rightCharacterOut, "A-l", "Right edge one character out"),
    Entry(.reader, .shrink, "-|A-Down", "Undo one step of expanding"),
    Entry(.reader, .trim, "_", "Trim punctuation and space from the edges"),
    Entry(.reader, .select, "v", "Select: motions move the edge until a label or Esc"),
    Entry(.reader, .selectSentence, "V", "Select the sentence"),
    Entry(.reader, .otherEdge, "o", "Other edge of the selection"),
    Entry(.reader, .dropSelection, ";", "Drop the selection to one word"),
    Entry(.reader, .selectInside, "mi", "Select inside: w s p q n e (word, sentence, paragraph, quote, name, entity)"),
    Entry(.reader, .selectAround, "ma", "Select around: w s p q n e"),
    Entry(.reader, .searchSelection, "*", "Search for the selected text"),
    Entry(.reader, .merge, "M", "Merge this entity with another"),
    Entry(.reader, .split, "S", "Split this mention into an entity of its own"),
    Entry(.reader, .rename, "R", "Rename the entity"),
    Entry(.reader, .linkKnowledgeBase, "gk", "Link to a knowledge-base id"),
    Entry(.reader, .firstOfEntity, "gd", "First mention of this entity"),
    Entry(.reader, .allOfEntity, "gr", "All mentions of this entity"),
    Entry(.reader, .note, "c", "Note on this mention"),
    Entry(.reader, .copy, "y", "Copy the text"),
    Entry(.reader, .copySentence, "Y", "Copy the sentence with its source and offsets"),
    Entry(.reader, .openSource, "gx", "Open the source in the browser"),
    Entry(.reader, .previousArticle, "<|[a|gp", "Previous article"),
    Entry(.reader, .togglePane, "P", "Show or hide the entity pane"),
    Entry(.reader, .cycleFilter, "F", "Tab visits: all, undecided, unsure, accepted"),
    Entry(.reader, .centreLine, "zz", "Centre the line"),
    Entry(.reader, .lineToTop, "zt", "Line to the top"),
    Entry(.reader, .lineToBottom, "zb", "Line to the bottom"),
    Entry(.reader, .cycleMarkers, "zn", "Markers: letters, brackets, none"),
    Entry(.reader, .toggleLanes, "zl", "Lanes: draw nested mentions on lines of their own"),
    Entry(.reader, .toggleRejected, "zr", "Show or hide rejected mentions"),
    Entry(.reader, .cycleWidth, "zw", "Text width: 72, 88, full"),
    Entry(.reader, .toggleGranularity, "zc", "Words or characters"),
    Entry(.reader, .setLabel, "", "Give a label by its name"),
    Entry(.reader, .acceptAll, "", "Accept all suggestions in this article that fulfil a condition"),
    Entry(.reader, .rejectAll, "", "Reject all suggestions in this article that fulfil a condition"),
  ]

  private static let select: [Entry] = [
    Entry(.select, .labelByDigit, "1|2|3|4|5|6|7|8|9|0", "Label the selection", hint: "label"),
    Entry(.select, .pickLabel, "t|r", "Label picker: one letter picks", hint: "labels"),
    Entry(.select, .otherEdge, "o", "Move the other edge", hint: "other edge"),
    Entry(.select, .expand, "+|=|A-Up", "Expand to the name, phrase, quote, sentence", hint: "expand"),
    Entry(.select, .menu, "Enter", "Label the selection"),
    Entry(.select, .back, "v|Esc|q", "Leave the selection", hint: "leave"),
  ]
}
