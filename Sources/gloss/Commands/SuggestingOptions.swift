import Annotations
import ArgumentParser
import ReaderUI
import TextAnalysis

/// Options of commands that suggest.
struct SuggestingOptions: ParsableArguments {
  @Option(help: ArgumentHelp("What suggests: default, rules, or a file that gloss train made.", valueName: "model"))
  var model: String?

  @Option(help: ArgumentHelp("A settings file to use instead of your own; none for none.", valueName: "file"))
  var config: String?

  /// The settings file that was named instead of one's own; `none` for none.
  func namedSettings(_ environment: Environment) -> String? { config ?? environment["GLOSS_CONFIG"] }

  /// The settings for work in `folder`.
  func configuration(_ environment: Environment, folder: String = FileAccess.resolved(".")) -> Configuration {
    ConfigurationFiles(environment, folder: folder, only: namedSettings(environment)).read()
  }

  /// What suggests in `folder`.
  ///
  /// - Throws: An exit code, when it cannot be had; that has been complained of.
  func pipeline(_ environment: Environment, folder: String = FileAccess.resolved(".")) throws -> Pipeline {
    try PipelineChoice.needed(model, configuration(environment, folder: folder), environment)
  }
}
