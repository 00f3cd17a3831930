import Annotations
import TestSupport
import Testing

@testable import ReaderUI

@Suite struct ThemesTests {
  private static let names = [
    "desk", "paper", "sepia", "gruvbox", "contrast", "contrast-light", "terminal", "mono",
  ]

  /// A theme as its file says it.
  private static func theme(_ name: String) throws -> Theme {
    func source(_ name: String) -> String? { Repository.text(of: "themes/\(name).toml") }
    return try ThemeReader.read(try #require(source(name)), name: name, file: name, parent: source).theme
  }

  private static func color(_ color: Color) -> TerminalStyle.Color {
    switch color {
    case .standard: .standard
    case .indexed(let index): .indexed(index)
    // In direct colour the numbers below 8 are the palette's; what is nearly black becomes the next that is not.
    case .rgb(0, 0, let blue): .rgb(0, 0, max(blue, 8))
    case .rgb(let red, let green, let blue): .rgb(red, green, blue)
    }
  }

  @Test func `the theme picker lists all themes, moving previews them, and Esc gives the old one back`() throws {
    let newsroom = try Newsroom()
    let session = try newsroom.openArticle("a-storm.txt", environment: ["COLORTERM": "truecolor"])
    let before = session.terminal.cell(20, 10).style.background
    #expect(before != .standard)
    try session.send(keys: "Space", "t")
    try session.wait(for: "Theme (moving previews, Esc restores)")
    for name in ["desk", "paper", "sepia", "gruvbox", "contrast"] {
      #expect(session.terminal.body.contains { $0.contains(" \(name) ") }, "\(name)\n\(session.terminal.text)")
    }
    #expect(session.terminal.body.contains { $0.contains("> desk") && $0.contains(":1 │") })
    try session.send(keys: "Down")
    try session.wait(for: "another background") { $0.cell(1, 1).style.background != before }
    let paper = StyleSheet(try Self.theme("paper"), depth: .direct) { try? Self.theme($0) }
    #expect(session.terminal.cell(1, 1).style.background == Self.color(paper.page.background))
    try session.send(keys: "Esc")
    try session.wait(for: "the old background") { $0.cell(1, 1).style.background == before }
    #expect(!newsroom.homeFiles.contains { $0.hasSuffix("config.toml") })
  }

  @Test func `Enter in the theme picker keeps the theme for later runs`() throws {
    let newsroom = try Newsroom()
    let session = try newsroom.openArticle("a-storm.txt", environment: ["COLORTERM": "truecolor"])
    try session.send(keys: "Space", "t")
    try session.wait(for: "Theme (moving previews, Esc restores)")
    try session.send("sepia")
    try session.wait(for: "sepia alone") { $0.shows("> sepia ") && !$0.shows("gruvbox") }
    try session.send(keys: "Enter")
    try session.waitForStatus("Theme sepia")
    #expect(try newsroom.folder.read("home/.config/gloss/config.toml") == "theme = \"sepia\"\n")
    let background = session.terminal.cell(20, 10).style.background
    try session.quit()
    let again = try newsroom.openArticle("a-storm.txt", environment: ["COLORTERM": "truecolor"])
    #expect(again.terminal.cell(20, 10).style.background == background)
  }

  @Test(arguments: names)
  func `what a theme's file says is what the terminal gets`(_ name: String) throws {
    let newsroom = try Newsroom(["a.txt": "Anna sings. The kestrel flies over the garden."])
    try newsroom.decide("a.txt", [("kestrel", "ORG", "accepted"), ("garden", "GPE", "unsure")])
    let session = try newsroom.openArticle(
      "a.txt", ["--theme", name], environment: ["COLORTERM": "truecolor"])
    try session.select("flies")
    let depth: ColorDepth = name == "mono" ? .mono : .direct
    let styles = StyleSheet(try Self.theme(name), depth: depth) { try? Self.theme($0) }
    let slots = (org: LabelSet.standard[Label("ORG")].slot, gpe: LabelSet.standard[Label("GPE")].slot)
    let screen = session.terminal
    func expectStyle(of text: String, _ style: Style) throws {
      let seen = try #require(screen.style(of: text), "\(text)\n\(screen.text)")
      #expect(seen.foreground == Self.color(style.foreground), "\(name) \(text)")
      #expect(seen.background == Self.color(style.background), "\(name) \(text)")
      #expect(seen.bold == style.attributes.contains(.bold), "\(name) \(text)")
      #expect((seen.underline != .none) == style.attributes.contains(.underline), "\(name) \(text)")
      #expect(seen.reverse == style.attributes.contains(.reverse), "\(name) \(text)")
    }
    try expectStyle(of: "over", styles.page)
    try expectStyle(
      of: "kestrel", styles.text(in: [.init(slot: slots.org, status: .accepted, isSameEntity: false)]))
    try expectStyle(
      of: "garden", styles.text(in: [.init(slot: slots.gpe, status: .unsure, isSameEntity: false)]))
    try expectStyle(of: "READ", styles.mode)
    try expectStyle(of: "saved", styles.statusLine)
    if screen.shows("kestrelO") {
      let place = try #require(screen.position(of: "kestrelO"))
      #expect(
        screen.cell(place.row, place.column + 7).style.foreground == Self.color(styles.chip(slots.org).foreground))
    }
  }

  @Test func `a theme file of one's own is read again when it changes, and its errors are shown and survived`() throws {
    let newsroom = try Newsroom()
    let made = try newsroom.run(["theme", "new", "mine", "--from", "desk"])
    #expect(made.exit == .status(0))
    let session = try newsroom.openArticle(
      "a-storm.txt", ["--theme", "mine"], environment: ["COLORTERM": "truecolor"])
    let path = "home/.config/gloss/themes/mine.toml"
    let text = try newsroom.folder.read(path)
    let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("page ") })
    try newsroom.folder.write(text.replacing(line, with: "page = \"#102030\""), to: path)
    try session.wait(for: "the new background") { $0.cell(20, 10).style.background == .rgb(0x10, 0x20, 0x30) }

    try newsroom.folder.write(text + "\n[palette\n", to: path)
    try session.wait(for: "Something is wrong in mine.toml")
    #expect(session.terminal.body.contains { $0.contains("mine.toml:") })
    try session.send(keys: "Esc")
    try session.wait(for: "the dialog closed") { !$0.shows("Something is wrong") }
    try newsroom.folder.write(text.replacing(line, with: "page = \"#203040\""), to: path)
    try session.wait(for: "the mended theme") { $0.cell(20, 10).style.background == .rgb(0x20, 0x30, 0x40) }
  }

  @Test func `a theme with an unknown colour says the line and the nearest name, and the rest of it is used`() throws {
    let newsroom = try Newsroom()
    try newsroom.configure(
      "inherits = \"desk\"\n\"ui.text\" = { fg = \"ornage\" }\n[palette]\norange = \"#ffa500\"\npage = \"#112233\"\n",
      in: "themes/mine.toml")
    let session = try newsroom.open(
      [newsroom.path, "--theme", "mine"], environment: ["COLORTERM": "truecolor"])
    try session.wait(for: "Something is wrong in mine.toml")
    #expect(session.terminal.shows("mine.toml:2:"))
    #expect(session.terminal.shows("\"ornage\""))
    #expect(session.terminal.shows("\"orange\""))
    #expect(session.terminal.cell(1, 0).style.background == .rgb(0x11, 0x22, 0x33))
  }

  @Test(arguments: [("rgb:ffff/ffff/f0f0", "paper"), ("rgb:1111/1111/1111", "desk")])
  func `the terminal's background decides between the light and the dark theme`(
    _ example: (answer: String, theme: String)
  ) throws {
    let newsroom = try Newsroom()
    let session = try TerminalSession(
      Newsroom.program, [newsroom.path], environment: ["COLORTERM": "truecolor"], folder: newsroom.folder)
    session.answer = { query in
      switch query {
      case .color(11): "\u{1B}]11;\(example.answer)\u{1B}\\"
      case .primaryAttributes: "\u{1B}[?62;22c"
      default: nil
      }
    }
    let styles = StyleSheet(try Self.theme(example.theme), depth: .direct) { try? Self.theme($0) }
    try session.wait(for: "the page of \(example.theme)") { screen in
      screen.shows("Storm closes") && screen.cell(10, 10).style.background == Self.color(styles.page.background)
    }
    #expect(session.terminal.queries.contains(.color(11)))
  }

  @Test func `an answer to nobody's question types no letters`() throws {
    let session = try Newsroom().openArticle("a-storm.txt")
    let before = session.terminal.statusLine
    try session.send(bytes: Array("\u{1B}]11;rgb:0/0/0\u{7}\u{1B}[?62;c\u{1B}P1+r524742\u{1B}\\\u{1B}[24;80R".utf8))
    try session.send(keys: "Tab", "S-Tab")
    try session.wait(for: "the same status") { $0.statusLine == before }
  }

  @Test(arguments: ["[theme]\ndark = \"desk\"\nlight = \"paper\"\n", "theme.dark = \"desk\"\n"])
  func `a theme is not kept where that would spoil the settings`(_ settings: String) throws {
    let newsroom = try Newsroom()
    try newsroom.configure(settings)
    let session = try newsroom.openArticle("a-storm.txt")
    try session.send(":theme sepia\r")
    try session.waitForStatus("The setting holds until you quit")
    #expect(try newsroom.folder.read("home/.config/gloss/config.toml") == settings)
    #expect(try newsroom.run(["config", "check"]).exit == .status(0))
  }

  @Test func `a theme is not kept when the settings were named`() throws {
    let newsroom = try Newsroom()
    let session = try newsroom.openArticle("a-storm.txt", ["--config", "none"])
    try session.send(":theme sepia\r")
    try session.waitForStatus("The setting holds until you quit")
    #expect(!newsroom.homeFiles.contains { $0.hasSuffix("config.toml") })
  }
}
