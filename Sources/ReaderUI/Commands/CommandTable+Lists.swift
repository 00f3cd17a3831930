extension CommandTable {
  // MARK: - Lists

  static let lists: [Entry] = welcome + allLists + library + review + pane + card

  private static let welcome: [Entry] = [
    Entry(.welcome, .openPath, "o", "Open a folder or file", hint: "open"),
    Entry(.welcome, .demo, "d", "Open the demo: 8 short articles to practise on", hint: "demo"),
    Entry(.welcome, .rescan, "R", "Look for articles again"),
  ]

  private static let allLists: [Entry] = [
    Entry(.list, .rowDown, "j|Down", "Down"),
    Entry(.list, .rowUp, "k|Up", "Up"),
    Entry(.list, .firstRow, "gg|Home", "First row"),
    Entry(.list, .lastRow, "G|ge|End", "Last row"),
    Entry(.list, .halfPageDown, "C-d", "Half a page down"),
    Entry(.list, .halfPageUp, "C-u", "Half a page up"),
    Entry(.list, .pageDown, "C-f|PgDn", "Page down"),
    Entry(.list, .pageUp, "C-b|PgUp", "Page up"),
    Entry(.list, .mark, "m", "Mark; then commands act on all marked", hint: "mark"),
    Entry(.list, .markRange, "v", "Mark from the last mark to here"),
    Entry(.list, .clearMarks, ",", "Clear marks"),
    Entry(.list, .sort, "o", "Sort by…"),
    Entry(.list, .showOnly, "f", "Show only…"),
    Entry(.list, .copy, "y", "Copy the row"),
  ]

  private static let library: [Entry] = [
    Entry(.library, .open, "Enter|l|Right", "Open", hint: "open"),
    Entry(.library, .done, "D", "Mark done or not done", hint: "done"),
    Entry(.library, .note, "c", "Note on the article"),
    Entry(.library, .about, "i", "About the article: source, size, digest, annotator"),
    Entry(.library, .rescan, "R", "Look for new articles"),
    Entry(.library, .openSource, "gx", "Open the source in the browser"),
    Entry(.library, .togglePreview, "C-t", "Preview on or off, where there is room"),
    Entry(.library, .nextUndecidedArticle, "]u", "Next article with undecided mentions"),
  ]

  private static let review: [Entry] = [
    Entry(.review, .accept, "a", "Accept all in the group", hint: "accept"),
    Entry(.review, .reject, "x", "Reject all in the group", hint: "reject"),
    Entry(.review, .unsure, "s", "Not sure, keep for later", hint: "unsure"),
    Entry(.review, .labelByDigit, "1|2|3|4|5|6|7|8|9|0", "Give all in the group this label", hint: "label"),
    Entry(.review, .pickLabel, "t|r", "Label picker"),
    Entry(.review, .leftEdgeOut, "H", "Left edge one word out"),
    Entry(.review, .leftEdgeIn, "J", "Left edge one word in"),
    Entry(.review, .rightEdgeIn, "K|S-Left", "Right edge one word in"),
    Entry(.review, .rightEdgeOut, "L|S-Right", "Right edge one word out"),
    Entry(.review, .propagate, "A", "Apply to all occurrences"),
    Entry(.review, .open, "l|Right", "Open the group"),
    Entry(.review, .close, "h|Left", "Close the group"),
    Entry(.review, .menu, "Enter", "Show in the article", hint: "show"),
    Entry(.review, .card, "i", "Entity card"),
    Entry(.review, .note, "c", "Note on the mention"),
    Entry(.review, .rescan, "R", "Collect the queue anew"),
  ]

  private static let pane: [Entry] = [
    Entry(.pane, .card, "Enter|i|l|Right", "Entity card", hint: "card"),
    Entry(.pane, .pane, "p|h|Left|Esc|q", "Back to the text", hint: "text"),
    Entry(.pane, .nextOfEntity, "]r|Tab", "Next mention in the text", hint: "next"),
    Entry(.pane, .previousOfEntity, "[r|S-Tab", "Previous mention in the text"),
    Entry(.pane, .accept, "a", "Accept all mentions of the entity", hint: "accept"),
    Entry(.pane, .reject, "x", "Reject all mentions of the entity", hint: "reject"),
    Entry(.pane, .labelByDigit, "1|2|3|4|5|6|7|8|9|0", "Relabel the entity and its mentions", hint: "label"),
    Entry(.pane, .pickLabel, "t|r", "Label picker"),
    Entry(.pane, .merge, "M", "Merge the marked ones, or with one to pick", hint: "merge"),
    Entry(.pane, .rename, "R", "Rename"),
    Entry(.pane, .propagate, "A", "Find all occurrences"),
    Entry(.pane, .linkKnowledgeBase, "gk", "Link to a knowledge-base id"),
    Entry(.pane, .note, "c", "Note on the entity"),
    Entry(.pane, .togglePane, "P", "Hide the pane"),
  ]

  private static let card: [Entry] = [
    Entry(.card, .menu, "Enter", "Show the mention in the article", hint: "show"),
    Entry(.card, .accept, "a", "Accept all shown", hint: "accept"),
    Entry(.card, .reject, "x", "Reject the mention", hint: "reject"),
    Entry(.card, .split, "S", "Split the mention off", hint: "split"),
    Entry(.card, .merge, "M", "Merge with another entity", hint: "merge"),
    Entry(.card, .rename, "R", "Rename", hint: "rename"),
    Entry(.card, .pickLabel, "t|r", "Label picker"),
    Entry(.card, .labelByDigit, "1|2|3|4|5|6|7|8|9|0", "Relabel the entity and its mentions"),
    Entry(.card, .propagate, "A", "Find all occurrences", hint: "all"),
    Entry(.card, .linkKnowledgeBase, "gk", "Knowledge-base id"),
    Entry(.card, .note, "c", "Edit the note", hint: "note"),
  ]

  // MARK: - Dialogs and text

  static let dialogs: [Entry] = propagateDialog + picker + prompt + help

  private static let propagateDialog: [Entry] = [
    Entry(.propagate, .apply, "Enter", "Apply to the ticked", hint: "apply"),
    Entry(.propagate, .tick, "Space", "Tick or untick", hint: "tick"),
    Entry(.propagate, .rowDown, "j|Down|Tab|C-n", "Down"),
    Entry(.propagate, .rowUp, "k|Up|S-Tab|C-p", "Up"),
    Entry(.propagate, .pageDown, "PgDn|C-f", "Page down"),
    Entry(.propagate, .pageUp, "PgUp|C-b", "Page up"),
    Entry(.propagate, .tickAll, "a", "Tick all", hint: "all"),
    Entry(.propagate, .untickAll, "n", "Untick all", hint: "none"),
    Entry(.propagate, .cycleScope, "s", "Scope: article, marked, all articles", hint: "scope"),
    Entry(.propagate, .toggleWholeWords, "w", "Whole words only"),
    Entry(.propagate, .toggleCase, "c", "Match case"),
    Entry(.propagate, .toggleInflected, "i", "Also inflected forms and aliases"),
    Entry(.propagate, .toggleDecided, "o", "Also those decided otherwise"),
    Entry(.propagate, .help, "?|F1", "Help for this dialog", hint: "help"),
    Entry(.propagate, .cancel, "Esc|q|C-c", "Cancel", hint: "cancel"),
  ]

  private static let picker: [Entry] = [
    Entry(.picker, .rowDown, "Down|C-n|Tab", "Next"),
    Entry(.picker, .rowUp, "Up|C-p|S-Tab", "Previous"),
    Entry(.picker, .pageDown, "PgDn", "Page down"),
    Entry(.picker, .pageUp, "PgUp", "Page up"),
    Entry(.picker, .choose, "Enter", "Choose", hint: "choose"),
    Entry(.picker, .togglePreview, "C-t", "Preview on or off"),
    Entry(.picker, .clearText, "C-u", "Clear the text"),
    Entry(.picker, .deleteWord, "C-w", "Delete the word before the cursor"),
    Entry(.picker, .cancel, "Esc|C-c", "Cancel", hint: "cancel"),
  ]

  private static let prompt: [Entry] = [
    Entry(.prompt, .choose, "Enter", "Done", hint: "done"),
    Entry(.prompt, .complete, "Tab", "Complete the word"),
    Entry(.prompt, .historyBack, "Up|C-p", "Earlier"),
    Entry(.prompt, .historyForward, "Down|C-n", "Later"),
    Entry(.prompt, .clearText, "C-u", "Clear the text"),
    Entry(.prompt, .deleteWord, "C-w", "Delete the word before the cursor"),
    Entry(.prompt, .cancel, "Esc|C-c", "Cancel", hint: "cancel"),
  ]

  private static let help: [Entry] = [
    Entry(.help, .rowDown, "Down|C-n", "Down"),
    Entry(.help, .rowUp, "Up|C-p", "Up"),
    Entry(.help, .pageDown, "PgDn|C-f|Tab", "Page down"),
    Entry(.help, .pageUp, "PgUp|C-b|S-Tab", "Page up"),
    Entry(.help, .clearText, "C-u", "Clear the text"),
    Entry(.help, .deleteWord, "C-w", "Delete the word before the cursor"),
    Entry(.help, .cancel, "Esc|Enter|C-c|F1", "Close", hint: "close"),
  ]
}
