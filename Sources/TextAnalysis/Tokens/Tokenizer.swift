import Annotations

/// Cuts English text into tokens after the manner of the Penn Treebank.
///
/// Contractions are split (`do|n't`, `Russia|'s`), abbreviations and initials keep their periods (`Mr.`, `U.S.`),
/// hyphenated words stay whole, numbers keep their separators, marks are tokens of their own. Chinese and Japanese are
/// cut character by character. White space, control characters and invisible marks of direction belong to no token.
/// Nothing is normalised: concatenating tokens and the gaps between them gives back the text.
///
/// The conventions are those of the Treebank's tokenisation guidelines (Bies et al. 1995) with the hyphen rule of its
/// first release; ``TokenRule`` names them one by one and ``explain(_:)`` says which made which token.
public struct Tokenizer: Sendable {
  /// The tokeniser for English.
  public static let english = Tokenizer(abbreviations: .english)

  let abbreviations: Abbreviations

  /// The tokens that lie in `range` of `document`, or in all of it.
  ///
  /// - Parameters:
  ///   - document: The text.
  ///   - range: UTF-8 offsets; a token never reaches beyond it.
  /// - Complexity: O(*n*) in the length of the range.
  public func tokens(in document: Document, range: Span? = nil) -> [Token] {
    var scanner = TokenScanner(document.bytes, range: range ?? document.span, abbreviations: abbreviations)
    scanner.keepsRules = false
    scanner.scan()
    return scanner.tokens
  }

  /// Each token of `document` with the rule that made it, in reading order.
  public func explain(_ document: Document) -> [(rule: TokenRule, span: Span)] {
    var scanner = TokenScanner(document.bytes, range: document.span, abbreviations: abbreviations)
    scanner.scan()
    return zip(scanner.rules, scanner.tokens).map { (rule: $0, span: $1.span) }
  }
}
