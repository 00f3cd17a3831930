import CMarkup

/// What the names that authors give to parts of a page, in `class`, `id` and `role`, tell of them.
enum BoilerplateHints {
  /// What a name says.
  struct Hint: OptionSet {
    let rawValue: UInt8
    /// Something around the article: a menu, a share bar, an advertisement.
    static let surrounding = Hint(rawValue: 1)
    /// What readers have written below the article.
    static let commentary = Hint(rawValue: 2)
    /// The text of the article itself.
    static let articleText = Hint(rawValue: 4)
    /// The sentence between the headline and the text.
    static let standfirst = Hint(rawValue: 8)
  }

  /// Roles of WAI-ARIA 1.2 (section 5.3.4) and DPUB-ARIA 1.1 whose content is not the article.
  private static let surroundingRoles: Set<String> = [
    "navigation", "banner", "complementary", "contentinfo", "search", "dialog", "alertdialog", "alert", "menu",
    "menubar", "toolbar", "tablist", "tooltip", "status", "doc-toc", "doc-endnotes", "doc-pagelist", "doc-pullquote",
  ]

  /// Whether a role names something around the article.
  static func isSurrounding(role: String) -> Bool { surroundingRoles.contains(role.lowercased()) }

  /// What a word in a name means.
  private struct Meaning: OptionSet {
    let rawValue: UInt8
    static let surrounding = Meaning(rawValue: 1)
    static let commentary = Meaning(rawValue: 2)
    static let articleText = Meaning(rawValue: 4)
    /// Makes the name speak of a layout or a state and not of the thing itself: `has-sidebar`, `without-cookies`.
    static let modifier = Meaning(rawValue: 8)
    /// The first half of a name for the text of an article: `story` of `story-body`.
    static let firstHalf = Meaning(rawValue: 16)
    /// The second half of such a name.
    static let secondHalf = Meaning(rawValue: 32)
    static let standfirst = Meaning(rawValue: 64)
  }

  /// Words in names of things around an article.
  private static let surroundingWords = [
    "ad", "ads", "advert", "adverts", "advertisement", "advertising", "adslot", "adunit", "sponsor", "sponsored",
    "promo", "promos", "promoted", "promotion", "outbrain", "taboola",
    "nav", "navbar", "navigation", "menu", "megamenu", "breadcrumb", "breadcrumbs", "crumbs", "pagination", "pager",
    "skip", "skiplink", "toc", "sitemap", "jump", "search", "searchform",
    "sidebar", "rail", "widget", "widgets", "footer", "masthead", "banner", "topbar", "toolbar",
    "related", "recommended", "recommendation", "recommendations", "recirculation", "recirc", "readmore", "trending",
    "popular", "share", "shares", "sharing", "sharebar", "social", "socials", "addtoany", "addthis", "sharethis",
    "followus",
    "cookie", "cookies", "consent", "gdpr", "ccpa", "onetrust", "newsletter", "newsletters", "subscribe",
    "subscription", "subscriptions", "signup", "signin", "login", "register", "registration", "paywall", "regwall",
    "optin", "donate", "donation", "cta", "popup", "popover", "modal", "overlay", "lightbox", "tooltip", "toast",
    "drawer", "offcanvas",
    "byline", "bio", "meta", "metadata", "tags", "taglist", "tagcloud", "hashtags", "categories", "copyright",
    "gallery", "slideshow", "carousel", "slider", "swiper", "caption", "thumb", "pullquote", "poll", "quiz", "survey",
    "rating", "ratings", "feedback",
    "infobox", "navbox", "reflist", "references", "catlinks", "editsection", "ambox", "noprint", "hidden",
    "invisible", "visuallyhidden",
  ]

  private static let commentaryWords = [
    "comment", "comments", "commenting", "commentlist", "disqus", "livefyre", "respond", "replies", "guestbook",
  ]

  /// Names, without their hyphens, that mean something only as a whole.
  private static let surroundingNames = [
    "sronly", "screenreadertext", "screenreader", "printonly", "readnext", "morefrom", "morestories", "seealso",
    "mostread", "mostpopular", "upnext", "aboutauthor", "authorbox", "authorinfo", "entrymeta", "postmeta", "wpcaption",
    "pullquote", "signupform", "mwjumplink", "headerlink", "anchorlink", "siteheader", "pageheader", "globalheader",
  ]

  /// Names that publishing systems give to the text of an article, written as one word.
  private static let articleNames = [
    "articlebody", "articlecontent", "articletext", "storybody", "storycontent", "storytext", "entrycontent",
    "postcontent", "postbody", "newsbody", "newstext", "bodytext",
  ]

  private static let standfirstWords = [
    "standfirst", "subtitle", "subheadline", "subheading", "subhead", "subline", "dek", "deck", "lede", "summary",
    "excerpt", "abstract", "chapeau", "vorspann", "entradilla", "bajada", "occhiello", "sommario", "ingress",
  ]

  private static let firstHalves = ["article", "story", "entry", "post", "news", "parser"]
  private static let secondHalves = ["body", "content", "text", "output"]

  private static let meanings: [String: Meaning] = {
    var meanings: [String: Meaning] = [:]
    func add(_ words: [String], _ meaning: Meaning) {
      for word in words { meanings[word, default: []].insert(meaning) }
    }
    add(surroundingWords + surroundingNames, .surrounding)
    add(commentaryWords, .commentary)
    add(articleNames, .articleText)
    add(["has", "with", "no", "without", "not", "layout", "theme", "grid", "col"], .modifier)
    add(standfirstWords, .standfirst)
    add(firstHalves, .firstHalf)
    add(secondHalves, .secondHalf)
    return meanings
  }()

  /// Reads a `class` or `id` attribute: names between white space.
  static func hint(in names: UnsafePointer<CChar>) -> Hint {
    var hint: Hint = []
    var words = NameWords(names)
    while let name = words.next() {
      var all: Meaning = []
      var previous: Meaning = []
      for word in name {
        let meaning = meanings[word] ?? []
        if previous.contains(.firstHalf), meaning.contains(.secondHalf) { hint.insert(.articleText) }
        all.formUnion(meaning)
        previous = meaning
      }
      if name.count > 1, name.count < 5, let meaning = meanings[name.joined()] { all.formUnion(meaning) }
      if all.contains(.articleText) { hint.insert(.articleText) }
      if all.contains(.modifier) { continue }
      if all.contains(.surrounding) { hint.insert(.surrounding) }
      if all.contains(.commentary) { hint.insert(.commentary) }
      if all.contains(.standfirst) { hint.insert(.standfirst) }
    }
    return hint
  }
}
