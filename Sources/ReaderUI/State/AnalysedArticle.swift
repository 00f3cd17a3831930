import Annotations

/// What is suggested for an article.
package struct AnalysedArticle: Sendable {
  /// The file.
  package var path: ArticlePath
  /// The text that was analysed; the article may have another by now.
  package var document: Document
  /// The suggestions.
  package var analysis: Analysis

  /// Makes a report.
  package init(_ path: ArticlePath, _ document: Document, _ analysis: Analysis) {
    self.path = path
    self.document = document
    self.analysis = analysis
  }
}
