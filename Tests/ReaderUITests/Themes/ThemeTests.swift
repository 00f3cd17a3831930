import TestSupport
import Testing

@testable import ReaderUI

@Suite struct ThemeTests {
  @Test(arguments: ["desk", "paper", "sepia", "gruvbox", "contrast", "contrast-light"])
  func `every pair of colours of a built-in theme can be read`(_ name: String) {
    guard let theme = Scene.themes.first(where: { $0.name == name }) else { return #expect(Bool(false), "no \(name)") }
    let check = ThemeCheck(theme)
    #expect(check.rows.count > 20)
    #expect(check.rows.filter { !$0.passes }.map { "\($0.pair) \($0.ratio) \($0.ratioOf256)" } == [])
  }

  @Test func `all eight themes are there and their files are without problems`() throws {
    #expect(Repository.files(in: "themes").count == 8)
    for file in Repository.files(in: "themes") {
      let text = try #require(Repository.text(of: "themes/\(file)"))
      let result = try ThemeReader.read(text, name: String(file.dropLast(5)), file: file) {
        Repository.text(of: "themes/\($0).toml")
      }
      #expect(result.problems == [])
      #expect(!result.theme.summary.isEmpty)
    }
  }

  @Test func `a bad colour is reported with its place and a guess, and only its scope falls back`() throws {
    let text =
      "inherits = \"desk\"\n\n\"warning\" = { fg = \"ornage\" }\n\"error\" = { fg = \"orange\" }\n\n[palette]\norange = \"#ff9900\"\n"
    let result = try ThemeReader.read(text, name: "mine", file: "mine.toml") {
      Repository.text(of: "themes/\($0).toml")
    }
    let problem = try #require(result.problems.first)
    #expect(problem.line == 3)
    #expect(problem.message.contains("did you mean \"orange\""))
    #expect(problem.explanation[1].contains("ornage"))
    #expect(result.theme.scope("error").foreground == .rgb(RGB(255, 153, 0)))
    #expect(result.theme.scope("warning").foreground?.rgb == RGB("#ffcf5c"))
  }

  @Test func `an unknown key is a warning, a broken file an error with its line`() throws {
    let result = try ThemeReader.read("\"ui.text\" = { fg = \"red\", blink = true }", name: "mine", file: "mine.toml") {
      _ in nil
    }
    #expect(result.problems.map(\.isWarning) == [true])
    #expect(throws: ConfigurationProblem.self) {
      try ThemeReader.read("\"ui.text\" = {{", name: "mine", file: "mine.toml") { _ in nil }
    }
    #expect(throws: ConfigurationProblem.self) {
      try ThemeReader.read("inherits = \"mine\"", name: "mine", file: "mine.toml") { _ in "" }
    }
  }

  @Test func `a theme of the helix editor works as it is, its labels made readable`() throws {
    let text = """
      "ui.background" = { bg = "#202020" }
      "ui.text" = "#c0c0c0"
      "function" = "#404060"
      "keyword" = { fg = "#ff5555", modifiers = ["bold"] }
      "comment" = { fg = "#606060", modifiers = ["italic"] }
      """
    let theme = try ThemeReader.read(text, name: "other", file: "other.toml") { _ in nil }.theme
    let page = try #require(RGB("#202020"))
    for slot in 1...8 {
      let label = try #require(theme.scope("mention.label.\(slot)").foreground?.rgb)
      #expect(label.contrast(with: page) >= 4.5)
    }
  }

  @Test func `contrast and difference are those of the standards`() {
    #expect(abs(RGB(0, 0, 0).contrast(with: RGB(255, 255, 255)) - 21) < 0.001)
    #expect(abs(RGB(119, 119, 119).contrast(with: RGB(255, 255, 255)) - 4.48) < 0.01)
    #expect(RGB(255, 0, 0).difference(from: RGB(255, 0, 0)) < 0.0001)
    // Sharma, Wu and Dalal's test data, taken to sRGB, is not exact; the order of magnitudes is.
    #expect(abs(RGB(255, 0, 0).difference(from: RGB(0, 255, 0)) - 86.6) < 0.5)
  }

  @Test(arguments: ColorDepth.allCases)
  func `at no depth is a status told by colour alone`(_ depth: ColorDepth) {
    for theme in Scene.themes {
      let sheet = StyleSheet(theme, depth: depth) { name in Scene.themes.first { $0.name == name } }
      for slot in 1...8 {
        let accepted = sheet.text(in: [StyleSheet.Surrounding(slot: slot, status: .accepted)])
        let suggested = sheet.text(in: [StyleSheet.Surrounding(slot: slot, status: .suggested)])
        #expect(accepted != suggested)
        #expect(
          accepted.attributes != suggested.attributes
            || sheet.marks(.accepted, letter: "p") != sheet.marks(.suggested, letter: "p"))
        #expect(sheet.marks(.unsure, letter: "p").after.contains("?"))
        #expect(!sheet.marks(.suggested, letter: "p").after.isEmpty)
      }
      if depth == .mono {
        #expect(sheet.page == Style(.standard, on: .standard))
      }
      if depth == .eight || depth == .sixteen {
        for slot in 1...8 {
          let style = sheet.text(in: [StyleSheet.Surrounding(slot: slot, status: .suggested)])
          if case .indexed(let index) = style.foreground { #expect(![0, 7, 8, 15].contains(index)) }
        }
      }
    }
  }
}
