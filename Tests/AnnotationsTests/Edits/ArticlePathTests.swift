import Testing

@testable import Annotations

@Suite struct ArticlePathTests {
  @Test(arguments: [
    ("/news/story.txt", "/news", "story.txt"), ("/story.txt", "/", "story.txt"), ("/a/b/c d.txt", "/a/b", "c d.txt"),
    ("/news/\u{301}x.txt", "/news", "\u{301}x.txt"), ("/a\n/b\r\n.txt", "/a\n", "b\r\n.txt"),
    ("/é/\u{200D}/\u{FE0F}", "/é/\u{200D}", "\u{FE0F}"),
  ])
  func `folder and name are what lies before and behind the last slash`(path: String, folder: String, name: String) {
    #expect(ArticlePath(path).folder.utf8.elementsEqual(folder.utf8))
    #expect(ArticlePath(path).fileName.utf8.elementsEqual(name.utf8))
  }

  @Test func `names that only look alike are two files`() {
    let composed = ArticlePath("/caf\u{E9}.txt")
    let decomposed = ArticlePath("/cafe\u{301}.txt")
    #expect(composed != decomposed)
    #expect(Set([composed, decomposed, composed]).count == 2)
  }
}
