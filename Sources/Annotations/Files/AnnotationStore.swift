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
  ///   in the sidecar's problems.
  public func open(_ path: ArticlePath) throws(SystemError) -> OpenedArticle {
    try open(path, contents: FileAccess.read(path.text))
  }

  /// Opens an article whose bytes are known already.
  ///
  /// - Throws: ``SystemError`` when a sidecar is there but cannot be read; writing one would then lose it.
  public func open(_ path: ArticlePath, contents: [UInt8]) throws(SystemError) -> OpenedArticle {
    let beside = Directories.sidecar(of: path, annotatorName: annotatorName)
    let mirror = directories.mirroredSidecar(of: path, annotatorName: annotatorName)
    let besideBytes = try readIfThere(beside)
    let mirrorBytes = try readIfThere(mirror)
    let document = Self.document(path, contents, sidecars: [mirrorBytes, besideBytes])
    let textDigest = document.digest()
    var sidecar = besideBytes.map { Sidecar($0, for: document, annotator: annotator) }
    if let mirrorBytes {
      let mirrored = Sidecar(mirrorBytes, for: document, annotator: annotator)
      sidecar = Self.join(mirrored, with: sidecar, besideDigest: besideBytes.map { Digest(of: $0) })
    }
    let known = sidecar ?? Sidecar(layer: Layer(annotator: annotator))
    let journalPath = directories.journal(of: path, annotatorName: annotatorName)
    // A journal that cannot be read cannot be written either; the first decision will say so.
    let journal = (try? readIfThere(journalPath))?.map { Journal($0, of: path, document: document) } ?? Journal()
    var layer = known.layer
    let recovery = journal.recover(&layer)
    let file = AnnotationFile(
      path, store: self, sidecar: known,
      besideDigest: besideBytes.map { Digest(of: $0) }, mirrorDigest: mirrorBytes.map { Digest(of: $0) },
      document: document, textDigest: textDigest, journalTextDigest: journal.textDigest)
    return OpenedArticle(
      document: document, layer: layer, sidecar: known, journal: journal, recovery: recovery, file: file)
  }

  private func readIfThere(_ path: String) throws(SystemError) -> [UInt8]? {
    do {
      return try FileAccess.read(path)
    } catch {
      if error.isMissingFile { return nil }
      throw error
    }
  }

  /// The text to annotate. For a web page it is the stored one as long as the page is the same: taking the text out
  /// again with a newer program might move every offset.
  private static func document(_ path: ArticlePath, _ contents: [UInt8], sidecars: [[UInt8]?]) -> Document {
    let document = DocumentReader.read(contents, format: DocumentReader.format(ofFileNamed: path.fileName))
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
  private static func join(_ mirrored: Sidecar, with beside: Sidecar?, besideDigest: Digest?) -> Sidecar {
    guard let beside, let besideDigest, mirrored.header?.basis != besideDigest else { return mirrored }
    var joined = mirrored
    let nothing = Layer(annotator: mirrored.layer.annotator)
    joined.layer = LayerMerge(base: nothing, ours: mirrored.layer, theirs: beside.layer).merged
    for lost in beside.unplaced where !joined.unplaced.contains(where: { $0.record == lost.record }) {
      joined.unplaced.append(lost)
    }
    for line in beside.unknownLines where !joined.unknownLines.contains(line) { joined.unknownLines.append(line) }
    joined.problems += beside.problems
    return joined
  }
}
