import Testing

@testable import Annotations

@Suite struct DirectoriesTests {
  private static let directories = Directories(environment: ["HOME": "/home/anna", "XDG_RUNTIME_DIR": "/run/user/1"])

  @Test func `places follow the variables of the specification, and home where there are none`() {
    let home = Self.directories
    #expect(home.data == "/home/anna/.local/share/gloss" && home.state == "/home/anna/.local/state/gloss")
    #expect(home.config == "/home/anna/.config/gloss" && home.runtime == "/run/user/1/gloss")
    #expect(home.systemConfig == ["/etc/xdg/gloss"])
    #expect(home.systemData == ["/usr/local/share/gloss", "/usr/share/gloss"])
    let set = Directories(environment: [
      "HOME": "/h", "XDG_DATA_HOME": "/d", "XDG_STATE_HOME": "/s", "XDG_CONFIG_HOME": "/c",
      "XDG_CONFIG_DIRS": "/x:rel:/y",
      "XDG_DATA_DIRS": "",
    ])
    #expect(
      set.data == "/d/gloss" && set.state == "/s/gloss" && set.config == "/c/gloss" && set.runtime == "/s/gloss/locks")
    #expect(
      set.systemConfig == ["/x/gloss", "/y/gloss"] && set.systemData == ["/usr/local/share/gloss", "/usr/share/gloss"])
  }

  @Test func `relative paths are ignored`() {
    let odd = Directories(environment: ["HOME": "home", "XDG_DATA_HOME": "./data", "XDG_RUNTIME_DIR": "run"])
    #expect(odd.data == "/.local/share/gloss" && odd.runtime == "/.local/state/gloss/locks")
  }

  @Test func `annotations lie beside the article, or mirrored by path`() {
    let path = ArticlePath("/news/2026/story.txt")
    #expect(Directories.sidecar(of: path, annotatorName: nil) == "/news/2026/story.txt.gloss.jsonl")
    #expect(Directories.sidecar(of: path, annotatorName: "anna") == "/news/2026/story.txt.anna.gloss.jsonl")
    #expect(Directories.sidecar(of: ArticlePath("/story.txt"), annotatorName: nil) == "/story.txt.gloss.jsonl")
    #expect(
      Self.directories.mirroredSidecar(of: path, annotatorName: nil)
        == "/home/anna/.local/share/gloss/annotations/news/2026/story.txt.gloss.jsonl")
    #expect(Directories.isAnnotationFile("story.txt.anna.gloss.jsonl") && !Directories.isAnnotationFile("story.jsonl"))
  }

  @Test func `journal and lock go by the sidecar, and no two of these share one`() {
    let paths = ["/a/story.txt", "/b/story.txt", "/a/story", "/a/\u{E9}", "/a/e\u{301}"].map { ArticlePath($0) }
    var journals: Set<[UInt8]> = []
    for path in paths {
      for annotator in [nil, "anna", "bo"] {
        journals.insert(Array(Self.directories.journal(of: path, annotatorName: annotator).utf8))
        #expect(Self.directories.lock(of: path, annotatorName: annotator).hasPrefix("/run/user/1/gloss/"))
      }
    }
    #expect(journals.count == 15)
  }

  @Test func `every name fits into a folder, whatever article and annotator are called`() {
    for name in NaughtyStrings.all + [String(repeating: "é", count: 120), String(repeating: "a", count: 255)] {
      let file = String(decoding: Array(name.utf8.filter { $0 != 0x2F && $0 != 0 }.prefix(255)), as: UTF8.self)
      let path = ArticlePath("/news/" + (file.isEmpty ? "x" : file))
      for annotator in [nil, "anna", name] {
        let paths = [
          Directories.sidecar(of: path, annotatorName: annotator),
          Self.directories.mirroredSidecar(of: path, annotatorName: annotator),
          Self.directories.journal(of: path, annotatorName: annotator),
          Self.directories.lock(of: path, annotatorName: annotator),
        ]
        for made in paths.map({ ArticlePath($0) }) {
          #expect((1...255).contains(made.fileName.utf8.count), "\(made.fileName.utf8.count)")
        }
        #expect(ArticlePath(paths[0]).folder == "/news", "\(paths[0].debugDescription)")
        #expect(ArticlePath(paths[1]).folder.hasSuffix("/annotations/news"))
        #expect(ArticlePath(paths[2]).folder == "/home/anna/.local/state/gloss/journal")
        #expect(ArticlePath(paths[3]).folder == "/run/user/1/gloss")
        #expect(Directories.isAnnotationFile(ArticlePath(paths[0]).fileName))
      }
    }
  }

  @Test func `long names that differ only at their end have different files`() {
    let paths = ["x", "y"].map { ArticlePath("/news/" + String(repeating: "a", count: 250) + $0) }
    #expect(
      Directories.sidecar(of: paths[0], annotatorName: nil) != Directories.sidecar(of: paths[1], annotatorName: nil))
  }

  @Test func `the name of a sidecar tells its article, unless it was cut or is another annotator's`() {
    for name in NaughtyStrings.all + ["story.txt", "story.txt.anna", String(repeating: "a", count: 240)] {
      let file = String(decoding: Array(name.utf8.filter { $0 != 0x2F && $0 != 0 }.prefix(250)), as: UTF8.self)
      let path = ArticlePath("/news/" + (file.isEmpty ? "x" : file))
      for annotator in [nil, "anna"] {
        let sidecar = Directories.sidecar(of: path, annotatorName: annotator)
        let found = Directories.article(ofSidecar: sidecar, annotatorName: annotator)
        #expect(found == path || Directories.isCut(sidecar: sidecar), "\(sidecar.debugDescription)")
      }
    }
    #expect(Directories.article(ofSidecar: "/news/a.txt.gloss.jsonl", annotatorName: "anna") == nil)
    #expect(!Directories.isCut(sidecar: "/news/a.txt.gloss.jsonl"))
  }
}
