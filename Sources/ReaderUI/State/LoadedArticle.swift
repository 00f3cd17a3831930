import Annotations

/// An article as it was read from disk.
package struct LoadedArticle: Sendable {
  /// The file.
  package var path: ArticlePath
  /// Which reading of articles this came from; later ones have higher numbers.
  package var number: Int
  /// The text.
  package var document: Document
  /// The decisions.
  package var layer: Layer
  /// The decisions as the sidecar has them.
  package var savedLayer: Layer
  /// Mentions whose words are no longer in the text.
  package var unplaced: [Sidecar.Unplaced]
  /// What has happened to it, for undo.
  package var entries: [JournalEntry]
  /// What a person should know.
  package var remarks: [(String, MessageLog.Weight)]

  /// Makes a report.
  package init(
    path: ArticlePath, number: Int = 0, document: Document, layer: Layer, savedLayer: Layer,
    unplaced: [Sidecar.Unplaced],
    entries: [JournalEntry], remarks: [(String, MessageLog.Weight)]
  ) {
    self.path = path
    self.number = number
    self.document = document
    self.layer = layer
    self.savedLayer = savedLayer
    self.unplaced = unplaced
    self.entries = entries
    self.remarks = remarks
  }
}
