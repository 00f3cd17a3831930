import Annotations

/// Puts together what a tagger and the rules propose.
///
/// The tagger decides about people, organisations and places, for which all that the rules found is evidence that it has
/// weighed. The rules decide about what they have a grammar or a closed list for: dates and numbers, titles, weapons,
/// creeds and other groups, datelines; whether a place of a list has a government; whether a name is a nationality;
/// that a nationality before a name which they know is a mention of its own; and what a name means that is hardly ever
/// anything else, see ``isUnmistakable(_:in:)``. What the tagger takes into a name by mistake is cut off (``NameEdges``),
/// and organisations that it passes over are suggested all the same.
///
/// All this holds for a model that has learnt our labels, or some of them. One that calls people and places something
/// else, such as PER and MISC, or that knows other things altogether, decides alone, and only its labels are suggested.
struct TaggerCombination {
  /// Labels that a tagger always decides about, whether it has learnt them or calls them something else.
  private static let core: Set<Label> = [.person, .org, .gpe, .loc]
  /// What a tagger has learnt to set apart, though it is no suggestion: named, but none of the other labels.
  private static let unnamed: Label = "MISC"

  /// What may become a suggestion.
  let candidates: [Candidate]
  /// What the rules proposed and the tagger has weighed.
  let weighed: [Candidate]

  init(_ ruled: Recognition, _ tagged: TaggedText, _ model: TaggerModel, in text: PreparedText) {
    guard model.info.labels.contains(.person), model.info.labels.contains(.gpe) else {
      weighed = ruled.candidates
      candidates = tagged.mentions.map { mention in
        Candidate(
          mention.units, model.info.labels[mention.label], by: model, learntAs: mention.label, in: text,
          confidence: mention.confidence)
      }
      return
    }
    let learnt = Self.core.union(model.info.labels)
    var known: [Range<Int>: Candidate] = [:]
    var chosen: [Range<Int>: Label] = [:]
    // Nationalities, creeds and the like, by where they begin.
    var nations: [Int: Candidate] = [:]
    for candidate in ruled.resolution.chosen {
      chosen[candidate.units] = candidate.label
      if Self.core.contains(candidate.label) || candidate.rule == .storm { known[candidate.units] = candidate }
      if candidate.label == .norp { nations[candidate.units.lowerBound] = candidate }
    }
    let named = tagged.mentions.filter { model.info.labels[$0.label] != Self.unnamed }
    // Several rules may have proposed what was chosen; that a list knows it counts, whichever was chosen.
    var unmistakable: [Range<Int>: Candidate] = [:]
    for candidate in ruled.candidates where Self.isUnmistakable(candidate, in: text) {
      if known[candidate.units]?.label == candidate.label { unmistakable[candidate.units] = candidate }
    }
    var (candidates, overruled) = Self.whole(unmistakable, beside: named, unitCount: text.units.count)
    var weighed: [Candidate] = []
    for candidate in ruled.candidates {
      if !learnt.contains(candidate.label) || Self.keeps(candidate) {
        candidates.append(candidate)
      } else {
        weighed.append(candidate)
      }
    }
    for (number, mention) in named.enumerated() where !overruled.contains(number) {
      var label = model.info.labels[mention.label]
      var units =
        known[mention.units]?.label == label ? mention.units : NameEdges.trimmed(mention.units, label, in: text)
      // A name that is no nationality in any list, and something else in one, is no nationality.
      if label == .norp, nations[units.lowerBound]?.units != units, let other = known[units],
        Self.isListed(other.rule)
      {
        label = other.label
      }
      if let nation = nations[units.lowerBound] {
        if nation.units == units { label = .norp }
        let rest = nation.units.upperBound..<max(units.upperBound, nation.units.upperBound)
        if known[rest] != nil {
          units = rest
          candidates.append(nation)
        }
      }
      if let name = unmistakable[units], name.label != label {
        // The list has decided, with its own confidence: the tagger's was about another label.
        candidates.append(name)
        continue
      }
      // A country stays one where its team plays or its government speaks, as in OntoNotes and CoNLL.
      if label == .org, let place = known[units], place.rule == .countries { label = .gpe }
      if label == .gpe || label == .loc, let place = known[units], Self.tellsPlaces(place.rule) { label = place.label }
      var confidence = mention.confidence
      if let other = chosen[units] ?? chosen[mention.units], Self.contradict(other, label) {
        confidence = Self.doubted(confidence)
      }
      // A list that is hardly ever wrong makes it as sure as the list is.
      confidence = max(confidence, unmistakable[units]?.confidence ?? 0)
      candidates.append(
        Candidate(units, label, by: model, learntAs: mention.label, in: text, confidence: confidence))
    }
    candidates += Self.passedOver(ruled, beside: named, in: text)
    // What a list has decided was not left to the tagger.
    let decided = Dictionary(
      candidates.lazy.filter { $0.rule != .tagger }.map { ($0.units, $0.label) },
      uniquingKeysWith: { first, _ in first })
    self.weighed = weighed.filter { decided[$0.units] != $0.label }
    self.candidates = candidates
  }

  /// Those of `unmistakable` that are not within one of `mentions`, in reading order, and the numbers of the mentions
  /// that give way to them.
  private static func whole(
    _ unmistakable: [Range<Int>: Candidate], beside mentions: [TaggedText.Mention], unitCount: Int
  ) -> (names: [Candidate], overruled: Set<Int>) {
    var mentionAt = [Int?](repeating: nil, count: unitCount)
    for (number, mention) in mentions.enumerated() {
      for unit in mention.units { mentionAt[unit] = number }
    }
    var names: [Candidate] = []
    var overruled: Set<Int> = []
    for candidate in unmistakable.values.sorted(by: { $0.units.lowerBound < $1.units.lowerBound }) {
      let first = mentionAt[candidate.units.lowerBound]
      if first != nil, first == mentionAt[candidate.units.upperBound - 1] { continue }
      names.append(candidate)
      overruled.formUnion(candidate.units.compactMap { mentionAt[$0] })
    }
    return (names, overruled)
  }

  /// Organisations of lists, and names with a legal form, where the tagger sees no name, or one of a kind that is not
  /// suggested: `Google` at the start of a sentence.
  ///
  /// In annotated texts that nothing was learnt from, 31 of 42 of those of lists were organisations.
  private static func passedOver(
    _ ruled: Recognition, beside mentions: [TaggedText.Mention], in text: PreparedText
  ) -> [Candidate] {
    var isNamed = [Bool](repeating: false, count: text.units.count)
    for mention in mentions {
      for unit in mention.units { isNamed[unit] = true }
    }
    return ruled.resolution.chosen.compactMap { candidate -> Candidate? in
      let first = candidate.units.lowerBound
      // What is unmistakable is a suggestion already.
      guard Self.namesOrganisation(candidate.rule), !Self.isUnmistakable(candidate, in: text),
        candidate.units.count > 1 || !text.is(first, .surname),
        text.style(at: first) == .plain, !candidate.units.contains(where: { isNamed[$0] })
      else { return nil }
      var candidate = candidate
      candidate.confidence = min(candidate.confidence, 0.65)
      return candidate
    }
  }

  private static func namesOrganisation(_ rule: Rule) -> Bool {
    switch rule {
    case .organisations, .agencies, .universities, .companies, .media, .parties, .companySuffix, .shortCompany: true
    default: false
    }
  }

  /// Whether the rules call something else what is `label` to the tagger. Places of all kinds count as one: facilities are
  /// places in the sets that taggers learn from.
  private static func contradict(_ ruled: Label, _ label: Label) -> Bool {
    let places: Set<Label> = [.gpe, .loc, .fac]
    return ruled != label && !(places.contains(ruled) && places.contains(label))
  }

  /// The confidence of what the rules call something else. On the development sets its odds are 0.35 times those of the
  /// tagger's confidence, which is right on the whole.
  private static func doubted(_ confidence: Double) -> Double {
    let factor = 0.35
    return confidence * factor / (1 - confidence * (1 - factor))
  }

  /// What rules know that a tagger has seen few of.
  private static func keeps(_ candidate: Candidate) -> Bool {
    candidate.rule == .dateline || candidate.rule == .groups || candidate.label == .event
  }

  /// Whether a name is hardly ever anything else than the rule that knows it says: an armed group, a storm; an
  /// organisation, a country or a person often in the news with a name of several words; such a company too, unless its
  /// name could be a person's (`Lockheed Martin`, not `Calvin Klein`).
  ///
  /// In annotated texts that nothing was learnt from, nine of ten times that list and tagger disagreed about one of them
  /// the list was right.
  private static func isUnmistakable(_ candidate: Candidate, in text: PreparedText) -> Bool {
    let (first, isLong) = (candidate.units.lowerBound, candidate.units.count > 1)
    // In headlines capitals say nothing: "Company Seeks New Balance".
    let isPlain = text.style(at: first) == .plain
    return switch candidate.rule {
    case .storm: true
    case .countries, .newsmakers: isLong
    case .armedGroups: isPlain || !isLong
    case .organisations, .agencies, .universities, .clubs: isPlain && isLong
    case .companies: isPlain && isLong && !text.is(first, .forename)
    default: false
    }
  }

  /// Whether a rule finds the names of a list.
  private static func isListed(_ rule: Rule) -> Bool { GazetteerList(rawValue: rule.rawValue) != nil }

  /// Whether a rule knows what kind of place it names.
  private static func tellsPlaces(_ rule: Rule) -> Bool {
    switch rule {
    case .countries, .regions, .places, .placeHead, .regionHead, .settlement: true
    default: false
    }
  }
}
