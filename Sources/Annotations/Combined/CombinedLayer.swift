/// What a reader sees of an article: the decisions, and the suggestions that no decision has answered.
///
/// A suggestion is answered, and no longer shown, when
/// 1. a decision has the same span, whatever its label;
/// 2. a decision was made out of it (``Provenance/origin``), wherever its edges are now;
/// 3. it crosses an accepted or unsure decision, or lies inside one: suggestions do not nest, so whoever marked the
///    longer name has seen the shorter one;
/// 4. it contains one of the same label.
/// A suggestion around a decision of another label stays: both may be right.
public struct CombinedLayer: Sendable {
  /// Decisions, rejected ones too, and open suggestions, in reading order.
  public let mentions: [Mention]
  /// The longest mention, which bounds how far back an overlap can begin.
  private let longest: Int
  private let indexes: [Mention.ID: Int]

  /// Puts decisions and suggestions together. The time is proportional to the number of mentions.
  public init(decisions: Layer, suggestions: [Mention]) {
    let decided = decisions.mentionsInReadingOrder
    let open = Self.open(suggestions, besides: decided)
    mentions = Mention.inReadingOrder(decided + open)
    longest = mentions.reduce(0) { max($0, $1.span.length) }
    indexes = Dictionary(mentions.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private static func open(_ suggestions: [Mention], besides decided: [Mention]) -> [Mention] {
    guard !decided.isEmpty else { return suggestions }
    let spans = Set(decided.map(\.span))
    let origins = Set(decided.compactMap { $0.provenance.origin?.span })
    let standing = decided.filter { $0.status != .rejected }
    let reach = standing.reduce(0) { max($0, $1.span.length) }
    return suggestions.filter { suggestion in
      if spans.contains(suggestion.span) || origins.contains(suggestion.span) { return false }
      return !overlapping(suggestion.span, in: standing, longest: reach).contains { decision in
        decision.span.crosses(suggestion.span) || decision.span.contains(suggestion.span)
          || decision.label == suggestion.label
      }
    }
  }

  /// The mentions of `mentions`, which are in reading order, that share a byte with `span`.
  private static func overlapping(_ span: Span, in mentions: [Mention], longest: Int) -> [Mention] {
    var index = firstIndex(startingAtOrAfter: span.start - longest, in: mentions)
    var found: [Mention] = []
    while index < mentions.count, mentions[index].span.start < span.end {
      if mentions[index].span.overlaps(span) { found.append(mentions[index]) }
      index += 1
    }
    return found
  }

  private static func firstIndex(startingAtOrAfter offset: Int, in mentions: [Mention]) -> Int {
    var low = 0
    var high = mentions.count
    while low < high {
      let middle = (low + high) / 2
      if mentions[middle].span.start < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The mention with identifier `id`, if there is one.
  public subscript(id: Mention.ID) -> Mention? { indexes[id].map { mentions[$0] } }

  /// The mentions that share a byte with `span`, in reading order, rejected ones included.
  public func overlapping(_ span: Span) -> [Mention] {
    Self.overlapping(span, in: mentions, longest: longest)
  }

  /// The mentions around the UTF-8 offset `offset`, outermost first, rejected ones included.
  public func around(_ offset: Int) -> [Mention] {
    overlapping(Span(offset, offset + 1))
  }

  /// The first mention behind `mention` in reading order for which `matches` holds.
  public func next(after mention: Mention, where matches: (Mention) -> Bool) -> Mention? {
    guard let index = indexes[mention.id] else { return next(from: mention.span.start, where: matches) }
    return mentions[(index + 1)...].first(where: matches)
  }

  /// The first mention that starts at the UTF-8 offset `offset` or later and for which `matches` holds.
  public func next(from offset: Int, where matches: (Mention) -> Bool) -> Mention? {
    mentions[Self.firstIndex(startingAtOrAfter: offset, in: mentions)...].first(where: matches)
  }

  /// The last mention before `mention` in reading order for which `matches` holds.
  public func previous(before mention: Mention, where matches: (Mention) -> Bool) -> Mention? {
    guard let index = indexes[mention.id] else { return previous(before: mention.span.start, where: matches) }
    return mentions[..<index].last(where: matches)
  }

  /// The last mention that starts before the UTF-8 offset `offset` and for which `matches` holds.
  public func previous(before offset: Int, where matches: (Mention) -> Bool) -> Mention? {
    mentions[..<Self.firstIndex(startingAtOrAfter: offset, in: mentions)].last(where: matches)
  }

  /// How many mentions wait for a decision.
  public var undecidedCount: Int { mentions.reduce(0) { $0 + ($1.status.isUndecided ? 1 : 0) } }
}
