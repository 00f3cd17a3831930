import Annotations
import Testing

@testable import ReaderUI

@Suite struct ConflictTests {
  /// An article with a decision of ours, and what another program has written meanwhile.
  private static func scene(annotatorName: String? = nil) -> (Scene, ArticlePath, Sidecar) {
    var scene = Scene(["a.txt": "«PERSON Ada» met «PERSON Boris»."], annotatorName: annotatorName)
    scene.press("Enter a")
    let path = ArticlePath("/news/a.txt")
    let theirs = Mention(
      id: Mention.ID("theirs"), span: Span(0, 3), label: "ORG", status: .accepted,
      provenance: Provenance(annotator: .person("boris"), method: .tagged))
    return (scene, path, Sidecar(layer: Layer(annotator: .person("anna"), mentions: [theirs])))
  }

  @Test func `the question waits until nothing is being typed`() {
    var (scene, path, sidecar) = Self.scene()
    scene.press("S-Tab c \"to\"")
    scene.send(.changedOnDisk(path, sidecar))
    scene.press("\"kmt\"")
    #expect(scene.screen.contains("tokmt"))
    #expect(scene.state.library[path]?.theirs != nil, "nothing has been answered")
    scene.press("Enter")
    #expect(scene.screen.contains("changed on disk"))
    scene.press("t")
    #expect(scene.decisions("a.txt") == "«ORG Ada» met Boris.")
  }

  @Test func `in an article that is only read it comes at once`() {
    var (scene, path, sidecar) = Self.scene()
    scene.send(.changedOnDisk(path, sidecar))
    #expect(scene.screen.contains("a.txt.gloss.jsonl was written by another program"))
  }

  @Test func `the file is named as it is for an annotator of that name`() {
    var (scene, path, sidecar) = Self.scene(annotatorName: "anna")
    scene.send(.changedOnDisk(path, sidecar))
    #expect(scene.screen.contains("a.txt.anna.gloss.jsonl was written by another program"))
  }
}
