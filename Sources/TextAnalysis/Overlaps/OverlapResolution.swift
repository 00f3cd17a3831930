import Annotations

/// Chooses among candidates that overlap. The rules, in this order:
///
/// 1. **Agreement.** Candidates with the same span and label are one; two rules that agree are surer than either:
///    the confidence is 1 − (1 − a)(1 − b) of the two surest. What was learnt elsewhere in the document does not count
///    as agreement, since it was learnt from the same rules.
/// 2. **Strength.** A candidate's strength is its confidence plus ``bonus`` for each unit beyond the first, up to
///    ``longest`` units: what explains more of the text wins over a part of it, unless it is much less sure.
/// 3. **Order.** The strongest is chosen first; of equals the longer one, then the one whose label comes first in
///    ``priorities``, then the one that begins earlier.
/// 4. **No overlap.** A candidate that shares a unit with one chosen before it is dropped. So mentions never cross, and
///    none is nested in another: what a reader would see inside a name (`London` in `University of London`) adds
///    nothing that the name does not say.
struct OverlapResolution: Sendable {
  /// Added to the strength for each unit beyond the first.
  static let bonus = 0.25
  /// Units beyond this many add nothing.
  static let longest = 5
  /// Which label wins when all else is equal.
  static let priorities: [Label] = [
    .person, .gpe, .org, .norp, .loc, .date, .time, .money, .percent, .quantity, .title, .fac, .event, .law, .weapon,
    .product, .workOfArt, .language, .ordinal, .cardinal,
  ]

  /// What became of a candidate.
  enum Outcome: Sendable {
    case chosen
    /// Another candidate, by its number, said the same and was surer.
    case joined(Int)
    /// A stronger candidate, by its number, took some of its units.
    case overlapped(by: Int)
  }

  /// The chosen candidates in reading order.
  private(set) var chosen: [Candidate] = []
  /// What became of each candidate given.
  private(set) var outcomes: [Outcome]

  init(_ candidates: [Candidate], unitCount: Int) {
    var merged = candidates
    outcomes = [Outcome](repeating: .chosen, count: candidates.count)
    let order = Self.join(&merged, &outcomes)
    // For each unit the number of the candidate that has it.
    var owners = [Int32](repeating: -1, count: unitCount)
    for index in order {
      let units = merged[index].units
      if let owner = owners[units].first(where: { $0 >= 0 }) {
        outcomes[index] = .overlapped(by: Int(owner))
        continue
      }
      for unit in units { owners[unit] = Int32(index) }
      chosen.append(merged[index])
    }
    chosen.sort { $0.units.lowerBound < $1.units.lowerBound }
  }

  /// The strength of `candidate`, see rule 2.
  static func strength(_ candidate: Candidate) -> Double {
    candidate.confidence + bonus * Double(min(candidate.units.count, longest) - 1)
  }

  /// Applies rule 1 and returns the numbers of what is left, in the order of rule 3.
  private static func join(_ candidates: inout [Candidate], _ outcomes: inout [Outcome]) -> [Int] {
    let bySpan = candidates.indices.sorted { left, right in
      let (a, b) = (candidates[left], candidates[right])
      if a.units.lowerBound != b.units.lowerBound { return a.units.lowerBound < b.units.lowerBound }
      if a.units.upperBound != b.units.upperBound { return a.units.upperBound < b.units.upperBound }
      if a.label != b.label { return a.label < b.label }
      if a.confidence != b.confidence { return a.confidence > b.confidence }
      return left < right
    }
    var left: [Int] = []
    var second: Double?
    for index in bySpan {
      if let first = left.last, candidates[first].units == candidates[index].units,
        candidates[first].label == candidates[index].label
      {
        outcomes[index] = .joined(first)
        if second == nil, isIndependent(candidates[index].rule, candidates[first].rule) {
          second = candidates[index].confidence
          candidates[first].confidence =
            min(0.99, 1 - (1 - candidates[first].confidence) * (1 - candidates[index].confidence))
        }
      } else {
        left.append(index)
        second = nil
      }
    }
    return left.sorted { isStronger(candidates[$0], candidates[$1]) }
  }

  /// What was learnt from the document is no evidence of its own.
  private static func isIndependent(_ left: Rule, _ right: Rule) -> Bool {
    left != right && ![left, right].contains { [.sameName, .partOfName, .forenameOfName, .shortCompany].contains($0) }
  }

  private static func isStronger(_ left: Candidate, _ right: Candidate) -> Bool {
    let (a, b) = (strength(left), strength(right))
    if abs(a - b) > 1e-9 { return a > b }
    if left.units.count != right.units.count { return left.units.count > right.units.count }
    if left.label != right.label {
      let (x, y) = (priority(left.label), priority(right.label))
      return x != y ? x < y : left.label < right.label
    }
    return left.units.lowerBound < right.units.lowerBound
  }

  private static func priority(_ label: Label) -> Int { priorities.firstIndex(of: label) ?? priorities.count }
}
