import Annotations
import ArgumentParser
import ReaderUI
import TextAnalysis

/// Which recogniser somebody asks for.
enum PipelineChoice {
  /// The name of the one that is built in.
  static let builtIn = "default"
  /// The name of lists and rules alone.
  static let rules = "rules"

  /// The pipeline called `name`: ``builtIn``, ``rules`` or a model file.
  static func named(_ name: String, _ environment: Environment) throws(ModelFiles.Failure) -> Pipeline {
    switch name {
    case builtIn: .english
    case rules: .rules
    default: Pipeline(model: try ModelFiles.read(name, environment))
    }
  }

  /// The pipeline called `name`, for a command that ends without it.
  ///
  /// - Throws: An exit code, when it cannot be had; that has been complained of.
  static func needed(_ name: String, _ environment: Environment) throws -> Pipeline {
    do throws(ModelFiles.Failure) {
      return try named(name, environment)
    } catch {
      Exit.complain(error.message)
      throw error.exit
    }
  }

  /// The pipeline that `option` names, or else the settings, for a command that ends without it.
  ///
  /// - Throws: An exit code, when it cannot be had; that has been complained of.
  static func needed(_ option: String?, _ configuration: Configuration, _ environment: Environment) throws -> Pipeline {
    if let option { return try needed(option, environment) }
    guard let name = configuration.settings.model else { return .english }
    do throws(ModelFiles.Failure) {
      return try named(name, environment)
    } catch {
      Exit.complain("\(configuration.origins["model"] ?? "settings"): the model \(error.message)")
      throw Exit.configuration
    }
  }
}
