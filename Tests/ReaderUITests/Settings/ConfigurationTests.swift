import Annotations
import Testing

@testable import ReaderUI

@Suite struct ConfigurationTests {
  @Test func `later files count more, and each value knows its file`() {
    let configuration = Configuration([("width = 72\nmouse = true\n", "a.toml"), ("width = \"full\"\n", "b.toml")])
    #expect(configuration.settings.measure == .full)
    #expect(configuration.settings.usesMouse)
    #expect(configuration.origins["width"] == "b.toml")
    #expect(configuration.origins["mouse"] == "a.toml")
    #expect(configuration.problems == [])
  }

  @Test(arguments: [
    ("widht = 72", "did you mean \"width\"", 1), ("width = 3", "width is 72 or 88 or full", 1),
    ("a = 1\n[keys.raeder]\n\"x\" = \"accept\"", "did you mean \"reader\"", 2),
    ("[keys.reader]\n\"x\" = \"acept\"", "did you mean \"accept\"", 2),
    ("[keys.reader]\n\"Foo-x\" = \"accept\"", "is no key", 2), ("theme = 3", "theme is a name", 1),
    ("[[labels]]\nkey = \"1\"", "needs a name", 1), ("labels = []", "the list of labels is empty", 1),
    ("[[labels]]\nname = \"A\"\nkey = \"12\"", "A: key is a digit from 1 to 9", 1),
    ("[[labels]]\nname = \"A\"\nkey = \"x\"", "A: key is a digit from 1 to 9", 1),
    ("[[labels]]\nname = \"A\"\nkey = true", "A: key is a digit from 1 to 9", 1),
    ("[[labels]]\nname = \"A\"\nletter = \"ab\"", "A: letter is one character", 1), ("width = 72\nx = = 3", "value", 2),
  ])
  func `what is wrong is said with its line and a guess`(_ example: (text: String, words: String, line: Int)) {
    let problems = Configuration([(example.text, "config.toml")]).problems
    #expect(problems.contains { $0.message.contains(example.words) && $0.line == example.line }, "\(problems)")
  }

  @Test func `one bad key does not spoil the others`() {
    let configuration = Configuration([("mouse = 7\nwidth = 72\n", "config.toml")])
    #expect(configuration.settings.measure == .cells(72))
    #expect(!configuration.settings.usesMouse)
    #expect(configuration.problems.count == 1)
  }

  @Test func `a key that would hide others is an error that names both`() {
    let configuration = Configuration([("[keys.reader]\n\"g\" = \"accept\"\n", "keys.toml")])
    #expect(configuration.problems.contains { $0.message.contains("\"g\" is bound") && $0.message.contains("\"gg\"") })
  }

  @Test func `labels of one's own take the place of the standard ones`() {
    let text =
      "[[labels]]\nname = \"SHIP\"\nkey = \"1\"\nmeaning = \"a vessel\"\n[[labels]]\nname = \"PORT\"\nkey = 2\nletter = \"o\"\ncolour = 3\n"
    let labels = Configuration([(text, "gloss.toml")]).labels
    #expect(labels.labels == ["SHIP", "PORT"])
    #expect(labels[Label("SHIP")].letter == "s")
    #expect(labels.label(digit: "2") == Label("PORT"))
    #expect(labels[Label("PORT")].slot == 3)
  }

  @Test func `clashing labels are refused and named`() {
    let text = "[[labels]]\nname = \"SHIP\"\nkey = \"1\"\n[[labels]]\nname = \"PORT\"\nkey = \"1\"\n"
    let configuration = Configuration([(text, "gloss.toml")])
    #expect(configuration.problems.contains { $0.message == "SHIP and PORT have the same digit 1" })
    #expect(configuration.labels == .standard)
  }

  @Test func `an empty list of labels leaves the standard ones`() {
    #expect(Configuration([("labels = []", "gloss.toml")]).labels == .standard)
  }

  @Test func `a letter that was asked for is not given to another label before`() {
    let text = "[[labels]]\nname = \"SHIP\"\n[[labels]]\nname = \"STAFF\"\nletter = \"s\"\n"
    let configuration = Configuration([(text, "gloss.toml")])
    #expect(configuration.problems == [])
    #expect(configuration.labels[Label("SHIP")].letter == "h")
    #expect(configuration.labels[Label("STAFF")].letter == "s")
  }

  @Test func `two hundred labels can be told apart and picked`() {
    let text = (0..<200).map { "[[labels]]\nname = \"L\($0)\"\n" }.joined()
    let configuration = Configuration([(text, "gloss.toml")])
    #expect(configuration.problems == [])
    #expect(configuration.labels.definitions.count == 200)
    var scene = Scene(reading: "«PERSON Ada» spoke.")
    scene.state.labels = configuration.labels
    scene.press("t / \"L137\" Enter")
    #expect(scene.decisions() == "«L137 Ada» spoke.")
  }

  @Test(arguments: SettingName.allCases)
  func `each setting takes the values it lists, and says what it has`(_ name: SettingName) throws {
    for value in name.values {
      var settings = Settings()
      try SettingName.set(name.rawValue, to: value, in: &settings)
      #expect(name.value(in: settings) == value)
    }
    var settings = Settings()
    #expect(throws: SettingName.Problem.self) { try SettingName.set(name.rawValue, to: "nonsense!", in: &settings) }
  }
}
