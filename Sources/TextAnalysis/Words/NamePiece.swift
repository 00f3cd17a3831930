/// A piece of a name as gazetteers compare it.
struct NamePiece {
  /// Small letters, no accents.
  var folded: UInt64
  /// Letters in their case, no accents.
  var exact: UInt64
}
