import Annotations
import Glibc
import TextAnalysis

/// A pipeline measured on one set, and how long it took.
struct MeasuredSet {
  /// The reference.
  let set: AnnotatedSet
  /// The counts.
  let evaluation: SetEvaluation
  /// Seconds of processor time that recognition took.
  let seconds: Double

  init(_ set: AnnotatedSet, _ pipeline: Pipeline, _ mapping: LabelMapping) {
    self.set = set
    var seconds = 0.0
    evaluation = SetEvaluation(of: set, mapping: mapping) { text in
      let start = Self.processorTime
      defer { seconds += Self.processorTime - start }
      return pipeline.recognise(text)
    }
    self.seconds = seconds
  }

  /// Processor time of this thread in seconds: other programs do not count.
  private static var processorTime: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Words a second.
  static func throughput(_ measured: [MeasuredSet]) -> Double {
    let seconds = measured.reduce(0) { $0 + $1.seconds }
    return seconds > 0 ? Double(measured.reduce(0) { $0 + $1.set.tokenCount }) / seconds : 0
  }

  /// The sentence in which `placed` begins, as far as the error reaches, in UTF-8 offsets of its text.
  func sentence(of placed: SetEvaluation.PlacedError) -> (span: Span, text: TokenisedText) {
    let text = set.texts[placed.text].text
    let first = set.texts[..<placed.text].reduce(0) { $0 + $1.text.sentences.count }
    let sentence = text.sentences[placed.sentence - first]
    let span = Span(text.tokens[sentence.lowerBound].start, text.tokens[sentence.upperBound - 1].end)
    return (Span(span.start, max(span.end, placed.error.span.end)), text)
  }
}
