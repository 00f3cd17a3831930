/// An edit cannot be carried out, because something else has changed what it would change.
public struct EditConflict: Error, Hashable {
  /// The edit in question.
  public let edit: Edit

  /// Says which edit it is about.
  public init(edit: Edit) { self.edit = edit }
}
