/// Select Graphic Rendition: ECMA-48 section 8.3.117, with the colours of ISO 8613-6 in both spellings
/// (`38;2;r;g;b`, `38:2::r:g:b`) and the underlines of kitty (`4:3`).
extension VirtualTerminal {
  mutating func changePen(_ sequence: ControlSequence) {
    let parameters = sequence.parameters.isEmpty ? [[0]] : sequence.parameters
    var index = 0
    while index < parameters.count {
      let parameter = parameters[index]
      let code = parameter.first.flatMap(\.self) ?? 0
      switch code {
      case 38, 48, 58:
        let (color, used) = Self.color(parameters[index...])
        index += used
        guard let color else {
          unknown.append("CSI \(sequence.spelling)")
          return
        }
        switch code {
        case 38: pen.foreground = color
        case 48: pen.background = color
        default: pen.underlineColor = color
        }
      case 4 where parameter.count > 1:
        pen.underline = parameter[1].flatMap(TerminalStyle.Underline.init) ?? .single
        index += 1
      default:
        if !changePen(code) { unknown.append("CSI \(sequence.spelling)") }
        index += 1
      }
    }
  }

  /// Obeys a code without further parameters; false if it is not known.
  private mutating func changePen(_ code: Int) -> Bool {
    switch code {
    case 0: pen = TerminalStyle()
    case 1: pen.bold = true
    case 2: pen.dim = true
    case 3: pen.italic = true
    case 4: pen.underline = .single
    case 5, 6: pen.blink = true
    case 7: pen.reverse = true
    case 8: pen.hidden = true
    case 9: pen.struck = true
    // The alternate characters of the Linux console.
    case 10, 11, 12: break
    case 21: pen.underline = .double
    case 22:
      pen.bold = false
      pen.dim = false
    case 23: pen.italic = false
    case 24: pen.underline = .none
    case 25: pen.blink = false
    case 27: pen.reverse = false
    case 28: pen.hidden = false
    case 29: pen.struck = false
    case 30...37: pen.foreground = .indexed(UInt8(code - 30))
    case 39: pen.foreground = .standard
    case 40...47: pen.background = .indexed(UInt8(code - 40))
    case 49: pen.background = .standard
    case 53: pen.overlined = true
    case 55: pen.overlined = false
    case 59: pen.underlineColor = .standard
    case 90...97: pen.foreground = .indexed(UInt8(code - 82))
    case 100...107: pen.background = .indexed(UInt8(code - 92))
    default: return false
    }
    return true
  }

  /// Reads a colour behind 38, 48 or 58, and tells how many parameters it took.
  private static func color(_ parameters: ArraySlice<[Int?]>) -> (TerminalStyle.Color?, used: Int) {
    guard let first = parameters.first else { return (nil, 1) }
    if first.count > 1 {
      // With colons; between 2 and the colour may stand the number of a colour space, usually left out.
      let values = first.dropFirst().map { $0 ?? 0 }
      let components = values.first == 2 && values.count > 4 ? [2] + values.dropFirst(2) : values
      return (color(components), 1)
    }
    let values = parameters.dropFirst().map { $0.first.flatMap(\.self) ?? 0 }
    return (color(values), values.first == 2 ? min(5, parameters.count) : min(3, parameters.count))
  }

  private static func color(_ values: [Int]) -> TerminalStyle.Color? {
    let bytes = values.dropFirst().map { UInt8(clamping: $0) }
    switch values.first {
    case 5 where bytes.count >= 1: return .indexed(bytes[0])
    case 2 where bytes.count >= 3: return .rgb(bytes[0], bytes[1], bytes[2])
    default: return nil
    }
  }
}
