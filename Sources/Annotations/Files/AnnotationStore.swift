/// Opens articles together with what has been said about them.
public struct AnnotationStore: Sendable {
  /// Where files are kept.
  public let directories: Directories
  /// Whose decisions are made.
  public let annotator: Annotator
  /// The name in the sidecar's file name, when one was asked for.
  public let annotatorName: String?

  /// Makes a store.
  ///
  /// - Parameters:
  ///   - directories: Where files are kept.
  ///   - user: The name that decisions are signed with when no annotator is named.
  ///   - annotatorName: An annotator who keeps a sidecar of their own, as with `--annotator`.
  public init(directories: Directories, user: String, annotatorName: String? = nil) {
    self.directories = directories
    self.annotatorName = annotatorName
    annotator = .person(annotatorName ?? user)
  }

  /// An article, what has been decided about it, and what a person should know of either.
  public struct OpenedArticle: Sendable {
    /// The text.
    public var document: Document
    /// The decisions, with those that a crash had kept from the sidecar.
    public var layer: Layer
    /// The sidecar as it was read, for what is in it besides the layer.
    public var sidecar: Sidecar
    /// Everything that ever happened to the layer.
    public var journal: Journal
    /// What a crash had kept from the sidecar.
    public var recovery: Journal.Recovery
    /// Where changes go.
    public var file: AnnotationFile
  }

  /// Opens the article at `path` and reads its annotations.
  ///
  /// - Throws: ``SystemError`` when the article cannot be read. Unreadable annotations are no error: they are reported
  ///   in the problems of the sidecar or journal, and left alone.
  public func open(_ path: ArticlePath) throws(SystemError) -> OpenedArticle {
    try open(path, contents: FileAccess.read(path.text, ofAnyKind: true))
  }

  /// How many bytes there are to read when the article at `path` is opened, its annotations included.
  public func size(_ path: ArticlePath) -> Int {
    let files = [
      path.text, Directories.sidecar(of: path, annotatorName: annotatorName),
      directories.mirroredSidecar(of: path, annotatorName: annotatorName),
      directories.journal(of: path, annotatorName: annotatorName),
    ]
    return files.reduce(0) { $0 + FileAccess.size($1) }
  }

  /// Opens an article whose bytes are known already.
  public func open(_ path: ArticlePath, contents: [UInt8]) -> OpenedArticle {
    // The journal first: somebody may be saving just now, and what it says is saved must be in the sidecar that is read.
    let log = FileContents(of: directories.journal(of: path, annotatorName: annotatorName))
    let beside = FileContents(of: Directories.sidecar(of: path, annotatorName: annotatorName))
    let mirror = FileContents(of: directories.mirroredSidecar(of: path, annotatorName: annotatorName))
    let document = Self.document(path, contents, sidecars: [mirror.bytes, beside.bytes])
    var format: RecordFormat?
    if [beside, mirror, log].contains(where: { $0.bytes != nil }) { format = RecordFormat(document) }
    var sidecar = Sidecar(layer: Layer(annotator: annotator))
    var journal = Journal()
    if let format {
      sidecar = self.sidecar(beside: beside.bytes, mirror: mirror.bytes, format) ?? sidecar
      journal = log.bytes.map { Journal($0, of: path, format) } ?? journal
    }
    for error in [beside.error, mirror.error].compactMap(\.self) {
      let message = "\(error); it is left as it is, and decisions are written elsewhere"
      sidecar.problems.append(Sidecar.Problem(line: nil, message: message))
    }
    if let error = log.error { journal.problems.append(Sidecar.Problem(line: nil, message: "\(error)")) }
    for lost in journal.unplaced {
      sidecar.unplaced.removeAll { $0.mention.id == lost.mention.id }
      sidecar.unplaced.append(lost)
    }
    var layer = sidecar.layer
    let recovery = journal.recover(&layer)
    let file = AnnotationFile(
      path, store: self, document: document, layer: layer, journal: journal,
      onDisk: AnnotationFile.OnDisk(beside: beside.trace, mirror: mirror.trace, sidecar: sidecar), format: format)
    return OpenedArticle(
      document: document, layer: layer, sidecar: sidecar, journal: journal, recovery: recovery, file: file)
  }

  /// The text to annotate. For a web page it is the stored one as long as the page is the same: taking the text out
  /// again with a newer program might move every offset.
  private static func document(_ path: ArticlePath, _ contents: [UInt8], sidecars: [[UInt8]?]) -> Document {
    let document = DocumentReader.read(contents, fileName: path.fileName)
    guard document.source.format == .html else { return document }
    for case let bytes? in sidecars {
      if let stored = Sidecar.storedText(in: bytes), stored.pageDigest == document.source.fileDigest {
        var metadata = document.metadata
        let text = Array(stored.text.utf8)
        if text != document.bytes { metadata.titleSpan = nil }
        metadata.body = Span(0, text.count)
        return Document(validUTF8: text, source: document.source, metadata: metadata)
      }
    }
    return document
  }

  /// The mirrored sidecar and the one beside the article as one. The mirrored one holds all that the other held when it
  /// was written; if that has changed since, both count.
  private func sidecar(beside: [UInt8]?, mirror: [UInt8]?, _ format: RecordFormat) -> Sidecar? {
    let near = beside.map { Sidecar($0, format, annotator: annotator) }
    guard let mirror else { return near }
    var joined = Sidecar(mirror, format, annotator: annotator)
    guard let near, joined.header?.basis != near.fileDigest else { return joined }
    let nothing = Layer(annotator: joined.layer.annotator)
    joined.layer = LayerMerge(base: nothing, ours: joined.layer, theirs: near.layer).merged
    joined.keepRemains(of: near)
    joined.problems += near.problems
    return joined
  }
}
