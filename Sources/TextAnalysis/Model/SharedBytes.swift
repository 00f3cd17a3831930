/// Bytes that do not move and are never written: compiled into the program, or kept by whoever refers to them.
struct SharedBytes: @unchecked Sendable {
  private final class Owner {
    let memory: UnsafeMutableRawBufferPointer

    init(_ bytes: [UInt8]) {
      memory = .allocate(byteCount: max(bytes.count, 1), alignment: 64)
      memory.copyBytes(from: bytes)
    }

    deinit { memory.deallocate() }
  }

  let pointer: UnsafeRawBufferPointer
  private let owner: Owner?

  /// Bytes that live as long as the program.
  init(permanent pointer: UnsafeRawBufferPointer) {
    self.pointer = pointer
    owner = nil
  }

  /// A copy of `bytes`.
  init(_ bytes: [UInt8]) {
    let owner = Owner(bytes)
    self.owner = owner
    pointer = UnsafeRawBufferPointer(rebasing: owner.memory[..<bytes.count])
  }

  private init(_ pointer: UnsafeRawBufferPointer, _ owner: Owner?) {
    self.pointer = pointer
    self.owner = owner
  }

  var count: Int { pointer.count }

  /// A part of the bytes, which keeps the whole alive.
  subscript(_ range: Range<Int>) -> SharedBytes { SharedBytes(UnsafeRawBufferPointer(rebasing: pointer[range]), owner) }
}
