import Annotations
import ArgumentParser
import TextAnalysis

/// Options that say what the labels of marked texts stand for.
struct LabellingOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Which labels each data set annotates exhaustively.", valueName: "file"))
  var completeTypes: String?

  @Option(help: ArgumentHelp("Only these labels, such as PERSON,ORG,GPE.", valueName: "labels"))
  var labels: String?

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Labels that count as another, such as LOC=GPE PER=PERSON.", valueName: "from=to"))
  var map: [String] = []

  /// What each label counts as.
  var mapping: LabelMapping {
    get throws {
      var mapping = LabelMapping()
      for pair in map.flatMap({ $0.split(separator: ",") }) {
        let sides = pair.split(separator: "=", omittingEmptySubsequences: false)
        guard sides.count == 2, !sides[0].isEmpty, !sides[1].isEmpty else {
          throw ValidationError("--map: \"\(pair)\" should be two labels, such as LOC=GPE")
        }
        mapping.replacements[Label(String(sides[0]))] = Label(String(sides[1]))
      }
      if let labels {
        let names = labels.split(whereSeparator: { $0 == "," || $0 == " " })
        guard !names.isEmpty else { throw ValidationError("--labels: at least one label") }
        mapping.only = Set(names.map { Label(String($0)) })
      }
      return mapping
    }
  }
}
