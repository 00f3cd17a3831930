import Testing

@testable import ReaderUI

/// The laws of the one table that everything else is made of.
@Suite struct CommandTableTests {
  @Test func `every command is described somewhere`() {
    let described = Set(CommandTable.entries.map(\.command))
    #expect(Command.allCases.filter { !described.contains($0) } == [])
  }

  @Test func `no context describes a command twice`() {
    for context in Context.allCases {
      let commands = CommandTable.entries(of: context).map(\.command)
      #expect(commands.count == Set(commands).count, "\(context)")
    }
  }

  @Test func `no key stands for two commands in one context`() {
    for context in Context.allCases {
      let keys = CommandTable.entries(of: context).flatMap(\.keys)
      let twice = Dictionary(grouping: keys) { $0 }.filter { $0.value.count > 1 }.keys
      #expect(twice.isEmpty, "\(context): \(twice.map(\.description))")
    }
  }

  @Test func `no key is shown twice for a command`() {
    for context in Context.allCases {
      for command in Command.allCases {
        let keys = Keymap.standard.keys(for: command, in: context)
        #expect(Set(keys).count == keys.count, "\(command) in \(context)")
      }
    }
  }

  @Test func `no key is the beginning of another that holds with it`() {
    for context in Context.allCases {
      let pairs = Keymap.standard.shadowed(in: context)
      #expect(pairs.isEmpty, "\(context): \(pairs.map { "\($0.short) \($0.long)" })")
    }
  }

  @Test func `every key of an entry is written so that it can be read`() {
    for entry in CommandTable.entries {
      for keys in entry.keys { #expect(KeySequence(keys.description) == keys) }
    }
  }

  @Test func `titles begin with a capital, end without a point and fit the help screen`() {
    for entry in CommandTable.entries {
      #expect(entry.title.first?.isUppercase == true || entry.title.first?.isNumber == true, "\(entry.title)")
      #expect(!entry.title.hasSuffix("."), "\(entry.title)")
      #expect(entry.title.count <= 78, "\(entry.title)")
    }
  }

  @Test func `names of commands are lower case with dashes, and none abbreviates another's name`() {
    for command in Command.allCases {
      #expect(command.rawValue.allSatisfy { $0.isLowercase || $0 == "-" }, "\(command)")
    }
    for abbreviation in Command.abbreviations.keys { #expect(Command(rawValue: abbreviation) == nil) }
  }

  @Test func `help, back and undo are on the same keys everywhere that is not text`() {
    for context in Context.allCases where !context.takesText && context != .propagate {
      for (key, command) in [("?", Command.help), ("u", .undo), ("Q", .quit)] {
        guard let keys = KeySequence(key) else { continue }
        #expect(Keymap.standard.lookup(keys, in: context) == .binding(.command(command)), "\(key) in \(context)")
      }
    }
  }

  @Test func `Esc leads out of every context`() {
    guard let escape = KeySequence("Esc") else { return }
    for context in Context.allCases {
      guard case .binding(.command(let command)) = Keymap.standard.lookup(escape, in: context) else {
        #expect(Bool(false), "\(context)")
        continue
      }
      #expect([.back, .cancel, .pane].contains(command), "\(context)")
    }
  }

  @Test func `every command without keys can be reached by its name`() {
    for entry in CommandTable.entries where entry.keys.isEmpty {
      #expect(Command(rawValue: entry.command.rawValue) == entry.command)
    }
  }

  @Test func `the palette offers every command that holds in the reader`() {
    var scene = Scene(reading: "«PERSON Ada» spoke.")
    scene.press("Space ?")
    guard case .picker(let picker) = scene.state.mode else { return #expect(Bool(false), "no picker") }
    let offered = picker.rows.compactMap { if case .command(let command) = $0.action { command } else { nil } }
    #expect(Set(offered) == Set(CommandTable.entries(holdingIn: .reader).map(\.command)))
    scene.press("\"merge\"")
    #expect(scene.screen.contains(":merge"))
    #expect(scene.screen.contains(" M │"))
  }
}
