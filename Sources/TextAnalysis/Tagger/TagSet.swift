import Annotations

/// The tags of a model in IOB2: outside, and for each label one for the first word of a mention and one for the others.
struct TagSet: Hashable, Sendable {
  /// More tags than this do not fit into the masks of the training data.
  static let mostLabels = 31

  /// The labels in the order of their tags.
  let labels: [Label]

  /// No mention.
  static let outside = 0

  /// How many tags there are.
  var count: Int { 1 + 2 * labels.count }
  /// Tags in blocks of sixteen, in which scores are added up.
  var blocks: Int { (count + 15) / 16 }
  /// The length of an array with a place for every tag, whole blocks.
  var width: Int { blocks * 16 }

  static func first(_ label: Int) -> Int { 1 + 2 * label }
  static func inner(_ label: Int) -> Int { 2 + 2 * label }
  /// The number of the label of `tag`, which is not ``outside``.
  static func label(of tag: Int) -> Int { (tag - 1) / 2 }
  static func isFirst(_ tag: Int) -> Bool { tag & 1 == 1 }
  static func isInner(_ tag: Int) -> Bool { tag != 0 && tag & 1 == 0 }

  /// Whether `tag` may follow `before`; before the first word of a sentence stands ``outside``.
  static func mayFollow(_ tag: Int, _ before: Int) -> Bool {
    !isInner(tag) || before != outside && label(of: before) == label(of: tag)
  }
}
