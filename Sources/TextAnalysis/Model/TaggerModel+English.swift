import CEmbedded

extension TaggerModel {
  /// The model for English that is compiled in; it is used where it lies, without being copied.
  public static let english: TaggerModel = {
    let file = embedded_english_model()!.pointee
    let bytes = UnsafeRawBufferPointer(start: file.bytes, count: file.size)
    do {
      return try TaggerModel(ModelFile(SharedBytes(permanent: bytes), isTrusted: true))
    } catch {
      preconditionFailure("the model compiled in is \(error)")
    }
  }()
}

extension TaggerResources {
  /// The clusters and names of the model that is compiled in.
  public static let english = TaggerModel.english.resources
}
