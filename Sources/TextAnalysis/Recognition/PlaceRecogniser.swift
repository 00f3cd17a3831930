import Annotations

/// Proposes places by the words around a name that no list knows.
struct PlaceRecogniser: Recogniser {
  let name = "places"

  private static let of = NameHash.word("of")
  private static let comma = NameHash.word(",")
  private static let locatives: Set<UInt64> = Set(["in", "near", "at", "outside", "from"].map { NameHash.word($0) })

  func candidates(in text: PreparedText) -> [Candidate] {
    var candidates: [Candidate] = []
    for run in text.runs where text.style(at: run.units.lowerBound) == .plain {
      let sentence = text.sentence(of: run.units.lowerBound)
      let name = leadingName(run.units, text)
      guard !name.isEmpty, isPossible(name, text) else { continue }
      let before = name.lowerBound - 1
      let after = name.upperBound
      // the town of Jabla
      if before - 1 >= sentence.lowerBound, text.keys[before] == Self.of, text.is(before - 1, .settlement) {
        candidates.append(Candidate(name, .gpe, .settlement, in: text, evidence: .word(before - 1)))
      }
      // Helmand province
      if after < sentence.upperBound, name.upperBound == run.units.upperBound, text.is(after, .settlement),
        text.units[after].flags.contains(.lowerCase), !isPerson(name, text)
      {
        candidates.append(Candidate(name, .gpe, .settlement, in: text, evidence: .word(after)))
      }
      // Jalula, Iraq
      if after + 1 < sentence.upperBound, name.upperBound == run.units.upperBound, text.keys[after] == Self.comma,
        isPlace(after + 1, text), !isPlace(name.lowerBound, text) || name.count > 1, isUnknown(name, text)
      {
        candidates.append(Candidate(name, .gpe, .placeBeforePlace, in: text, evidence: .word(after + 1)))
      }
      // near Jalula
      if before >= sentence.lowerBound, Self.locatives.contains(text.keys[before]), name.count <= 2,
        isUnknown(name, text),
        name.upperBound == run.units.upperBound, !text.units[name.upperBound - 1].flags.contains(.finalPeriod)
      {
        candidates.append(Candidate(name, .gpe, .locative, in: text, evidence: .word(before)))
      }
    }
    return candidates
  }

  /// The capitals that the run begins with, up to a joining word.
  private func leadingName(_ run: Range<Int>, _ text: PreparedText) -> Range<Int> {
    var end = run.lowerBound
    while end < run.upperBound, CapitalRun.isCapital(end, text), end - run.lowerBound < 3 { end += 1 }
    return run.lowerBound..<end
  }

  private func isPossible(_ name: Range<Int>, _ text: PreparedText) -> Bool {
    name.allSatisfy { index in
      !text.is(index, [.function, .month, .weekday, .title, .organisationHead, .companySuffix])
        && !text.units[index].flags.contains(.allCapitals)
        && !text.names(at: index).contains { text.gazetteer.entries[$0.entry].list.label == .norp }
    }
  }

  private func isPerson(_ name: Range<Int>, _ text: PreparedText) -> Bool {
    name.count > 1 && text.is(name.lowerBound, .forename)
  }

  /// Words that nothing else explains.
  private func isUnknown(_ name: Range<Int>, _ text: PreparedText) -> Bool {
    name.allSatisfy { index in
      !text.is(index, [.common, .forename, .facilityHead, .eventHead, .lawHead, .organisationPart])
        && (name.count > 1 || !text.is(index, .surname))
        && !text.names(at: index).contains { !text.gazetteer.entries[$0.entry].needsSupport && $0.casing == .exact }
    }
  }

  private func isPlace(_ index: Int, _ text: PreparedText) -> Bool {
    text.names(at: index).contains { match in
      let entry = text.gazetteer.entries[match.entry]
      return match.casing == .exact && entry.list.label == .gpe && !entry.needsSupport
    }
  }
}
