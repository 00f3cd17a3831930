import Annotations
import ReaderUI
import TextAnalysis

/// Which recogniser somebody asks for.
enum PipelineChoice {
  /// The name of the one that is built in.
  static let builtIn = "default"
  /// The name of lists and rules alone.
  static let rules = "rules"

  /// The pipeline called `name`: ``builtIn``, ``rules`` or a model file.
  ///
  /// - Throws: An exit code, when it cannot be had; that has been complained of.
  static func pipeline(named name: String, _ environment: Environment) throws -> Pipeline {
    switch name {
    case builtIn: .english
    case rules: Pipeline()
    default: Pipeline(model: try ModelFiles.read(name, environment))
    }
  }

  /// The pipeline that `option` names, or else the settings.
  ///
  /// - Throws: An exit code, when it cannot be had; that has been complained of.
  static func pipeline(_ option: String?, _ configuration: Configuration, _ environment: Environment) throws -> Pipeline
  {
    if let option { return try pipeline(named: option, environment) }
    guard let name = configuration.settings.model else { return .english }
    do {
      return try pipeline(named: name, environment)
    } catch {
      Exit.complain("that model is asked for in \(configuration.origins["model"] ?? "the settings")")
      throw Exit.configuration
    }
  }
}
