import Annotations
import ArgumentParser
import Glibc
import TextAnalysis

/// Trains a tagger on marked texts.
struct TrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train", abstract: "Train a model of your own on marked texts.",
    discussion: """
      gloss train --data train.conll --dev dev.conll --output my.model
      gloss train --data ~/articles --dev dev.conll --output my.model --name desk

      Then gloss --model my.model ~/articles, or model = "my.model" in gloss.toml.

      Of an article that is not marked done (D), what nobody has decided on is unknown, and what is rejected is no \
      mention.

      Any labels will do. Beside a model that has learnt PERSON and GPE the rules go on suggesting dates, numbers and what \
      else it has not learnt; any other model suggests its own labels only.

      Confidences are fitted to be true on what --dev names, and F1 there is told after each \
      epoch; without it confidences are a guess. The same data, options and seed give the same bytes.

      What a set annotates is what occurs in it. Where several sets annotate different labels, --complete-types FILE \
      says which: {"wikigold": ["PERSON", "ORG"], "wnut17": {"labels": ["PERSON"], "weight": 0.5, "attribution": \
      "WNUT 2017, CC BY 4.0"}}; a data file belongs to the set whose name it begins with. A label that a set does not \
      annotate is unknown there, which is not the same as absent.

      A model also knows clusters of words and lists of names from elsewhere. These are the ones of the built-in model, \
      unless --clusters and --names give others; --names also replaces what is known of how names are spelt, and is best \
      given with --unlabelled, whose small words are no names. With --unlabelled a first model tags up to 60,000 \
      sentences of that text, and a second one learns from what the first is sure of too; with little data of your own \
      that takes many times as long.

      A set may also say "doubtful": ["NORP"], of labels that a list with mistakes gave: where the lists of the program \
      know such a name for another label of the set only, it counts as that. "phrases": true says that noun phrases \
      were marked: then what is not plainly a name is taken for unknown.

      Ctrl-C ends training and writes the best model so far; a second Ctrl-C ends it at once and writes nothing.
      """)

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("What is learnt: TOKEN<TAB>TAG files, articles with decisions, folders.", valueName: "file"))
  var data: [String]

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("What progress is measured on and confidence is fitted to.", valueName: "file"))
  var dev: [String] = []

  @Option(name: .shortAndLong, help: ArgumentHelp("Where the model goes.", valueName: "file"))
  var output: String

  @Option(help: ArgumentHelp("What the model is called (default: as its file).", valueName: "name"))
  var name: String?

  @Option(help: ArgumentHelp("Which edition of it this is.", valueName: "n"))
  var edition = 1

  @OptionGroup var labelling: LabellingOptions

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("How much a sentence of a data file counts, such as web.conll=0.5.", valueName: "file=n"))
  var weight: [String] = []

  @Option(help: ArgumentHelp("How often each stage goes through the data.", valueName: "n"))
  var epochs = TrainingOptions().epochs

  @Option(help: ArgumentHelp("Where pseudo-random numbers begin.", valueName: "n"))
  var seed = TrainingOptions().seed

  @Option(help: ArgumentHelp("1: from the text alone; 2: again, with what was found in the document.", valueName: "n"))
  var stages = TrainingOptions().stages

  @Option(help: ArgumentHelp("Size of the model: features are hashed to 2^n rows, 10 to 22.", valueName: "n"))
  var featureBits = TrainingOptions().featureBits

  @Option(
    help: ArgumentHelp("The share of sentences also learnt in capitals, small letters and title case.", valueName: "n"))
  var augmentation = TrainingOptions().augmentation

  @Option(help: ArgumentHelp("How many seeds are tried; the model is the mean of what they give.", valueName: "n"))
  var ensemble = TrainingOptions().ensemble

  @Option(
    help: ArgumentHelp(
      "Text without labels to learn from too: one sentence a line, spaces between tokens.", valueName: "file"))
  var unlabelled: String?

  @Flag(help: "Sort words anew into clusters, by their neighbours in the text without labels.")
  var clusters = false

  @Option(
    help: ArgumentHelp(
      "Names that speak for or against a label: one a line, under the name of their list, as in [forename].",
      valueName: "file"))
  var names: String?

  @Flag(name: .shortAndLong, help: "Say nothing unless something is wrong.")
  var quiet = false

  func validate() throws {
    if data.isEmpty { throw ValidationError("--data: at least one file") }
    if epochs < 1 { throw ValidationError("--epochs: at least 1") }
    if !(1...2).contains(stages) { throw ValidationError("--stages: 1 or 2") }
    if !(10...22).contains(featureBits) { throw ValidationError("--feature-bits: 10 to 22") }
    if !(0...1).contains(augmentation) { throw ValidationError("--augmentation: 0 to 1") }
    if !(1...100).contains(ensemble) { throw ValidationError("--ensemble: 1 to 100") }
    if clusters, unlabelled == nil {
      throw ValidationError("--clusters: needs a text to count words in, with --unlabelled FILE")
    }
    if let name, name.isEmpty || name.contains(where: \.isWhitespace) {
      throw ValidationError("--name: a name cannot be empty or contain spaces")
    }
    _ = try labelling.mapping
    _ = try weights
  }

  /// The weights by the data file as it was named.
  private var weights: [String: Double] {
    get throws {
      var weights: [String: Double] = [:]
      for entry in weight {
        guard let equals = entry.lastIndex(of: "="), let number = Double(entry[entry.index(after: equals)...]),
          number > 0, number.isFinite
        else {
          throw ValidationError("--weight: \"\(entry)\" should be a data file and a number, such as web.conll=0.5")
        }
        let file = String(entry[..<equals])
        guard data.contains(file) else { throw ValidationError("--weight: \(file) is not among the data") }
        weights[file] = number
      }
      return weights
    }
  }

  func run() throws {
    let environment = Environment.current
    let path = environment.expanded(output)
    try ModelFiles.checkOutput(path, named: output)
    let files = try AnnotatedSetFiles(environment, completeTypes: labelling.completeTypes)
    let mapping = try labelling.mapping
    let weights = try weights
    let sets = try data.map { try set($0, files, mapping, weights[$0]) }
    let development = try dev.map { try set($0, files, mapping, nil) }
    var report = TrainingReport(isQuiet: quiet)
    let labels = try learnable(sets)
    let tokens = sets.reduce(0) { $0 + $1.documents.reduce(0) { $0 + $1.sentences.reduce(0) { $0 + $1.words.count } } }
    report.say(
      "\(Figures.grouped(tokens)) tokens in \(sets.count == 1 ? "one set" : "\(sets.count) sets"), labels "
        + labels.map(\.name).joined(separator: " "))
    var options = try options(path)
    try addText(to: &options, environment, &report)
    Interruption.watch(saying: "\ngloss: ending with this step; Ctrl-C again ends at once and writes nothing\n")
    let model = TaggerTrainer(options: options).train(sets, development: development) { progress in
      report.show(progress)
      return !Interruption.isRequested
    }
    report.close()
    do throws(SystemError) {
      try FileAccess.replace(path, with: model.bytes)
    } catch {
      Exit.complain(error)
      throw Exit.cantCreate
    }
    report.say(
      "\(output): \(model.info.identifier), \(Figures.size(model.bytes.count)), made in "
        + TrainingReport.duration(report.seconds))
    if Interruption.isRequested {
      Exit.complain("stopped; \(output) holds the best model so far")
      throw ExitCode(130)
    }
  }

  private func set(
    _ path: String, _ files: AnnotatedSetFiles, _ mapping: LabelMapping, _ weight: Double?
  ) throws -> TrainingSet {
    let description = files.description(of: path)
    var set = try files.read(path)
    // The model's record names the file; the command beside it has the whole path.
    set.name = ArticlePath(FileAccess.resolved(path)).fileName
    return TrainingSet(
      set, mapping: mapping, weight: weight ?? description?.weight ?? 1,
      attribution: description?.attribution, marksPhrases: description?.marksPhrases ?? false)
  }

  /// The labels that can be learnt from `sets`.
  private func learnable(_ sets: [TrainingSet]) throws -> [Label] {
    let found = Set(
      sets.flatMap { set in
        set.documents.flatMap {
          $0.sentences.flatMap { $0.tags.filter { $0.utf8.count > 2 }.map { Label(String($0.dropFirst(2))) } }
        }
      })
    guard !found.isEmpty else {
      Exit.complain("no mention in the data has a label that is to be learnt")
      throw Exit.data
    }
    let missing = (try labelling.mapping.only ?? []).subtracting(found).sorted()
    guard missing.isEmpty else {
      Exit.complain("no mention in the data is called \(missing.map(\.name).joined(separator: " or "))")
      throw Exit.data
    }
    guard found.count <= TaggerTrainer.mostLabels else {
      Exit.complain(
        "\(found.count) labels are in the data, and a model can learn \(TaggerTrainer.mostLabels); choose with --labels"
      )
      throw Exit.data
    }
    return found.sorted()
  }

  private func options(_ path: String) throws -> TrainingOptions {
    var options = TrainingOptions()
    options.modelName = name ?? Self.name(of: path)
    options.modelVersion = edition
    options.seed = seed
    options.epochs = epochs
    options.stages = stages
    options.featureBits = featureBits
    options.augmentation = augmentation
    options.ensemble = ensemble
    options.labels = try labelling.mapping.only?.sorted()
    options.command = CommandLine.arguments.dropFirst().reduce("gloss") { $0 + " " + Self.quoted($1) }
    return options
  }

  /// Reads the text without labels and the names, and makes clusters.
  private func addText(
    to options: inout TrainingOptions, _ environment: Environment, _ report: inout TrainingReport
  ) throws {
    if let unlabelled {
      options.unlabelledText = try AnnotatedSetFiles.bytes(unlabelled, environment)
      guard options.unlabelledText.contains(where: { $0 > 0x20 }) else {
        Exit.complain("\(unlabelled): no text; one sentence a line was expected, with spaces between tokens")
        throw Exit.data
      }
      guard String(validating: options.unlabelledText, as: UTF8.self) != nil else {
        Exit.complain("\(unlabelled): not UTF-8; convert it first, for instance with iconv")
        throw Exit.data
      }
    }
    if let names {
      let bytes = try AnnotatedSetFiles.bytes(names, environment)
      do throws(NamesError) {
        try options.resources.readNames(from: bytes, plainText: options.unlabelledText)
      } catch {
        Exit.complain("\(names): \(error)")
        throw Exit.data
      }
    }
    guard clusters, let unlabelled else { return }
    let count = options.resources.induceClusters(from: options.unlabelledText) { report.show(clustering: $0) }
    report.close()
    guard count > 0 else {
      Exit.complain("\(unlabelled): too short for clusters, every word is rare in it")
      throw Exit.data
    }
    report.say("\(Figures.grouped(count)) words in clusters")
  }

  /// The name of the file without its ending, in one word.
  private static func name(of path: String) -> String {
    let file = ArticlePath(FileAccess.resolved(path)).fileName
    let stem = file.lastIndex(of: ".").map { $0 == file.startIndex ? file[...] : file[..<$0] } ?? file[...]
    return String(stem.map { $0.isWhitespace ? "-" : $0 })
  }

  /// `argument` as a shell would have to be given it.
  private static func quoted(_ argument: String) -> String {
    let plain = argument.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || "-_./=,:+@%".utf8.contains(byte)
    }
    return plain && !argument.isEmpty ? argument : "'\(argument.replacing("'", with: #"'\''"#))'"
  }
}
