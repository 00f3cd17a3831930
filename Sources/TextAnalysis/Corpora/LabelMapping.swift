import Annotations

/// What labels count as when marked texts are compared with suggestions or learnt from.
public struct LabelMapping: Hashable, Sendable {
  /// Labels that count as another: `[.loc: .gpe]`. Not followed further.
  public var replacements: [Label: Label]
  /// The only labels that count, after replacement; nil for all.
  public var only: Set<Label>?

  /// Makes a mapping; the one without arguments changes nothing.
  public init(replacements: [Label: Label] = [:], only: Set<Label>? = nil) {
    self.replacements = replacements
    self.only = only
  }

  /// What `label` counts as, or nil when it does not count.
  public func callAsFunction(_ label: Label) -> Label? {
    let label = replacements[label] ?? label
    return only?.contains(label) ?? true ? label : nil
  }
}
