import TestSupport
import Testing

/// Training data so small that a model is made in a moment, with labels that no list knows.
enum TinyModel {
  private static let ships = ["Morwenna", "Tolverne", "Karrek", "Penryn", "Gwennel", "Morvoren", "Kestowan", "Lowenek"]
  private static let harbours = ["Dunmore", "Ballyhack", "Kilkeel", "Portavogie", "Ardglass", "Greencastle"]

  /// Sentences about ships and harbours in tagged tokens, different ones for each `seed`.
  static func sentences(_ count: Int, seed: Int) -> String {
    (0..<count).map { index in
      let number = seed + index
      let ship = ships[(number * 5 + seed) % ships.count]
      let harbour = harbours[(number * 7 + seed) % harbours.count]
      let day = ["on Monday", "at night", "before dawn"][number / 3 % 3].split(separator: " ").map { "\($0)\tO\n" }
        .joined()
      return switch number % 3 {
      case 0: "The\tO\nship\tO\n\(ship)\tB-SHIP\nleft\tO\n\(harbour)\tB-HARBOUR\n\(day).\tO\n"
      case 1: "In\tO\n\(harbour)\tB-HARBOUR\nHarbour\tI-HARBOUR\nlay\tO\nthe\tO\n\(ship)\tB-SHIP\n\(day).\tO\n"
      default: "Nobody\tO\nslept\tO\naboard\tO\nthe\tO\n\(ship)\tB-SHIP\n\(day).\tO\n"
      }
    }.joined(separator: "\n")
  }

  /// Arguments of `gloss train` that make a small model quickly.
  static let arguments = ["--feature-bits", "12", "--stages", "1", "--epochs", "5", "--ensemble", "1"]

  /// A newsroom with `train.conll`, `dev.conll`, and `tiny.model` made of them.
  static func newsroom(_ articles: KeyValuePairs<String, String> = Articles.all) throws -> Newsroom {
    let newsroom = try Newsroom(articles)
    try newsroom.write(sentences(60, seed: 1), to: "train.conll")
    try newsroom.write(sentences(20, seed: 101), to: "dev.conll")
    let run = try newsroom.run(
      ["train", "--data", "train.conll", "--dev", "dev.conll", "-o", "tiny.model", "--quiet"] + arguments)
    try #require(run.exit == .status(0), "\(run.errors)")
    return newsroom
  }
}
