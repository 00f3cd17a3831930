import Annotations
import Promises

/// Any bytes are a text or a page: neither reading them nor asking about the result may fail, and what is promised of
/// every document must hold.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  for format in [nil, Document.Source.Format.plain, .html] { check(DocumentReader.read(bytes, format: format), bytes) }
  return 0
}

private func check(_ document: Document, _ read: [UInt8]) {
  promise(String(validating: document.bytes, as: UTF8.self) != nil, "the text is UTF-8")
  if document.source.format == .plain, document.source.replacedSequences == 0 {
    promise(document.bytes == read, "a text is not changed")
  }
  var end = 0
  for index in 0..<document.blocks.count {
    let block = document.blocks[index]
    promise(block.span.start == end && block.span.contains(block.content), "blocks tile the text")
    promise(block.content.length <= BlockIndex.maximumLength, "blocks are not too long")
    promise(document.isCodePointBoundary(block.span.end), "blocks end between code points")
    let content = document.bytes[block.content.range]
    promise(!content.contains(0x0A) && !content.contains(0x0D), "blocks hold no line breaks")
    end = block.span.end
  }
  promise(end == document.bytes.count, "blocks tile the text")
  for span in [document.metadata.body] + [document.metadata.titleSpan].compactMap({ $0 }) {
    promise(
      document.isCodePointBoundary(span.start) && document.isCodePointBoundary(span.end),
      "spans end between code points")
  }
  let map = OffsetMap(document)
  var codePoints = 0
  var offset = 0
  while let (_, next) = document.scalar(at: offset), codePoints < 200 {
    promise(
      map.codePoints(atUTF8: offset) == codePoints && map.utf8(atCodePoint: codePoints) == offset, "units agree")
    codePoints += 1
    offset = next
  }
}
