import Annotations
import TextAnalysis

/// Figures of an evaluation for people.
enum EvaluationReport {
  /// All that is known of one set.
  static func text(_ measured: MeasuredSet, model: String, withErrors: Bool) -> String {
    let set = measured.set
    let spans = measured.evaluation.spans
    var lines = [
      "\(model) on \(set.name): \(Figures.many(set.sentenceCount, "sentence")), \(Figures.many(set.tokenCount, "token"))",
      "",
    ]
    let labels = measured.evaluation.labels.union(spans.counts.keys).sorted()
    let width = max(12, labels.map(\.name.count).max() ?? 0)
    lines.append(
      padded("", width) + ["precision", "recall", "F1", "expected", "proposed", "correct"].map { aligned($0) }.joined())
    for label in labels { lines.append(padded(label.name, width) + row(spans.counts[label] ?? SpanCounts())) }
    lines.append(padded("micro", width) + row(spans.total))
    let macro = spans.macro
    lines.append(
      padded("macro", width) + [macro.precision, macro.recall, macro.f1].map { aligned(Figures.percent($0)) }.joined())
    lines += ["", "errors       " + errorCounts(spans)]
    lines += calibration(spans.calibration)
    if withErrors, !measured.evaluation.errors.isEmpty {
      lines.append("")
      lines += measured.evaluation.errors.map { inContext($0, measured) }
    }
    return Terminal.neutralised(lines.joined(separator: "\n")) + "\n\n"
  }

  /// One line for each set, one for the average, and one for all mentions of all sets together.
  static func summary(_ measured: [MeasuredSet]) -> String {
    let width = max(12, measured.map(\.set.name.count).max() ?? 0)
    let columns = ["precision", "recall", "F1", "macro F1", "ECE"]
    var lines = [padded("", width) + columns.map { aligned($0) }.joined()]
    let rows = measured.map { figures($0.evaluation.spans) }
    for (one, row) in zip(measured, rows) { lines.append(padded(one.set.name, width) + summaryRow(row)) }
    let mean = columns.indices.map { column in rows.reduce(0) { $0 + $1[column] } / Double(rows.count) }
    lines.append(padded("average", width) + summaryRow(mean))
    lines.append(padded("together", width) + summaryRow(figures(together(measured))))
    return Terminal.neutralised(lines.joined(separator: "\n")) + "\n\n"
  }

  /// How fast recognition was.
  static func throughput(_ measured: [MeasuredSet]) -> String {
    let seconds = measured.reduce(0) { $0 + $1.seconds }
    let words = measured.reduce(0) { $0 + $1.set.tokenCount }
    return "\(Figures.grouped(Int(MeasuredSet.throughput(measured)))) words/s "
      + "(\(Figures.many(words, "given token")) in \(Figures.fixed(seconds, 2)) s of one core)\n"
  }

  // MARK: - Parts

  /// Micro precision, recall and F1, macro F1, and the expected calibration error.
  static func figures(_ spans: SpanEvaluation) -> [Double] {
    [spans.total.precision, spans.total.recall, spans.total.f1, spans.macro.f1, spans.calibration.expectedError]
  }

  /// What is known of all sets as if they were one.
  static func together(_ measured: [MeasuredSet]) -> SpanEvaluation {
    measured.reduce(SpanEvaluation()) { $0 + $1.evaluation.spans }
  }

  private static func summaryRow(_ figures: [Double]) -> String {
    (figures.dropLast().map(Figures.percent) + [Figures.fixed(figures[figures.count - 1], 3)]).map { aligned($0) }
      .joined()
  }

  private static func row(_ counts: SpanCounts) -> String {
    let scores = [counts.precision, counts.recall, counts.f1].map(Figures.percent)
    let numbers = [counts.expected, counts.proposed, counts.correct].map(Figures.grouped)
    return (scores + numbers).map { aligned($0) }.joined()
  }

  private static func errorCounts(_ spans: SpanEvaluation) -> String {
    SpanError.Kind.allCases.map { "\($0.rawValue) \(Figures.grouped(spans.errorCounts[$0] ?? 0))" }.joined(
      separator: ", ")
  }

  private static func calibration(_ calibration: ReliabilityDiagram) -> [String] {
    guard calibration.count > 0 else { return ["calibration  no suggestion says how sure it is"] }
    var lines = [
      "calibration  expected calibration error \(Figures.fixed(calibration.expectedError, 3)) "
        + "(\(Figures.many(calibration.count, "suggestion")))",
      padded("  sure", 12) + ["number", "said", "right"].map { aligned($0) }.joined(),
    ]
    for (index, bin) in calibration.bins.enumerated() where bin.count > 0 {
      let numbers = [Figures.grouped(bin.count), Figures.percent(bin.meanConfidence), Figures.percent(bin.accuracy)]
      lines.append(padded("  \(index * 10)-\((index + 1) * 10) %", 12) + numbers.map { aligned($0) }.joined())
    }
    return lines
  }

  /// The error in its sentence, what is expected in square brackets and what was proposed in curly ones.
  private static func inContext(_ placed: SetEvaluation.PlacedError, _ measured: MeasuredSet) -> String {
    let (span, text) = measured.sentence(of: placed)
    let error = placed.error
    var output = ""
    var offset = span.start
    for place in Set([error.expected?.span, error.proposed?.span].compactMap(\.self).flatMap { [$0.start, $0.end] })
      .sorted()
    {
      output += text.document.text(in: Span(offset, place))
      offset = place
      if let mention = error.proposed, mention.span.end == place { output += "}" + note(mention) }
      if let mention = error.expected, mention.span.end == place { output += "]" + mention.label.name }
      if error.expected?.span.start == place { output += "[" }
      if error.proposed?.span.start == place { output += "{" }
    }
    output += text.document.text(in: Span(offset, span.end))
    let oneLine = output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return padded(error.kind.rawValue, 15) + "\(measured.set.name), sentence \(placed.sentence + 1): \(oneLine)"
  }

  private static func note(_ mention: Mention) -> String {
    mention.label.name + (mention.provenance.confidence.map { " " + Figures.fixed($0, 2) } ?? "")
  }

  // MARK: - Columns

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  private static func aligned(_ text: String) -> String {
    String(repeating: " ", count: max(1, 11 - text.count)) + text
  }
}
