/// Short lines that stand around articles and are no part of them, in the languages of most news sites.
enum BoilerplatePhrases {
  /// Headings behind which the article is over: the rest of their section belongs to readers, to sources or to the
  /// site.
  private static let endings: Set<String> = [
    "comments", "comment", "leave a comment", "leave a reply", "post a comment", "add a comment",
    "join the conversation",
    "join the discussion", "reader comments", "references", "external links", "see also",
    "further reading", "footnotes", "citations", "notes and references", "about the author", "about the authors",
    "kommentare", "kommentar schreiben", "einzelnachweise", "weblinks", "siehe auch", "über den autor",
    "commentaires", "laisser un commentaire", "notes et références", "liens externes", "voir aussi",
    "comentarios", "deja un comentario", "referencias", "enlaces externos", "véase también", "commenti",
    "collegamenti esterni", "voci correlate", "reacties", "comentários",
  ]

  /// Headings of boxes that stand inside or below an article, which goes on where prose follows.
  private static let interludes: Set<String> = [
    "related", "related articles", "related stories", "related news", "related posts", "related content",
    "related topics", "related coverage", "related links", "recommended", "recommended for you", "recommended stories",
    "read more", "read next", "read also", "also read", "more stories", "more news", "more on this story", "more",
    "you may also like", "you might also like", "most read", "most popular", "popular now", "trending", "trending now",
    "top stories", "latest news", "latest stories", "latest", "up next", "dont miss", "editors picks", "share this",
    "share this article", "share this story", "share", "follow us", "newsletter", "sign up for our newsletter",
    "subscribe to our newsletter", "stay informed", "tags", "topics", "filed under", "contents", "sponsored",
    "mehr zum thema", "lesen sie auch", "auch interessant", "weitere artikel", "das könnte sie auch interessieren",
    "meistgelesen", "teilen", "schlagworte", "à lire aussi", "lire aussi", "articles liés", "sur le même sujet",
    "les plus lus", "partager", "te puede interesar", "más noticias", "noticias relacionadas", "lo más leído",
    "compartir", "leggi anche", "articoli correlati", "lees ook", "leia também",
  ]

  /// Lines that are dropped wherever they stand.
  private static let lines: Set<String> = [
    "advertisement", "advertising", "ad", "sponsored content", "story continues below", "article continues below",
    "story continues below advertisement", "article continues after advertisement", "continue reading",
    "continue reading the main story", "skip advertisement", "read more", "share", "share this article", "save",
    "print",
    "listen to this article", "click to share", "copy link", "link copied", "back to top", "anzeige", "werbung",
    "publicité", "publicidad", "pubblicità", "advertentie", "sign up", "subscribe", "view comments", "show comments",
    "all rights reserved", "loading", "most read",
  ]

  /// What a heading says of the section below it.
  enum Section {
    case article
    case interlude
    case ending
  }

  /// What the heading `text`, in UTF-8, says of the section below it.
  static func section(below text: [UInt8]) -> Section {
    guard let phrase = phrase(text) else { return .article }
    if endings.contains(phrase) { return .ending }
    if interludes.contains(phrase) || phrase.hasPrefix("more from ") || phrase.hasPrefix("more on ") {
      return .interlude
    }
    return .article
  }

  /// Whether the line `text`, in UTF-8, never belongs to an article.
  static func isBoilerplate(_ text: [UInt8]) -> Bool {
    if text.starts(with: Array("©".utf8)) { return true }
    guard let phrase = phrase(text) else { return false }
    return lines.contains(phrase) || phrase.hasPrefix("copyright ") || phrase.hasSuffix(" all rights reserved")
  }

  /// A short line without digits, signs and capitals: `Comments (12)` becomes `comments`.
  private static func phrase(_ text: [UInt8]) -> String? {
    guard text.count <= 60 else { return nil }
    var letters = text
    if text.contains(where: { $0 >= 0x80 }) {
      let scalars = String(decoding: text, as: UTF8.self).lowercased().unicodeScalars
      letters = Array(
        String(String.UnicodeScalarView(scalars.filter { $0.isASCII || $0.properties.isAlphabetic })).utf8)
    }
    var phrase: [UInt8] = []
    var gap = false
    for byte in letters {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), 0x80...:
        if gap, !phrase.isEmpty { phrase.append(0x20) }
        gap = false
        phrase.append(byte < 0x80 ? byte | 0x20 : byte)
      case 0x20, 0x0A: gap = true
      default: break
      }
    }
    return String(decoding: phrase, as: UTF8.self)
  }
}
