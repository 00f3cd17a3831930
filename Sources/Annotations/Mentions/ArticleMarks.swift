/// What somebody says of an article as a whole.
public struct ArticleMarks: Hashable, Sendable {
  /// Whether the annotator has finished with it.
  public var isDone: Bool
  /// What the annotator wrote about it.
  public var note: String?
  /// Fields of a newer format version, kept as they came.
  public var unknownFields: JSONObject

  /// Makes the marks of an article; by default those of one that nobody has touched.
  public init(isDone: Bool = false, note: String? = nil, unknownFields: JSONObject = [:]) {
    self.isDone = isDone
    self.note = note
    self.unknownFields = unknownFields
  }
}
