import Annotations
import ReaderUI
import TextAnalysis

extension ReaderLoop {
  /// What the loop needs to know.
  struct Setup {
    /// Files and folders to read.
    var roots: [String]
    /// What the library is called.
    var title: String
    /// Whether one file alone was named.
    var isSingleFile: Bool
    /// An article that came through a pipe.
    var piped: (path: ArticlePath, contents: [UInt8])?
    /// Whether to begin in the review queue.
    var startsInReview: Bool
    /// What the list is narrowed to.
    var filter: String
    /// Whether nothing may be written.
    var isReadOnly: Bool
    /// Whose decisions.
    var annotator: String?
    /// The settings.
    var configuration: Configuration
    /// Whether what is set in the reader is kept for later runs: not when the settings come from a file that was named.
    var keepsSettings: Bool
    /// How the terminal is to be opened; see ``ColorChoice``.
    var terminalColor: Int32
    /// What suggests.
    var pipeline: @Sendable () -> Pipeline
  }
}
