/// Why the tokeniser made a token as it is.
public enum TokenRule: String, Sendable, CaseIterable {
  /// A run of letters and digits, with hyphens, apostrophes and the like inside it.
  case word
  /// Digits with separators: `1,000`, `3.5`, `10:30`, `9/11`.
  case number
  /// The first half of a contraction: `do` in `don't`, `Russia` in `Russia's`.
  case contractedWord = "contracted word"
  /// The second half of a contraction: `n't`, `'s`, `'re`.
  case contraction
  /// A word of the list of abbreviations, with its period.
  case abbreviation
  /// Single letters with a period each: `U.S.`, `a.m.`, `J.`
  case initials
  /// `https://…`, `www.…` or a name with a known top-level domain.
  case webAddress = "web address"
  /// `name@host.example`
  case mailAddress = "mail address"
  /// `#word` or `@name`
  case hashtag
  /// `:-)` and its kin, between spaces.
  case emoticon
  /// A pictograph with its modifiers.
  case pictograph
  /// Two or more periods in a row, or `…`
  case ellipsis
  /// A dash of any length.
  case dash
  /// A quotation mark, or two that make one.
  case quotationMark = "quotation mark"
  /// A currency sign with the country's letters before it: `$`, `US$`, `€`.
  case currencySign = "currency sign"
  /// One character of Chinese or Japanese writing.
  case ideograph
  /// Any other mark.
  case punctuation
}
