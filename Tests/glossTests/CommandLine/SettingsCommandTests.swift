import Annotations
import TestSupport
import Testing

@testable import ReaderUI

@Suite struct SettingsCommandTests {
  private func run(_ arguments: [String]) throws -> ProcessRun { try Newsroom([:]).run(arguments) }

  // MARK: - Keys

  @Test func `keys prints every command of every context, from the table the program uses`() throws {
    let text = try run(["keys"]).output
    for entry in CommandTable.entries { #expect(text.contains(entry.title), "\(entry.title)") }
    let lines = try run(["keys", "--json"]).output.split(separator: "\n")
    #expect(lines.count == CommandTable.entries.count)
    let records = try lines.map { try #require(try JSONReader.read(String($0)).object) }
    #expect(records.allSatisfy { $0.members.map(\.key) == ["context", "command", "keys", "title"] })
    let accept = try #require(
      records.first { $0["context"] == .string("reader") && $0["command"] == .string("accept") })
    #expect(accept["keys"] == .array([.string("a")]))
    #expect(try run(["keys", "--markdown", "reader"]).output.contains("| `a` | Accept, go to the next undecided |"))
  }

  @Test func `keys shows one's own keys, and a context that does not exist gets a guess`() throws {
    let newsroom = try Newsroom([:])
    try newsroom.configure("[keys.reader]\n\"E\" = \"accept\"\n", in: "keys.toml")
    #expect(try newsroom.run(["keys", "reader"]).output.contains("a E"))
    #expect(try !newsroom.run(["keys", "reader", "--config", "none"]).output.contains("a E"))
    let wrong = try newsroom.run(["keys", "raeder"])
    #expect(wrong.exit == .status(64))
    #expect(wrong.output == "")
    #expect(wrong.errors.contains("there is no context \"raeder\". Did you mean \"reader\"?"))
  }

  // MARK: - Themes

  @Test func `theme list names all themes with their lowest contrast`() throws {
    let lines = try run(["theme", "list"]).output.split(separator: "\n")
    #expect(lines.count == 8)
    for name in ["desk", "paper", "sepia", "gruvbox", "contrast", "contrast-light"] {
      let line = try #require(lines.first { $0.hasPrefix(name + " ") })
      #expect(line.contains(/\ ([4-9]|1\d|2\d)\.\d:1\t/), "\(line)")
    }
    #expect(try run(["theme"]).outputBytes == run(["theme", "list"]).outputBytes)
  }

  @Test func `theme check passes for what is built in, and names what is too low in one's own`() throws {
    let all = try run(["theme", "check"])
    #expect(all.exit == .status(0))
    #expect(all.output.contains("needs   4.5  ok"))
    #expect(!all.output.contains("TOO LOW"))
    let newsroom = try Newsroom([:])
    try newsroom.configure(
      "inherits = \"desk\"\n[palette]\nink = \"#333333\"\npage = \"#16191d\"\n", in: "themes/dim.toml")
    let dim = try newsroom.run(["theme", "check", "dim"])
    #expect(dim.exit == .status(1))
    #expect(dim.output.contains("TOO LOW"))
    try newsroom.configure("inherits = \"desk\"\n\"ui.text\" = { fg = \"ornage\" }\n", in: "themes/bad.toml")
    let bad = try newsroom.run(["theme", "check", "bad"])
    #expect(bad.exit == .status(1))
    #expect(bad.errors.contains("themes/bad.toml:2:"))
    try newsroom.configure("inherits = \n", in: "themes/broken.toml")
    let broken = try newsroom.run(["theme", "check", "broken"])
    #expect(broken.exit == .status(78))
    #expect(broken.errors.contains("themes/broken.toml:1:"))
  }

  @Test func `theme show prints the file, theme new makes one that inherits and never overwrites`() throws {
    #expect(try run(["theme", "show", "desk"]).output == Repository.text(of: "themes/desk.toml"))
    let unknown = try run(["theme", "show", "dsk"])
    #expect(unknown.exit == .status(64))
    #expect(unknown.errors.contains("Did you mean \"desk\"?"))
    let newsroom = try Newsroom([:])
    let made = try newsroom.run(["theme", "new", "mine", "--from", "paper"])
    #expect(made.exit == .status(0))
    #expect(made.output.contains("/home/.config/gloss/themes/mine.toml"))
    let text = try newsroom.folder.read("home/.config/gloss/themes/mine.toml")
    #expect(text.hasPrefix("inherits = \"paper\""))
    let again = try newsroom.run(["theme", "new", "mine"])
    #expect(again.exit == .status(73))
    #expect(again.errors.contains("is there already"))
    #expect(try newsroom.folder.read("home/.config/gloss/themes/mine.toml") == text)
    #expect(try newsroom.run(["theme", "check", "mine"]).exit == .status(0))
    #expect(try newsroom.run(["theme", "list"]).output.contains("mine"))
  }

  // MARK: - Configuration

  @Test func `config show tells where each value comes from`() throws {
    let newsroom = try Newsroom([:])
    try newsroom.configure("width = 72\n")
    try newsroom.write("mouse = true\n", to: "gloss.toml")
    let output = try newsroom.run(["config"]).output
    let lines = output.split(separator: "\n")
    #expect(lines.contains { $0.hasPrefix("width ") && $0.contains("72\t") && $0.hasSuffix("/gloss/config.toml") })
    #expect(lines.contains { $0.hasPrefix("mouse ") && $0.contains("true\t") && $0.hasSuffix("/news/gloss.toml") })
    #expect(lines.contains { $0.hasPrefix("ascii ") && $0.hasSuffix("\tbuilt in") })
    #expect(try newsroom.run(["config", "show"]).output == output)
  }

  @Test func `config check names file, line and column of what is wrong, and exits with 78`() throws {
    let newsroom = try Newsroom([:])
    #expect(try newsroom.run(["config", "check"]).output == "nothing wrong\n")
    try newsroom.configure("width = 72\nmouse = 7\n[keys.reader]\n\"E\" = \"acept\"\n")
    let run = try newsroom.run(["config", "check"])
    #expect(run.exit == .status(78))
    #expect(run.output == "")
    #expect(run.errors.contains("/gloss/config.toml:2:"))
    #expect(run.errors.contains("/gloss/config.toml:4:"))
    #expect(run.errors.contains("did you mean \"accept\"?"))
    try newsroom.configure("widht = 72\n")
    let warning = try newsroom.run(["config", "check"])
    #expect(warning.exit == .status(0))
    #expect(warning.errors.contains("did you mean \"width\"?"))
    try newsroom.configure("width = = 72\n")
    #expect(try newsroom.run(["config", "check"]).exit == .status(78))
  }

  @Test func `config path prints where files are looked for`() throws {
    let newsroom = try Newsroom([:])
    let home = newsroom.folder.path + "/home"
    let all = try newsroom.run(["config", "path"])
    #expect(all.output.contains("config\t(not there) \(home)/.config/gloss/config.toml\n"))
    #expect(try newsroom.run(["config", "path", "themes"]).output.hasPrefix("\(home)/.config/gloss/themes\n"))
    #expect(try newsroom.run(["config", "path", "state"]).output == "\(home)/.local/state/gloss\n")
    #expect(try newsroom.run(["config", "path", "nonsense"]).exit == .status(64))
  }

  @Test func `config edit without a terminal makes the file and prints its path`() throws {
    let newsroom = try Newsroom([:])
    let run = try newsroom.run(["config", "edit"])
    #expect(run.output == newsroom.folder.path + "/home/.config/gloss/config.toml\n")
    #expect(try newsroom.run(["config", "check"]).output == "nothing wrong\n")
  }
}
