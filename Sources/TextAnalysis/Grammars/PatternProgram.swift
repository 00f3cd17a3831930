/// A pattern as a list of steps for a small backtracking machine, in the manner of Thompson (1968) and Pike.
///
/// The machine keeps a stack of places to come back to and allocates nothing else, since every grammar is tried at
/// every unit of a text.
struct PatternProgram: Sendable {
  private enum Step: Sendable {
    // Tests of the unit at hand; they do not move on.
    case word(UInt64)
    case wordClass(WordClass)
    case form(NumberForm)
    case shape(Token.Flags)
    /// Moves on by one unit.
    case advance
    /// Goes on at `first`, and comes back to `second` if that fails.
    case split(first: Int, second: Int)
    case jump(Int)
    /// What is found begins or ends here.
    case begin
    case end
    case accept
  }

  private var steps: [Step] = []

  /// A match that takes more steps than this is given up, so that no text can make a pattern slow.
  private static let stepLimit = 4096

  /// Compiles the parts of a pattern; `before` and `after` must be there but are not part of what is found.
  init(before: PatternNode?, body: PatternNode, after: PatternNode?) {
    if let before { compile(before) }
    steps.append(.begin)
    compile(body)
    steps.append(.end)
    if let after { compile(after) }
    steps.append(.accept)
  }

  private mutating func compile(_ node: PatternNode) {
    switch node {
    case .word, .wordClass, .form, .shape, .all:
      test(node)
      steps.append(.advance)
    case .sequence(let nodes):
      for node in nodes { compile(node) }
    case .alternatives(let nodes):
      var jumps: [Int] = []
      for node in nodes.dropLast() {
        let split = steps.count
        steps.append(.split(first: split + 1, second: 0))
        compile(node)
        jumps.append(steps.count)
        steps.append(.jump(0))
        steps[split] = .split(first: split + 1, second: steps.count)
      }
      if let last = nodes.last { compile(last) }
      for jump in jumps { steps[jump] = .jump(steps.count) }
    case .repeated(let node, let repetition):
      precondition(repetition == .optional || !node.first.isOptional, "what repeats must not be empty")
      let split = steps.count
      if repetition != .atLeastOne { steps.append(.split(first: split + 1, second: 0)) }
      compile(node)
      switch repetition {
      case .optional: break
      case .any: steps.append(.jump(split))
      case .atLeastOne: steps.append(.split(first: split, second: steps.count + 1))
      }
      if repetition != .atLeastOne { steps[split] = .split(first: split + 1, second: steps.count) }
    }
  }

  private mutating func test(_ node: PatternNode) {
    switch node {
    case .word(let key): steps.append(.word(key))
    case .wordClass(let wordClass): steps.append(.wordClass(wordClass))
    case .form(let form): steps.append(.form(form))
    case .shape(let flags): steps.append(.shape(flags))
    case .all(let nodes): for node in nodes { test(node) }
    case .sequence, .alternatives, .repeated: preconditionFailure("not a test of one unit")
    }
  }

  /// The units found from `start` on, within the sentence that ends before `limit`.
  ///
  /// - Parameter stack: Working space, empty on entry and exit.
  func run(_ text: PreparedText, at start: Int, before limit: Int, _ stack: inout [State]) -> Range<Int>? {
    var state = State(step: 0, index: start, begin: start, end: start)
    var left = Self.stepLimit
    while left > 0 {
      left -= 1
      if advance(&state, text, limit, &stack) {
        if case .accept = steps[state.step], state.end > state.begin {
          stack.removeAll(keepingCapacity: true)
          return state.begin..<state.end
        }
        continue
      }
      guard let previous = stack.popLast() else { return nil }
      state = previous
    }
    stack.removeAll(keepingCapacity: true)
    return nil
  }

  /// Where the machine is.
  struct State {
    fileprivate var step: Int
    fileprivate var index: Int
    fileprivate var begin: Int
    fileprivate var end: Int
  }

  /// Takes one step; false when it fails.
  @inline(__always)
  private func advance(_ state: inout State, _ text: PreparedText, _ limit: Int, _ stack: inout [State]) -> Bool {
    switch steps[state.step] {
    case .word, .wordClass, .form, .shape:
      guard passes(state.step, state.index, text, limit) else { return false }
    case .advance: state.index += 1
    case .split(let first, let second):
      // There is nothing to come back from where the first way fails at once.
      if !passes(first, state.index, text, limit) {
        state.step = second
        return true
      }
      stack.append(State(step: second, index: state.index, begin: state.begin, end: state.end))
      state.step = first
      return true
    case .jump(let step):
      state.step = step
      return true
    case .begin: state.begin = state.index
    case .end: state.end = state.index
    case .accept: return false
    }
    state.step += 1
    return true
  }

  /// Whether the unit at `index` passes the test of a step; true for steps that are no tests.
  @inline(__always)
  private func passes(_ step: Int, _ index: Int, _ text: PreparedText, _ limit: Int) -> Bool {
    switch steps[step] {
    case .word(let key): index < limit && text.keys[index] == key
    case .wordClass(let wordClass): index < limit && !text.classes[index].isDisjoint(with: wordClass)
    case .form(let form): index < limit && !text.forms[index].isDisjoint(with: form)
    case .shape(let flags): index < limit && text.units[index].flags.isSuperset(of: flags)
    case .advance, .split, .jump, .begin, .end, .accept: true
    }
  }
}
