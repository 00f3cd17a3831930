import Annotations
import Promises

private let document = Document(
  "👍 Ada Lovelace wrote to 東京 about engines.\r\nKharkiv, Kharkiv and Zoe\u{301} answered in May.\n")
private let article = ArticlePath("/news/story.txt")

/// Any bytes are a sidecar and a journal: nothing fails, no line is lost, and what is written is read alike.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  checkSidecar(bytes)
  checkJournal(bytes)
  return 0
}

private func write(_ sidecar: Sidecar) -> [UInt8] {
  sidecar.bytes(for: document, article: "story.txt", labels: LabelSet.standard.labels, model: nil)
}

private func checkSidecar(_ bytes: [UInt8]) {
  let sidecar = Sidecar(bytes, for: document, annotator: .person("anna"))
  let written = write(sidecar)
  let again = Sidecar(written, for: document, annotator: .person("anna"))
  promise(again.layer == sidecar.layer, "what is written is read alike")
  promise(again.unplaced.count == sidecar.unplaced.count, "no lost mention is lost")
  promise(again.unknownLines == sidecar.unknownLines, "no unknown line is lost")
  promise(write(again) == written, "what is read is written alike")
  for mention in sidecar.layer.mentions.values {
    promise(document.span.contains(mention.span) && !mention.span.isEmpty, "mentions lie in the text")
    promise(
      document.isCodePointBoundary(mention.span.start) && document.isCodePointBoundary(mention.span.end),
      "mentions end between code points")
  }
  let combined = CombinedLayer(decisions: sidecar.layer, suggestions: [])
  let index = EntityIndex(combined.mentions, entities: sidecar.layer.entities, in: document)
  promise(
    index.groups.reduce(0) { $0 + $1.mentions.count } <= combined.mentions.count, "a mention has one entity at most")
  var other = sidecar.layer
  try? other.apply(sidecar.layer.mentionsInReadingOrder.prefix(1).map { .remove($0) })
  let merge = LayerMerge(base: sidecar.layer, ours: other, theirs: sidecar.layer)
  promise(merge.merged == other, "merging with an unchanged side gives the other")
}

private func checkJournal(_ bytes: [UInt8]) {
  let journal = Journal(bytes, of: article, document: document)
  promise(journal.savedCount <= journal.entries.count, "no more is saved than there is")
  promise(journal.lineCount >= journal.entries.count, "every entry has a line")
  var layer = Layer(annotator: .person("anna"))
  _ = journal.recover(&layer)
  var again = layer
  _ = journal.recover(&again)
  let history = History(journals: [journal.entries, journal.entries])
  promise(
    history.undoable.count + history.redoable.count <= journal.entries.count, "every change is one entry")
}
