/// All lists of names in one table.
///
/// A name is kept as a 64-bit hash that is rolled over its pieces (``NamePieces``); the hashes of its beginnings are
/// kept too, so that a search stops as soon as no name goes on. Names are compared without accents and case first;
/// then the case must fit as ``GazetteerMatch/Casing`` says.
struct Gazetteer: Sendable {
  /// The lists compiled into the program, read at first use.
  static let english = Gazetteer(lists: GazetteerList.allCases.map { ($0, EmbeddedList.bytes($0.rawValue)) })

  /// A name of a list.
  struct Entry: Sendable {
    /// The hash of the name with its case.
    var exact: UInt64
    /// Another entry with the same letters, or -1.
    var next: Int32
    /// Where the name stands in the list, in bytes.
    var offset: UInt32
    var length: UInt16
    var list: GazetteerList
    /// Whether the name is written with a capital first letter.
    var isCapitalised: Bool
    /// Whether the name is written in capitals only.
    var isAcronym: Bool
    /// Whether the name means something else so often that the context must speak for it.
    var needsSupport: Bool
  }

  private let lists: [GazetteerList: [UInt8]]
  private(set) var entries: [Entry] = []
  private var table: HashTable
  /// For each number in the table, the first entry of that name, or -1 where names only begin so.
  private var firstEntries: [Int32] = []

  /// Reads lists: one thing a line, its names separated by `|`, a `?` behind a name that needs support, `#` before a
  /// comment.
  init(lists: [(GazetteerList, [UInt8])]) {
    self.lists = Dictionary(lists, uniquingKeysWith: { first, _ in first })
    let size = lists.reduce(0) { $0 + $1.1.count }
    table = HashTable(capacity: size / 9)
    entries.reserveCapacity(size / 14)
    firstEntries.reserveCapacity(size / 9)
    for (list, bytes) in lists {
      EmbeddedList.eachLine(of: bytes) { line in
        var start = line.lowerBound
        while start < line.upperBound {
          var end = start
          while end < line.upperBound, bytes[end] != UInt8(ascii: "|") { end += 1 }
          add(list, bytes, start..<end)
          start = end + 1
        }
      }
    }
  }

  private mutating func add(_ list: GazetteerList, _ bytes: [UInt8], _ range: Range<Int>) {
    guard !range.isEmpty else { return }
    let needsSupport = bytes[range.upperBound - 1] == UInt8(ascii: "?")
    let name = range.lowerBound..<(range.upperBound - (needsSupport ? 1 : 0))
    var folded: UInt64 = 0
    var exact: UInt64 = 0
    var beginning: UInt64 = 0
    NamePieces.each(in: bytes, name) { piece in
      if folded != 0, beginning != folded { mark(beginning: folded) }
      beginning = folded
      folded = NameHash.joined(folded, piece.folded)
      exact = NameHash.joined(exact, piece.exact)
    }
    guard folded != 0 else { return }
    let number = table.insert(folded, or: Int32(firstEntries.count))
    if Int(number) == firstEntries.count { firstEntries.append(-1) }
    let shape = TokenShape.flags(of: bytes, name)
    entries.append(
      Entry(
        exact: exact, next: firstEntries[Int(number)], offset: UInt32(name.lowerBound), length: UInt16(name.count),
        list: list, isCapitalised: shape.contains(.capitalised), isAcronym: shape.contains(.allCapitals),
        needsSupport: needsSupport))
    firstEntries[Int(number)] = Int32(entries.count - 1)
  }

  private mutating func mark(beginning: UInt64) {
    let number = table.insert(beginning, or: Int32(firstEntries.count))
    if Int(number) == firstEntries.count { firstEntries.append(-1) }
  }

  /// The first entry whose letters have the hash `folded`, or -1; nil when no name even begins so.
  @inline(__always)
  func lookUp(_ folded: UInt64) -> Int32? {
    guard let number = table.find(folded) else { return nil }
    return firstEntries[Int(number)]
  }

  /// The name of the entry numbered `index`, as its list has it.
  func name(_ index: Int) -> String {
    let entry = entries[index]
    guard let bytes = lists[entry.list] else { return "" }
    return String(decoding: bytes[Int(entry.offset)..<(Int(entry.offset) + Int(entry.length))], as: UTF8.self)
  }
}
