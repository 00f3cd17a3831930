/// What a tagger says of a text.
struct TaggedText {
  /// A mention.
  struct Mention {
    var units: Range<Int>
    /// The number of its label.
    var label: Int
    /// How probable it is that exactly this is a mention with this label, 0 to 1.
    var confidence: Double
  }

  /// The mentions in reading order; none overlap.
  var mentions: [Mention] = []
  /// The tags of the first stage, one a unit.
  var firstTags: [UInt8] = []
  /// How probable the tag of each unit is, where that was asked for.
  var certainties: [Float] = []
}
