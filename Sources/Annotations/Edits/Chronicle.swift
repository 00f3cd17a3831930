/// What several journals tell, in one order.
///
/// Times decide, but never against the order within a journal: a clock may be set back, a journal is only appended to.
struct Chronicle {
  /// What happened, the earliest first; each event once, changes with the parts that all journals tell.
  private(set) var events: [History.Event] = []

  /// Tells entries of different journals that are about the same event.
  private enum Key: Hashable {
    case change(Change.ID)
    /// The number tells apart what happened several times within one millisecond.
    case step(JournalEntry, Int)
  }

  private struct Node {
    var event: History.Event
    var time: Timestamp
    /// Where it stands, as indexes of journals and places in them.
    var places: [(journal: Int, index: Int)] = []
    var isTold = false
    var isBegun = false
  }

  private var nodes: [Node] = []
  /// The nodes of each journal in its order.
  private var journals: [[Int]] = []
  /// How much of each journal has been told.
  private var told: [Int] = []

  init(_ entries: [[JournalEntry]]) {
    gather(entries)
    told = [Int](repeating: 0, count: journals.count)
    events.reserveCapacity(nodes.count)
    for node in nodes.indices.sorted(by: { (nodes[$0].time, $0) < (nodes[$1].time, $1) }) { tell(node) }
  }

  private mutating func gather(_ entries: [[JournalEntry]]) {
    var known: [Key: Int] = [:]
    for (number, journal) in entries.enumerated() {
      var steps: [JournalEntry: Int] = [:]
      var order: [Int] = []
      for entry in journal {
        let key: Key
        if case .did(let change) = entry.event {
          key = .change(change.id)
        } else {
          key = .step(entry, steps[entry, default: 0])
          steps[entry, default: 0] += 1
        }
        let node = known[key] ?? nodes.count
        if node == nodes.count {
          known[key] = node
          nodes.append(Node(event: entry.event, time: entry.time))
        } else if case (.did(let one), .did(let other)) = (nodes[node].event, entry.event) {
          nodes[node].event = .did(one.joined(with: other))
        }
        nodes[node].places.append((number, order.count))
        order.append(node)
      }
      journals.append(order)
    }
  }

  /// Tells a node, after all that stands before it in a journal.
  private mutating func tell(_ node: Int) {
    var waiting = [node]
    while let last = waiting.last {
      nodes[last].isBegun = true
      if let earlier = earlierNode(than: last) {
        waiting.append(earlier)
      } else {
        waiting.removeLast()
        guard !nodes[last].isTold else { continue }
        nodes[last].isTold = true
        events.append(nodes[last].event)
      }
    }
  }

  /// A node that has to be told before `node`. Journals that contradict each other are not waited for.
  private mutating func earlierNode(than node: Int) -> Int? {
    for (journal, index) in nodes[node].places {
      while told[journal] < index, nodes[journals[journal][told[journal]]].isTold { told[journal] += 1 }
      for earlier in journals[journal][min(told[journal], index)..<index] where !nodes[earlier].isBegun {
        return earlier
      }
    }
    return nil
  }
}

extension Change {
  /// This change with the parts of `other`, the same change as another journal tells it.
  fileprivate func joined(with other: Change) -> Change {
    let known = Set(parts.map(\.article))
    return Change(
      id: id, summary: summary, time: time, parts: parts + other.parts.filter { !known.contains($0.article) },
      place: place ?? other.place, articles: articles.union(other.articles).sorted())
  }
}
