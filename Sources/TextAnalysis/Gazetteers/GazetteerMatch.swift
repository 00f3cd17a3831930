/// A name of a list, found in a text.
struct GazetteerMatch: Sendable {
  /// How the letters in the text compare with those of the list.
  enum Casing: Sendable {
    /// The same capitals and small letters.
    case exact
    /// All in capitals, as in headlines.
    case capitals
    /// Capitals in other places, as in `Al Qaeda` for `al-Qaeda` or `Nato` for `NATO`.
    case similar
  }

  /// The units of the text.
  var units: Range<Int>
  /// The number of the ``Gazetteer/Entry``.
  var entry: Int
  var casing: Casing
}
