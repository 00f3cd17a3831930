/// Which command a sequence of keys stands for, in each context.
package struct Keymap: Hashable, Sendable {
  /// What keys stand for: one command, or several lines of the command line.
  package enum Binding: Hashable, Sendable {
    /// A command.
    case command(Command)
    /// A macro of a person's own.
    case lines([String])
  }

  /// What has been found for keys pressed so far.
  package enum Lookup: Hashable, Sendable {
    /// They stand for this.
    case binding(Binding)
    /// They may become something.
    case prefix
    /// They stand for nothing.
    case nothing
  }

  private var bindings: [Context: [KeySequence: Binding]] = [:]
  private var prefixes: [Context: Set<KeySequence>] = [:]

  /// The keys of ``CommandTable``.
  package static let standard: Keymap = {
    var map = Keymap()
    for entry in CommandTable.entries {
      for keys in entry.keys { map.bindings[entry.context, default: [:]][keys] = .command(entry.command) }
    }
    map.collectPrefixes()
    return map
  }()

  private mutating func collectPrefixes() {
    prefixes = bindings.mapValues { bindings in
      Set(
        bindings.keys.flatMap { sequence in
          (1..<max(1, sequence.keys.count)).map { KeySequence(Array(sequence.keys.prefix($0))) }
        })
    }
  }

  /// Binds `keys` in `context`, or frees them when `binding` is nil.
  package mutating func bind(_ keys: KeySequence, in context: Context, to binding: Binding?) {
    bindings[context, default: [:]][keys] = binding
    collectPrefixes()
  }

  /// What `keys` stand for in `context` and above it.
  package func lookup(_ keys: KeySequence, in context: Context) -> Lookup {
    for context in context.chain {
      if let binding = bindings[context]?[keys] { return .binding(binding) }
      if prefixes[context]?.contains(keys) == true { return .prefix }
    }
    return .nothing
  }

  /// The keys that may follow `prefix` in `context`, with what they then stand for.
  package func continuations(of prefix: KeySequence, in context: Context) -> [(keys: KeySequence, binding: Binding)] {
    var found: [KeySequence: Binding] = [:]
    for context in context.chain.reversed() {
      for (keys, binding) in bindings[context] ?? [:] where prefix.isProperPrefix(of: keys) { found[keys] = binding }
    }
    return found.sorted { Self.precedes($0.key, $1.key) }.map { ($0.key, $0.value) }
  }

  /// Letters before signs, each small letter before its capital.
  private static func precedes(_ left: KeySequence, _ right: KeySequence) -> Bool {
    let (a, b) = (left.description, right.description)
    let (la, lb) = (a.lowercased(), b.lowercased())
    if la != lb {
      let (isLetterA, isLetterB) = (la.last?.isLetter ?? false, lb.last?.isLetter ?? false)
      return isLetterA != isLetterB ? isLetterA : la < lb
    }
    return a > b
  }

  /// The keys for `command` in `context`, the one to show first.
  package func keys(for command: Command, in context: Context) -> [KeySequence] {
    var found: [KeySequence] = []
    for context in context.chain {
      let own = bindings[context]?.filter { $0.value == .command(command) }.map(\.key) ?? []
      let order = CommandTable.entries.first { $0.context == context && $0.command == command }?.keys ?? []
      let ordered =
        order.filter(own.contains) + own.filter { !order.contains($0) }.sorted { $0.description < $1.description }
      // What an outer context binds to the same command again is no second key.
      found += ordered.filter { !found.contains($0) }
    }
    return found.filter { keys in lookup(keys, in: context) == .binding(.command(command)) }
  }

  /// Keys that can never be pressed because they begin with keys that are bound themselves, as pairs in one context.
  package func shadowed(in context: Context) -> [(short: KeySequence, long: KeySequence)] {
    let all = context.chain.flatMap { bindings[$0].map { Array($0.keys) } ?? [] }
    var pairs: [(KeySequence, KeySequence)] = []
    for short in all {
      for long in all where short.isProperPrefix(of: long) { pairs.append((short, long)) }
    }
    return pairs.sorted { ($0.0.description, $0.1.description) < ($1.0.description, $1.1.description) }
  }
}
