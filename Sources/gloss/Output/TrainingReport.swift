import CTerminal
import Glibc
import TextAnalysis

/// Says on standard error how far training has come: on a terminal in one line that changes, else a line for each step.
struct TrainingReport {
  private let isQuiet: Bool
  private let isTerminal = isatty(STDERR_FILENO) == 1
  private let start = ContinuousClock.now
  /// Whether a line is waiting to be written over.
  private var isOpen = false

  init(isQuiet: Bool) { self.isQuiet = isQuiet }

  /// Seconds since the beginning.
  var seconds: Double {
    let elapsed = (ContinuousClock.now - start).components
    return Double(elapsed.seconds) + Double(elapsed.attoseconds) / 1e18
  }

  /// Tells of a step.
  mutating func show(_ progress: TrainingProgress) {
    show(Self.line(progress, seconds: seconds))
  }

  /// Tells which share of the words' clustering is done, 0 to 1.
  mutating func show(clustering share: Double) { show("clustering words, \(Int(share * 100)) %") }

  private mutating func show(_ line: String) {
    guard !isQuiet else { return }
    if isTerminal {
      system_complain("\r\(line)\u{1B}[K")
      isOpen = true
    } else {
      system_complain("\(line)\n")
    }
  }

  /// Says something that stays.
  mutating func say(_ text: String) {
    guard !isQuiet else { return }
    close()
    system_complain("\(Terminal.neutralised(text))\n")
  }

  /// Ends a line that would be written over.
  mutating func close() {
    if isOpen { system_complain("\n") }
    isOpen = false
  }

  /// `first stage, epoch 3 of 12, loss 0.0512, dev F1 81.20, 2 min left`
  static func line(_ progress: TrainingProgress, seconds: Double) -> String {
    var parts = [progress.phase.rawValue]
    if progress.epoch > 0 { parts.append("epoch \(progress.epoch) of \(progress.epochs)") }
    if let loss = progress.loss { parts.append("loss \(Figures.fixed(loss, 4))") }
    if let f1 = progress.developmentF1 { parts.append("dev F1 \(Figures.percent(f1))") }
    // Too early a guess is none.
    if progress.fraction >= 0.02, progress.fraction < 1 {
      parts.append("\(duration(seconds * (1 - progress.fraction) / progress.fraction)) left")
    }
    return parts.joined(separator: ", ")
  }

  /// `40 s`, `3 min`, `1 h 5 min`
  static func duration(_ seconds: Double) -> String {
    let seconds = Int(min(seconds.isFinite ? max(0, seconds) : 0, 1e6).rounded(.up))
    if seconds < 100 { return "\(seconds) s" }
    let minutes = (seconds + 30) / 60
    return minutes < 60 ? "\(minutes) min" : "\(minutes / 60) h \(minutes % 60) min"
  }
}
