import Annotations
import ArgumentParser
import Glibc
import TextAnalysis

/// Measures a recogniser on marked texts.
struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate", abstract: "Measure how well suggestions agree with marked texts.",
    discussion: """
      gloss evaluate default --data dev.conll             what is built in, on tagged tokens
      gloss evaluate my.model --data ~/articles --errors  a model of yours, on decisions of yours

      A suggestion is right when its span and its label are exactly those of a marked mention, as in the CoNLL-2003 \
      shared task. Printed are precision, recall and F1 for each label, over all mentions (micro) and as the mean over \
      labels (macro); errors by kind; and how far the confidences can be trusted (expected calibration error, 10 bins).

      A label that a set does not annotate says nothing there: suggestions with it are passed over. What a set annotates \
      is what occurs in it, unless --complete-types names a file such as {"wikigold": ["PERSON", "ORG"]}; a data file \
      belongs to the set whose name it begins with.
      """)

  @Argument(help: ArgumentHelp("default, rules, or a model file.", valueName: "model"))
  var model: String = PipelineChoice.builtIn

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "TOKEN<TAB>TAG files in IOB2 (IOB1, BIOES and BILOU are understood), articles with decisions, or folders of them.",
      valueName: "file"))
  var data: [String]

  @OptionGroup var labelling: LabellingOptions

  @Flag(help: "Measure on the text in capitals.")
  var upper = false

  @Flag(help: "Measure on the text in lower case.")
  var lower = false

  @Flag(help: "Print each error in its sentence: [what is marked], {what was suggested}.")
  var errors = false

  /// How figures are printed.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
  }

  @Option(help: ArgumentHelp("What is printed; json is one object a line for each file.", valueName: "format"))
  var format: Format = .text

  @Flag(help: "The same as --format json.")
  var json = false

  func validate() throws {
    if upper, lower { throw ValidationError("--upper and --lower: one of them") }
    if data.isEmpty { throw ValidationError("--data: at least one file") }
    _ = try labelling.mapping
  }

  func run() throws {
    let environment = Environment.current
    let pipeline = try PipelineChoice.needed(model, environment)
    let mapping = try labelling.mapping
    let files = try AnnotatedSetFiles(environment, completeTypes: labelling.completeTypes)
    // All are read before the first is measured: a mistake in the last should not come out after minutes.
    let sets = try data.map { path -> AnnotatedSet in
      let set = try files.read(path)
      if upper { return set.changingWords { $0.uppercased() } }
      return lower ? set.changingWords { $0.lowercased() } : set
    }
    // Lists and models are read at first use, which is not what is to be measured.
    _ = pipeline.recognise(TokenisedText(words: [["Oslo"]]))
    var measured: [MeasuredSet] = []
    for set in sets {
      let one = MeasuredSet(set, pipeline, mapping)
      measured.append(one)
      StandardOutput.write(
        isJSON
          ? EvaluationJSON.line(one, model: pipeline.name, withErrors: errors)
          : EvaluationReport.text(one, model: pipeline.name, withErrors: errors))
    }
    if sets.count > 1 {
      StandardOutput.write(
        isJSON ? EvaluationJSON.average(measured, model: pipeline.name) : EvaluationReport.summary(measured))
    }
    if !isJSON { StandardOutput.write(EvaluationReport.throughput(measured)) }
    StandardOutput.flush()
  }

  private var isJSON: Bool { json || format == .json }
}
