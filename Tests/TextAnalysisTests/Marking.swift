import Annotations
import TestSupport
import TextAnalysis

/// The text that `marked` marks, with the suggestions of a pipeline marked in it.
///
/// - Parameters:
///   - labels: Only these, or all when none is given.
///   - pipeline: What suggests; the rules alone unless another is given.
func suggested(in marked: String, _ labels: Set<Label> = [], by pipeline: Pipeline = .rules) -> String {
  let text = MarkedText(marked).text
  let mentions = pipeline.analyse(Document(text)).suggestions
  return MarkedText(text, mentions: mentions.filter { labels.isEmpty || labels.contains($0.label) }).marked
}
