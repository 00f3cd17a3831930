import CTerminal
import ReaderUI

/// What terminfo says about the keys of this terminal, for the decoder.
enum TerminalKeys {
  private static let names: [(String, Key)] = [
    ("kcuu1", Key(.up)), ("kcud1", Key(.down)), ("kcub1", Key(.left)), ("kcuf1", Key(.right)), ("khome", Key(.home)),
    ("kend", Key(.end)), ("knp", Key(.pageDown)), ("kpp", Key(.pageUp)), ("kdch1", Key(.delete)),
    ("kich1", Key(.insert)), ("kcbt", Key(.tab, .shift)), ("kLFT", Key(.left, .shift)), ("kRIT", Key(.right, .shift)),
    ("kf1", Key(.function(1))), ("kf2", Key(.function(2))), ("kf3", Key(.function(3))), ("kf4", Key(.function(4))),
    ("kf5", Key(.function(5))), ("kf6", Key(.function(6))), ("kf7", Key(.function(7))), ("kf8", Key(.function(8))),
    ("kf9", Key(.function(9))), ("kf10", Key(.function(10))), ("kf11", Key(.function(11))),
    ("kf12", Key(.function(12))),
  ]

  /// Sequences that begin with ESC, with the keys that send them.
  static var special: [[UInt8]: Key] {
    var special: [[UInt8]: Key] = [:]
    for (name, key) in names {
      guard let sequence = terminal_key(name) else { continue }
      let bytes = Array(String(cString: sequence).utf8)
      if bytes.count > 1, bytes[0] == 0x1B { special[bytes] = key }
    }
    return special
  }
}
