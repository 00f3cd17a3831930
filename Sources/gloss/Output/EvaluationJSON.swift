import Annotations
import TextAnalysis

/// Figures of an evaluation as JSON, one object a line.
enum EvaluationJSON {
  /// All that is known of one set.
  static func line(_ measured: MeasuredSet, model: String, withErrors: Bool) -> String {
    let spans = measured.evaluation.spans
    var labels = JSONObject()
    for label in measured.evaluation.labels.union(spans.counts.keys).sorted() {
      labels[label.name] = .object(counts(spans.counts[label] ?? SpanCounts()))
    }
    let macro = spans.macro
    var record: JSONObject = [
      "file": .string(measured.set.name), "model": .string(model), "sentences": .int(measured.set.sentenceCount),
      "tokens": .int(measured.set.tokenCount), "labels": .object(labels), "micro": .object(counts(spans.total)),
      "macro": .object(scores(macro.precision, macro.recall, macro.f1)),
      "errorCounts": .object(
        JSONObject(SpanError.Kind.allCases.map { JSONObject.Member($0.rawValue, .int(spans.errorCounts[$0] ?? 0)) })),
      "calibration": .object(calibration(spans.calibration)),
      "wordsPerSecond": .int(Int(MeasuredSet.throughput([measured]))),
    ]
    if withErrors { record["errors"] = .array(measured.evaluation.errors.map { .object(error($0, measured)) }) }
    return JSONWriter.text(.object(record)) + "\n"
  }

  /// The mean over several sets, and what all their mentions make together.
  static func average(_ measured: [MeasuredSet], model: String) -> String {
    let rows = measured.map { EvaluationReport.figures($0.evaluation.spans) }
    let mean = (0..<5).map { column in rows.reduce(0) { $0 + $1[column] } / Double(rows.count) }
    let spans = EvaluationReport.together(measured)
    let record: JSONObject = [
      "averageOf": .int(measured.count), "model": .string(model), "micro": .object(scores(mean[0], mean[1], mean[2])),
      "macro": .object(["f1": .decimal(mean[3])]),
      "calibration": .object(["expectedError": .decimal(mean[4])]),
      "together": .object([
        "micro": .object(counts(spans.total)), "macro": .object(["f1": .decimal(spans.macro.f1)]),
        "calibration": .object(calibration(spans.calibration)),
      ]),
      "wordsPerSecond": .int(Int(MeasuredSet.throughput(measured))),
    ]
    return JSONWriter.text(.object(record)) + "\n"
  }

  private static func scores(_ precision: Double, _ recall: Double, _ f1: Double) -> JSONObject {
    ["precision": .decimal(precision), "recall": .decimal(recall), "f1": .decimal(f1)]
  }

  private static func counts(_ counts: SpanCounts) -> JSONObject {
    var record = scores(counts.precision, counts.recall, counts.f1)
    record["expected"] = .int(counts.expected)
    record["proposed"] = .int(counts.proposed)
    record["correct"] = .int(counts.correct)
    return record
  }

  private static func calibration(_ calibration: ReliabilityDiagram) -> JSONObject {
    [
      "expectedError": .decimal(calibration.expectedError), "suggestions": .int(calibration.count),
      "bins": .array(
        calibration.bins.map { bin in
          .object([
            "number": .int(bin.count), "confidence": .decimal(bin.meanConfidence), "accuracy": .decimal(bin.accuracy),
          ])
        }),
    ]
  }

  /// Places are in code points of the sentence.
  private static func error(_ placed: SetEvaluation.PlacedError, _ measured: MeasuredSet) -> JSONObject {
    let (span, text) = measured.sentence(of: placed)
    func place(_ mention: Mention?) -> JSONValue {
      guard let mention else { return .null }
      let before = text.document.text(in: Span(span.start, mention.span.start)).unicodeScalars.count
      let words = text.document.text(in: mention.span)
      var entry: JSONObject = [
        "start": .int(before), "end": .int(before + words.unicodeScalars.count), "text": .string(words),
        "label": .string(mention.label.name),
      ]
      if let confidence = mention.provenance.confidence {
        entry["confidence"] = .decimal(confidence)
        entry["annotator"] = .string(mention.provenance.annotator.description)
      }
      return .object(entry)
    }
    return [
      "kind": .string(placed.error.kind.rawValue), "sentence": .int(placed.sentence + 1),
      "text": .string(text.document.text(in: span)), "expected": place(placed.error.expected),
      "proposed": place(placed.error.proposed),
    ]
  }
}
