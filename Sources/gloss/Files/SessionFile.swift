import Annotations
import ReaderUI

/// Remembers, for each folder that was opened, where the person was in it.
struct SessionFile {
  /// One line of the file.
  struct Session {
    /// The article that was open, or the cursor was on.
    var article: ArticlePath?
    /// Whether it was open.
    var isOpen: Bool
    /// Selections and first rows, as UTF-8 offsets.
    var readings: [ArticlePath: Reading]
    /// Lines typed in the command line.
    var commands: [String]
    /// What Tab visits.
    var filter: MentionFilter
  }

  private let path: String
  private static let maximumRoots = 100
  private static let maximumReadings = 500

  init(_ directories: Directories) { path = directories.state + "/places.jsonl" }

  private func lines() -> [JSONObject] {
    guard let bytes = try? FileAccess.read(path) else { return [] }
    return bytes.split(separator: 0x0A).compactMap { try? JSONReader.read($0).object }
  }

  /// What is remembered of `root`.
  func session(of root: String) -> Session? {
    guard let record = lines().last(where: { $0["root"]?.string == root }) else { return nil }
    var readings: [ArticlePath: Reading] = [:]
    for member in record["places"]?.object?.members ?? [] {
      let numbers = member.value.array?.compactMap(\.int) ?? []
      guard numbers.count == 3, numbers.allSatisfy({ $0 >= 0 }), numbers[0] <= numbers[1] else { continue }
      var reading = Reading()
      reading.cursor = Span(numbers[0], numbers[1])
      reading.top = numbers[2]
      reading.isPlaced = true
      readings[ArticlePath(member.key)] = reading
    }
    return Session(
      article: record["article"]?.string.map { ArticlePath($0) }, isOpen: record["open"]?.bool ?? false,
      readings: readings,
      commands: record["commands"]?.array?.compactMap(\.string) ?? [],
      filter: record["filter"]?.string.flatMap { MentionFilter(rawValue: $0) } ?? .all)
  }

  /// Remembers `session` of `root`. That it could not be remembered is no reason to bother anybody.
  func remember(_ session: Session, of root: String) {
    let kept = session.readings.filter(\.value.isPlaced).sorted { $0.key < $1.key }.suffix(Self.maximumReadings)
    let places = kept.map { path, reading in
      JSONObject.Member(
        path.text, .array([.int(reading.cursor.start), .int(reading.cursor.end), .int(reading.top)]))
    }
    var record: JSONObject = ["root": .string(root)]
    if let article = session.article { record["article"] = .string(article.text) }
    record["open"] = .bool(session.isOpen)
    record["filter"] = .string(session.filter.rawValue)
    record["commands"] = .array(session.commands.suffix(50).map { .string($0) })
    record["places"] = .object(JSONObject(places))
    let others = lines().filter { $0["root"]?.string != root }.suffix(Self.maximumRoots - 1)
    let text = (others + [record]).map { JSONWriter.text(.object($0)) + "\n" }.joined()
    try? FileAccess.makeFolder(ArticlePath(path).folder)
    try? FileAccess.replace(path, with: Array(text.utf8))
  }

  /// The folders and files that were opened, the latest first.
  var recentRoots: [String] { lines().reversed().compactMap { $0["root"]?.string } }
}
