import Annotations

/// The dialog that gives a label to all occurrences of some words.
package struct Propagation: Sendable {
  /// Where occurrences are looked for.
  package enum Scope: String, Hashable, Sendable, CaseIterable {
    case article = "this article"
    case marked = "marked articles"
    case everywhere = "all articles"
  }

  /// How occurrences are looked for.
  package struct Options: Hashable, Sendable {
    /// Where.
    package var scope = Scope.everywhere
    /// Whether words must end where the occurrence ends.
    package var wholeWords = true
    /// Whether capitals matter.
    package var matchesCase = true
    /// Whether plural, possessive and other names of the entity are looked for too.
    package var inflected = false
    /// Whether occurrences are ticked that were decided otherwise.
    package var includesDecided = false
  }

  /// What an occurrence is now.
  package enum State: Hashable, Sendable {
    /// Nothing is marked there.
    case new
    /// The same words are suggested with this label.
    case suggested(Label)
    /// They are suggested, and unsure.
    case unsure(Label)
    /// They have been decided to be this.
    case accepted(Label)
    /// They have been rejected.
    case rejected
    /// They lie inside another mention, or across its edge.
    case inside(String)

    /// In words.
    package var words: String {
      switch self {
      case .new: "new"
      case .suggested(let label): "was \(label)"
      case .unsure: "was unsure"
      case .accepted(let label): "is \(label)"
      case .rejected: "rejected"
      case .inside(let name): "in \(name)"
      }
    }

    /// Whether it is ticked without being asked for.
    var isTickedAtFirst: Bool {
      switch self {
      case .new, .suggested, .unsure: true
      case .accepted, .rejected, .inside: false
      }
    }

    /// Whether somebody has decided it.
    var isDecided: Bool {
      switch self {
      case .accepted, .rejected: true
      default: false
      }
    }
  }

  /// One occurrence.
  package struct Row: Hashable, Sendable {
    /// The article.
    package var path: ArticlePath
    /// Where, in UTF-8 offsets.
    package var span: Span
    /// What it is now.
    package var state: State
    /// The mention that is there, with exactly this span.
    package var mention: Mention.ID?
    /// The words before it.
    package var before: String
    /// The words themselves.
    package var text: String
    /// The words behind it.
    package var after: String
    /// Whether it will get the label.
    package var isTicked: Bool
  }

  /// The words.
  package var text: String
  /// Other names to look for with ``Options/inflected``.
  package var aliases: [String]
  /// The label to give.
  package var label: Label
  /// The entity to which all of them will belong, if the mention has one that somebody touched.
  package var entity: Entity.ID?
  /// The article from which the dialog was opened.
  package var path: ArticlePath
  /// How occurrences are looked for.
  package var options = Options()
  /// The occurrences, this article first.
  package var rows: [Row] = []
  /// What has been left out, in words.
  package var remark = ""
  /// The row that the keys act on.
  package var cursor = ListCursor()
  /// Whether occurrences are still being looked for.
  package var isCollecting = true

  /// How many will get the label.
  package var tickedCount: Int { rows.reduce(0) { $0 + ($1.isTicked ? 1 : 0) } }
}
