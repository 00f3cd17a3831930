import Promises
import ReaderUI

/// Any bytes may come from a terminal, in any pieces: the pieces must make no difference.
///
/// The first byte tells how the others are cut.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = UnsafeBufferPointer(start: start, count: count)
  guard let seed = input.first else { return 0 }
  let bytes = input.dropFirst()
  let special: [[UInt8]: Key] = [
    Array("\u{1B}[33~".utf8): Key(.function(20)), Array("\u{1B}Oz".utf8): Key(.home),
    Array("\u{1B}[[Z".utf8): Key(.end),
  ]
  var whole = KeyDecoder(special: special)
  var expected = whole.decode(bytes)
  var pieces = KeyDecoder(special: special)
  var events: [InputEvent] = []
  var rest = bytes
  var step = Int(seed)
  while !rest.isEmpty {
    let length = step % 7 + 1
    step = (step * 5 + 3) & 0xFF
    events += pieces.decode(rest.prefix(length))
    rest = rest.dropFirst(length)
  }
  promise(events == expected, "pieces make a difference")
  promise(whole.isWaiting == pieces.isWaiting, "pieces make no difference to what is waited for")
  // However much of a sequence has come, a pause ends it, and what comes then is read as ever.
  if whole.isWaiting {
    expected = whole.timeOut()
    promise(pieces.timeOut() == expected && expected.count <= 3, "a pause means the same")
    promise(!whole.isWaiting, "nothing is waited for after a pause")
    promise(whole.decode(Array("j".utf8)) == [.key(.character("j"))], "a key after a pause is that key")
  }
  for event in events {
    if case .key(let key) = event { promise(!key.description.isEmpty, "every key has a name") }
  }
  return 0
}
