import TextAnalysis

/// Which recogniser somebody asks for.
enum PipelineChoice {
  /// The name of the one that is built in.
  static let builtIn = "default"
  /// The name of lists and rules alone.
  static let rules = "rules"

  /// The pipeline called `name`: ``builtIn``, ``rules`` or a model file.
  static func pipeline(named name: String, _ environment: Environment) throws -> Pipeline {
    switch name {
    case builtIn: return .english
    case rules: return Pipeline()
    default:
      Exit.complain("\(name): no such model")
      throw Exit.noInput
    }
  }
}
