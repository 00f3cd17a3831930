/// Which lists have the names that a unit is part of, and where in the name it stands.
///
/// For each list the names are taken from left to right, the longest first, so that a unit has at most one mark of a list.
struct ListMarks: Sendable {
  /// More marks of one unit are dropped.
  static let most = 6

  /// Where in a name a unit stands.
  enum Position: UInt16 {
    case first, inner, last, only
  }

  private(set) var marks: [UInt16]
  private(set) var counts: [UInt8]

  init(unitCount: Int) {
    marks = [UInt16](repeating: 0, count: unitCount * Self.most)
    counts = [UInt8](repeating: 0, count: unitCount)
  }

  /// Marks the units of a name. `code` is below 4,096.
  mutating func add(_ code: Int, _ units: Range<Int>) {
    for unit in units {
      let count = Int(counts[unit])
      guard count < Self.most else { continue }
      let position: Position =
        units.count == 1 ? .only : unit == units.lowerBound ? .first : unit == units.upperBound - 1 ? .last : .inner
      marks[unit * Self.most + count] = UInt16(code) << 2 | position.rawValue
      counts[unit] += 1
    }
  }

  /// All marks of the unit numbered `index` as one value; 0 when there are none.
  @inline(__always)
  func together(at index: Int) -> UInt64 {
    var value: UInt64 = 0
    for slot in 0..<Int(counts[index]) {
      value = FeatureBuffer.pair(value, UInt64(marks[index * Self.most + slot]) + 1)
    }
    return value
  }
}

extension ListMarks {
  /// The names of the program's lists in `text`.
  init(listsIn text: PreparedText) {
    self.init(unitCount: text.units.count)
    var ends = [Int](repeating: 0, count: GazetteerList.allCases.count * 2)
    for first in text.units.indices where !text.matchRanges[first].isEmpty {
      for match in text.matches[text.matchRanges[first]].reversed() {
        let entry = text.gazetteer.entries[match.entry]
        let list = entry.list.number * 2 + (entry.needsSupport ? 1 : 0)
        guard ends[list] <= first else { continue }
        ends[list] = match.units.upperBound
        let casing = match.casing == .exact ? 0 : match.casing == .capitals ? 1 : 2
        add(list * 3 + casing, match.units)
      }
    }
  }

  /// The names of `table` in `text`.
  init(_ table: NameTable, in text: PreparedText) {
    self.init(unitCount: table.isEmpty ? 0 : text.units.count)
    guard !table.isEmpty else { return }
    var ends = [Int](repeating: 0, count: 16)
    var found: [(end: Int, lists: UInt16)] = []
    for (sentence, style) in zip(text.sentences, text.styles) {
      for first in sentence {
        let flags = text.units[first].flags
        guard flags.contains(.word), style == .small || !flags.contains(.lowerCase) else { continue }
        found.removeAll(keepingCapacity: true)
        var hash: UInt64 = 0
        var unit = first
        scan: while unit < min(sentence.upperBound, first + 7) {
          let range = Int(text.pieceStarts[unit])..<Int(text.pieceStarts[unit + 1])
          var lists: UInt16 = 0
          for piece in range {
            hash = NameHash.joined(hash, text.pieces[piece].folded)
            lists = table.lists(of: hash)
            if lists == 0 { break scan }
          }
          unit += 1
          if range.isEmpty { if unit - 1 == first { break } else { continue } }
          if lists & ~NameTable.goesOn != 0 { found.append((unit, lists & ~NameTable.goesOn)) }
          if lists & NameTable.goesOn == 0 { break }
        }
        for name in found.reversed() {
          var lists = name.lists
          while lists != 0 {
            let list = lists.trailingZeroBitCount
            lists &= lists - 1
            guard ends[list] <= first else { continue }
            ends[list] = name.end
            let casing = flags.contains(.allCapitals) ? 1 : flags.contains(.lowerCase) ? 2 : 0
            add(list * 3 + casing, first..<name.end)
          }
        }
      }
    }
  }
}
