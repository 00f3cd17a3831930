import ArgumentParser

/// Options that many commands have.
struct SharedOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Whose decisions, kept in a file of their own.", valueName: "name"))
  var annotator: String?

  @OptionGroup var suggesting: SuggestingOptions

  @Option(help: ArgumentHelp("Colours: auto, always or never.", valueName: "when"))
  var color: ColorChoice = .auto

  func validate() throws {
    if let annotator, annotator.isEmpty || annotator.contains("/") {
      throw ValidationError("--annotator: a name cannot be empty or contain /")
    }
  }
}
