import Annotations
import ReaderUI
import TextAnalysis

/// Styles as sequences of ECMA-48 (SGR), for text that is printed and not drawn.
enum SGR {
  /// `text` in `style`, and back to normal behind it.
  static func wrapped(_ text: String, _ style: Style) -> String {
    var codes: [String] = []
    let attributes: [(Style.Attributes, String)] = [
      (.bold, "1"), (.dim, "2"), (.italic, "3"), (.underline, "4"), (.reverse, "7"),
    ]
    for (attribute, code) in attributes where style.attributes.contains(attribute) { codes.append(code) }
    codes += code(style.foreground, base: 30)
    codes += code(style.background, base: 40)
    return codes.isEmpty ? text : "\u{1B}[\(codes.joined(separator: ";"))m\(text)\u{1B}[m"
  }

  private static func code(_ color: Color, base: Int) -> [String] {
    switch color {
    case .standard: []
    case .indexed(let index) where index < 8: ["\(base + Int(index))"]
    case .indexed(let index): ["\(base + 8);5;\(index)"]
    case .rgb(let red, let green, let blue): ["\(base + 8);2;\(red);\(green);\(blue)"]
    }
  }
}
