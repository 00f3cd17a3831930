/// One piece of a page that stands on lines of its own.
struct PageBlock {
  /// What the page says it is.
  enum Kind: Equatable {
    case paragraph
    /// A heading with its level, 1 to 6.
    case heading(Int)
    /// A part of a list.
    case listed
    /// A row of a table.
    case row
    /// Text whose line breaks and spaces count.
    case preformatted
  }

  /// What the page says it is.
  var kind: Kind
  /// UTF-8 without control characters but newline, without white space at its edges.
  var text: [UInt8]
  /// How much there is to read in it.
  var measure: TextMeasure
  /// What stands before its first line: a list marker, quotation marks of a block quote, spaces.
  var firstPrefix = ""
  /// What stands before its other lines.
  var otherPrefix = ""
  /// The list or table it belongs to, or nil; blocks of one group stand without an empty line between them.
  var group: Int?
  /// The innermost element it lies in, of those that stand on lines of their own.
  var element: Int
  /// The innermost element around it that may hold more than this paragraph, heading or list entry.
  var container: Int
  /// Whether its innermost element is a `p`.
  var isMarkedParagraph = false
}
