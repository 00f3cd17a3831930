import Annotations
import TestSupport
import TextAnalysis

/// The text that `marked` marks, with the suggestions of the pipeline marked in it.
///
/// - Parameter labels: Only these, or all when none is given.
func suggested(in marked: String, _ labels: Set<Label> = []) -> String {
  let text = MarkedText(marked).text
  let mentions = Pipeline.english.analyse(Document(text)).suggestions
  return MarkedText(text, mentions: mentions.filter { labels.isEmpty || labels.contains($0.label) }).marked
}
