/// Articles that the acceptance tests read. All people, firms and events are invented.
///
/// What the recogniser suggests in them is asked of the program (``Newsroom/suggestions(_:)``), never written into a
/// test: it may learn. The words that tests mark themselves are common nouns or are decided upon beforehand.
enum Articles {
  /// A storm: people, places, organisations, dates, and the kestrel, which occurs in other articles too.
  static let storm = """
    ---
    title: Storm closes the harbour of Bergen for a second night
    date: 2026-06-12
    source: Example Wire
    ---
    BERGEN, 12 June — Waves four metres high closed the harbour before dawn on Friday, the port director, Marta \
    Solheim, said.

    Norway's General Staff sent two ships from Stavanger. "Our crews saw a kestrel on the pier and not one boat," said \
    Captain Jonas Iversen, who speaks for the Ministry of Transport of Norway.

    Denmark's Ministry of Transport denied that its ferry had left Aalborg too late. In Oslo, Solheim told reporters \
    that the kestrel was back on Sunday.

    The Red Cross opened a shelter at the Blue Kettle Hall and fed 140 people there until Monday.
    """

  /// A ferry: the word kestrel means a boat here.
  static let ferry = """
    ---
    title: Ferry between Hamburg and Oslo sails again
    date: 2026-06-11
    source: Harbour Post
    ---
    The ferry sailed from Hamburg on Thursday, eleven weeks after a crack stopped it, Dr. Amina Yusuf of the Red Cross \
    said. A small boat, the kestrel, went ahead of it to Oslo.
    """

  /// A court: one mention or two, no kestrel.
  static let court = """
    ---
    title: Court in Vienna sets a date for the appeal
    date: 2026-06-05
    source: Example Wire
    ---
    The court in Vienna will hear the appeal of the cheese makers in September, Judge Klara Novak said.
    """

  /// A garden: nothing that anybody would call a name, two kestrels.
  static let garden = """
    ---
    title: How to keep a garden alive
    source: Weekend Page
    ---
    Water it in the evening. Where the ground is hard, use a fork. A kestrel may help against the mice, and a second \
    kestrel may help against the first.
    """

  /// All of them, by file name.
  static let all: KeyValuePairs = [
    "a-storm.txt": storm, "b-ferry.txt": ferry, "c-court.txt": court, "d-garden.txt": garden,
  ]

  /// One article that is longer than any screen of the tests: numbered lines with a name in each.
  static func long(paragraphs: Int) -> String {
    let lines = (1...paragraphs).map { number in
      "Paragraph \(number) says that the tide in Hamburg turned again and that nobody was surprised by it at all."
    }
    return "---\ntitle: A long tide\n---\n" + lines.joined(separator: "\n\n") + "\n"
  }
}
