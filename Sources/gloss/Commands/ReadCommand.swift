import Annotations
import ArgumentParser
import Glibc
import ReaderUI
import TextAnalysis

/// Opens the reader; what happens when no sub-command is named.
struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read", abstract: "Open the reader on files and folders (the default).")

  @Argument(help: ArgumentHelp("Files, folders, or - for standard input.", valueName: "path"))
  var paths: [String] = []

  @Flag(help: "Begin in the review queue.")
  var review = false

  @Option(help: ArgumentHelp("Only articles that match, such as 'undecided>0 source:wire'.", valueName: "condition"))
  var filter: String = ""

  @Flag(help: "Look, do not write.")
  var readOnly = false

  @Option(help: ArgumentHelp("The theme; see gloss theme list.", valueName: "name"))
  var theme: String?

  @Flag(help: "Draw nothing but ASCII around the text.")
  var ascii = false

  @Flag(help: "One plain column, for screen readers.")
  var linear = false

  @Flag(help: "Select with the mouse.")
  var mouse = false

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let environment = Environment.current
    if paths.contains("-") {
      guard paths == ["-"] else { throw ValidationError("- stands for the only article") }
      try read(named: "-", environment) { () throws(SystemError) in
        try FileAccess.read(STDIN_FILENO, "standard input")
      }
      return
    }
    let paths = try self.paths.map { path -> String in
      let expanded = environment.expanded(path)
      guard FileAccess.exists(expanded) else { throw unknown(path) }
      return expanded
    }
    if paths.count == 1, Self.canBeReadOnce(paths[0]) {
      try read(named: paths[0], environment) { () throws(SystemError) in
        try FileAccess.read(paths[0], ofAnyKind: true)
      }
      return
    }
    let roots = paths.isEmpty ? Self.usualPlace(environment) : paths
    guard StandardOutput.isTerminal else {
      // In a pipe there is nobody to press keys: the list is what can be printed.
      var list = try ListCommand.parse(roots + (filter.isEmpty ? [] : ["--filter", filter]))
      list.shared = shared
      try list.run()
      return
    }
    try open(roots, piped: nil, environment)
  }

  /// Where to read when no path is named: in this folder, or, where nothing is to be read here, where it was last.
  private static func usualPlace(_ environment: Environment) -> [String] {
    let here = FileAccess.resolved(".")
    if !ArticleFinder.anyArticle(in: here).isEmpty { return [here] }
    let recent = SessionFile(environment.directories).recentRoots.first { root in
      root.split(separator: "\n").allSatisfy { FileAccess.exists(String($0)) }
    }
    return recent.map { $0.split(separator: "\n").map(String.init) } ?? [here]
  }

  /// A word that is neither a file nor a sub-command.
  private func unknown(_ path: String) -> any Error {
    let names = Gloss.allSubcommands.map { $0._commandName }
    if !path.contains("/"), !path.contains(".") {
      let guess = ConfigurationText.closest(to: path, in: names).map { ". Did you mean \"\($0)\"?" } ?? ""
      return ValidationError("no sub-command or file \"\(path)\"\(guess)")
    }
    Exit.complain("\(path): \(String(cString: strerror(ENOENT)))")
    return Exit.noInput
  }

  private func open(_ roots: [String], piped: (ArticlePath, [UInt8])?, _ environment: Environment) throws {
    var status = stat()
    let isSingleFile = roots.count == 1 && stat(roots[0], &status) == 0 && status.st_mode & S_IFMT != S_IFDIR
    let first = FileAccess.resolved(roots[0])
    let folder = isSingleFile ? ArticlePath(first).folder : first
    var configuration = shared.suggesting.configuration(environment, folder: folder)
    let pipeline = try pipeline(&configuration, environment)
    if let theme = theme ?? environment["GLOSS_THEME"] { configuration.settings.theme = theme }
    if ascii || linear { configuration.settings.isASCII = true }
    if linear { configuration.settings.isLinear = true }
    if mouse { configuration.settings.usesMouse = true }
    let setup = ReaderLoop.Setup(
      roots: roots, title: roots.count == 1 ? ArticlePath(first).fileName : "\(roots.count) places",
      isSingleFile: isSingleFile || piped != nil, piped: piped.map { (path: $0.0, contents: $0.1) },
      startsInReview: review, filter: filter, isReadOnly: readOnly, annotator: shared.annotator,
      configuration: configuration, keepsSettings: shared.suggesting.namedSettings(environment) == nil,
      terminalColor: shared.color.terminalColor(environment), pipeline: pipeline)
    let exitStatus = ReaderLoop(setup, environment).run()
    if exitStatus != 0 { throw ExitCode(exitStatus) }
  }

  /// What suggests, made when it is needed: the lists of what is built in take some milliseconds, which the first screen
  /// need not wait for. Reading goes on without a model that only the settings name.
  private func pipeline(
    _ configuration: inout Configuration, _ environment: Environment
  ) throws -> @Sendable () -> Pipeline {
    guard let name = shared.suggesting.model ?? configuration.settings.model, name != PipelineChoice.builtIn else {
      return { .english }
    }
    if shared.suggesting.model != nil {
      let pipeline = try PipelineChoice.needed(name, environment)
      return { pipeline }
    }
    do throws(ModelFiles.Failure) {
      let pipeline = try PipelineChoice.named(name, environment)
      return { pipeline }
    } catch {
      configuration.report(
        ConfigurationProblem(
          file: configuration.origins["model"] ?? "settings", line: 0, column: 0, source: "",
          message: "the model \(error.message); suggesting with what is built in", isWarning: false))
      return { .english }
    }
  }

  /// Whether there is a pipe or a device at `path`, such as what a shell makes of `<(command)`.
  private static func canBeReadOnce(_ path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else { return false }
    return ![S_IFREG, S_IFDIR, S_IFSOCK].contains(status.st_mode & S_IFMT)
  }

  /// Reads an article from what can be read only once; keys come from the terminal itself.
  private func read(
    named name: String, _ environment: Environment, _ contents: () throws(SystemError) -> [UInt8]
  ) throws {
    let bytes: [UInt8]
    do throws(SystemError) {
      bytes = try contents()
    } catch {
      Exit.complain(error)
      throw Exit.noInput
    }
    guard !bytes.isEmpty else {
      Exit.complain("\(name == "-" ? "standard input" : name) is empty: nothing to read")
      throw Exit.noInput
    }
    guard StandardOutput.isTerminal else {
      try ShowCommand.show(bytes, named: name, format: .text, shared, environment)
      return
    }
    let isPage = DocumentReader.read(bytes).source.format == .html
    let name = Digest(of: bytes).hexadecimal.prefix(12) + (isPage ? ".html" : ".txt")
    let path = ArticlePath(environment.directories.data + "/piped/\(name)")
    try open([environment.directories.data + "/piped"], piped: (path, bytes), environment)
  }
}
