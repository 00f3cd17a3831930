extension TaggerModel {
  /// Makes a model of its parts.
  init(
    _ record: ModelRecord, rows: [UInt8], transitions: [[Float]], calibration: Calibration, _ resources: TaggerResources
  ) {
    var info = Array(record.text.utf8)
    // Readers need not copy what is aligned.
    while info.count % ModelFile.alignment != 0 { info.append(0x0A) }
    let bytes = Self.withBytes(of: transitions.flatMap(\.self)) { transitions in
      Self.withBytes(of: calibration.points.flatMap { [$0.computed, $0.share] }) { calibration in
        info.withUnsafeBytes { info in
          rows.withUnsafeBytes { rows in
            ModelFile.write([
              (.info, info), (.transitions, transitions), (.calibration, calibration),
              (.clusters, resources.clusters.bytes.pointer), (.shares, resources.clusterShares.bytes.pointer),
              (.names, resources.names.bytes.pointer), (.spelling, resources.spelling.bytes.pointer), (.weights, rows),
            ])
          }
        }
      }
    }
    do {
      try self.init(bytes: bytes)
    } catch {
      preconditionFailure("a model that was just written cannot be read: \(error)")
    }
  }

  private static func withBytes<Result>(of numbers: [Float], _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    numbers.map(\.bitPattern.littleEndian).withUnsafeBytes(body)
  }
}
