/// Patterns for expressions of one label.
struct Grammar: Sendable {
  let rule: Rule
  let patterns: [TokenPattern]
  /// What looks like an expression of the grammar and is none.
  let exceptions: [TokenPattern]
  /// What a match of any pattern or exception can begin with.
  let first: PatternNode.First

  init(_ rule: Rule, _ patterns: [String], exceptions: [String] = []) {
    self.rule = rule
    self.patterns = patterns.map { TokenPattern($0, fragments: Self.fragments) }
    var first = PatternNode.First()
    self.exceptions = exceptions.map { TokenPattern($0) }
    for pattern in self.patterns + self.exceptions { first.formUnion(pattern.first) }
    self.first = first
  }

  /// Parts of patterns that several grammars share.
  private static let fragments: [String: String] = [
    // OntoNotes takes the words that bound a number into the span: "more than 7,000", "at least two".
    "about": """
    more than | less than | fewer than | greater than | no ( more | less | fewer ) than | at least | at most | up to \
    | as ( many | much | few | little ) as | well over | just ( over | under ) | close to | an? estimated \
    | <approximator>
    """,
    "plain-number": """
    <num> <magnitude>* | <number> ( <number> | <magnitude> ( and <number> )? )* | ( a | an ) <magnitude>+ \
    | half a? ( dozen | <magnitude> )
    """,
    "many": """
    ( tens | dozens | scores | hundreds | thousands | millions ) ( of ( thousands | millions | billions ) )? \
    | several ( hundred | thousand | million | billion | dozen ) | a few ( hundred | thousand | million | dozen )
    """,
    "number": "$many | $plain-number",
    "count": "$about? $number",
    "few": "several | a few | few | a couple of | couple of | many | a number of | some",
    "day": "<day> | <th>",
    "year": "<year>",
    "part": "early -? | late -? | mid -? | <period-part> | the? ( end | beginning | start | middle ) of",
    "this": "this | last | next | that | the? ( past | previous | coming | following | same | current | preceding )",
    "ago": "ago | earlier | later | from now | old | of age",
  ]
}
