import Annotations
import ArgumentParser
import TextAnalysis

/// Tells about models.
struct ModelCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "model", abstract: "Tell what a model is and how it was made.",
    subcommands: [DescribeModel.self], defaultSubcommand: DescribeModel.self)

  struct DescribeModel: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "info", abstract: "Print a model's name, labels, parts, origin and attributions.")

    @Argument(help: ArgumentHelp("A model file (default: what is built in).", valueName: "file"))
    var file: String?

    @Flag(help: "One JSON object.")
    var json = false

    func run() throws {
      let model: TaggerModel
      if let file {
        do throws(ModelFiles.Failure) {
          model = try ModelFiles.read(file, .current)
        } catch {
          Exit.complain(error.message)
          throw error.exit
        }
      } else if let builtIn = Pipeline.english.model {
        model = builtIn
      } else {
        StandardOutput.write(
          line: "no model is built in; suggestions come from \(Pipeline.english.name), lists and rules")
        StandardOutput.flush()
        return
      }
      StandardOutput.write(json ? ModelReport.json(model.info) : ModelReport.text(model.info))
      StandardOutput.flush()
    }
  }
}
