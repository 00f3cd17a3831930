import Glibc

/// A colour in sRGB, with what can be computed about how people see it.
package struct RGB: Hashable, Sendable {
  /// Red, 0 to 255.
  package var red: Int
  /// Green, 0 to 255.
  package var green: Int
  /// Blue, 0 to 255.
  package var blue: Int

  /// Makes a colour; parts are brought into 0...255.
  package init(_ red: Int, _ green: Int, _ blue: Int) {
    self.red = min(255, max(0, red))
    self.green = min(255, max(0, green))
    self.blue = min(255, max(0, blue))
  }

  /// Reads `#rrggbb` or `#rgb`.
  package init?(_ hexadecimal: String) {
    guard hexadecimal.hasPrefix("#") else { return nil }
    var digits = hexadecimal.dropFirst().map { $0 }
    if digits.count == 3 { digits = digits.flatMap { [$0, $0] } }
    guard digits.count == 6, let value = Int(String(digits), radix: 16) else { return nil }
    self.init(value >> 16, value >> 8 & 255, value & 255)
  }

  /// `#rrggbb`
  package var hexadecimal: String {
    let digits = String(red << 16 | green << 8 | blue, radix: 16)
    return "#" + String(repeating: "0", count: 6 - digits.count) + digits
  }

  /// The colour as a terminal is told it.
  package var color: Color { .rgb(UInt8(red), UInt8(green), UInt8(blue)) }

  private static func linear(_ part: Int) -> Double {
    let value = Double(part) / 255
    return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
  }

  private static func encoded(_ value: Double) -> Int {
    let clamped = min(1, max(0, value))
    let part = clamped <= 0.0031308 ? clamped * 12.92 : 1.055 * pow(clamped, 1 / 2.4) - 0.055
    return Int((part * 255).rounded())
  }

  /// Red, green and blue in proportion to light.
  private var linear: (Double, Double, Double) { (Self.linear(red), Self.linear(green), Self.linear(blue)) }

  /// Relative luminance, 0 to 1 (WCAG 2.2).
  package var luminance: Double {
    let (r, g, b) = linear
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }

  /// Contrast ratio, 1 to 21 (WCAG 2.2, 1.4.3).
  package func contrast(with other: RGB) -> Double {
    let (high, low) = (max(luminance, other.luminance), min(luminance, other.luminance))
    return (high + 0.05) / (low + 0.05)
  }

  /// CIE L*, a*, b* for the white of sRGB (D65).
  private var lab: (l: Double, a: Double, b: Double) {
    let (r, g, b) = linear
    func f(_ t: Double) -> Double { t > 216.0 / 24389 ? cbrt(t) : (24389.0 / 27 * t + 16) / 116 }
    let x = f((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047)
    let y = f(0.2126729 * r + 0.7151522 * g + 0.0721750 * b)
    let z = f((0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / 1.08883)
    return (116 * y - 16, 500 * (x - y), 200 * (y - z))
  }

  /// How different two colours look: CIEDE2000 (Sharma, Wu and Dalal 2005).
  package func difference(from other: RGB) -> Double {
    let (first, second) = (lab, other.lab)
    let meanChroma = (hypot(first.a, first.b) + hypot(second.a, second.b)) / 2
    let seventh = pow(meanChroma, 7)
    let g = 0.5 * (1 - (seventh / (seventh + pow(25, 7))).squareRoot())
    let (a1, a2) = ((1 + g) * first.a, (1 + g) * second.a)
    let (c1, c2) = (hypot(a1, first.b), hypot(a2, second.b))
    func hue(_ a: Double, _ b: Double) -> Double {
      guard a != 0 || b != 0 else { return 0 }
      let angle = atan2(b, a) * 180 / .pi
      return angle < 0 ? angle + 360 : angle
    }
    let (h1, h2) = (hue(a1, first.b), hue(a2, second.b))
    let bothColoured = c1 * c2 != 0
    var deltaHue = bothColoured ? h2 - h1 : 0
    if deltaHue > 180 { deltaHue -= 360 } else if deltaHue < -180 { deltaHue += 360 }
    var meanHue = h1 + h2
    if bothColoured {
      if abs(h1 - h2) > 180 { meanHue += meanHue < 360 ? 360 : -360 }
      meanHue /= 2
    }
    func degrees(_ value: Double) -> Double { value * .pi / 180 }
    let t =
      1 - 0.17 * cos(degrees(meanHue - 30)) + 0.24 * cos(degrees(2 * meanHue))
      + 0.32 * cos(degrees(3 * meanHue + 6)) - 0.20 * cos(degrees(4 * meanHue - 63))
    let meanL = (first.l + second.l) / 2
    let meanC = (c1 + c2) / 2
    let offset = (meanL - 50) * (meanL - 50)
    let sl = 1 + 0.015 * offset / (20 + offset).squareRoot()
    let sc = 1 + 0.045 * meanC
    let sh = 1 + 0.015 * meanC * t
    let rotation = 30 * exp(-pow((meanHue - 275) / 25, 2))
    let c7 = pow(meanC, 7)
    let rt = -2 * (c7 / (c7 + pow(25, 7))).squareRoot() * sin(degrees(2 * rotation))
    let dl = (second.l - first.l) / sl
    let dc = (c2 - c1) / sc
    let dh = 2 * (c1 * c2).squareRoot() * sin(degrees(deltaHue / 2)) / sh
    return (dl * dl + dc * dc + dh * dh + rt * dc * dh).squareRoot()
  }

  /// A way of seeing colours.
  package enum Vision: String, CaseIterable, Sendable {
    case normal
    case deuteranopia = "deutan"
    case protanopia = "protan"
    case tritanopia = "tritan"

    /// Matrices for full severity (Machado, Oliveira and Fernandes 2009), applied to linear light.
    fileprivate var matrix: [Double] {
      switch self {
      case .normal: [1, 0, 0, 0, 1, 0, 0, 0, 1]
      case .deuteranopia:
        [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881]
      case .protanopia:
        [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998]
      case .tritanopia:
        [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900]
      }
    }
  }

  /// The colour as somebody with `vision` sees it.
  package func seen(with vision: Vision) -> RGB {
    let m = vision.matrix
    let (r, g, b) = linear
    return RGB(
      Self.encoded(m[0] * r + m[1] * g + m[2] * b), Self.encoded(m[3] * r + m[4] * g + m[5] * b),
      Self.encoded(m[6] * r + m[7] * g + m[8] * b))
  }

  /// This colour made lighter or darker, hue kept, until its contrast with `background` reaches `target`; unchanged when
  /// it does already.
  package func reaching(_ target: Double, on background: RGB) -> RGB {
    guard contrast(with: background) < target else { return self }
    let pole = background.luminance < 0.18 ? RGB(255, 255, 255) : RGB(0, 0, 0)
    for step in 1...100 {
      let share = Double(step) / 100
      let mixed = RGB(
        red + Int(Double(pole.red - red) * share), green + Int(Double(pole.green - green) * share),
        blue + Int(Double(pole.blue - blue) * share))
      if mixed.contrast(with: background) >= target { return mixed }
    }
    return pole
  }

  // MARK: - The palette of 256

  /// The colour numbered 16 to 255 in the palette that xterm and all after it have.
  package init(indexed index: Int) {
    if index >= 232 {
      let grey = 8 + (index - 232) * 10
      self.init(grey, grey, grey)
    } else {
      let levels = [0, 95, 135, 175, 215, 255]
      let cube = index - 16
      self.init(levels[cube / 36], levels[cube / 6 % 6], levels[cube % 6])
    }
  }

  /// The fixed colour of the palette of 256 that looks most like this one and has a contrast of at least `target` with
  /// `background`, where one is given.
  package func nearestIndexed(on background: RGB? = nil, keeping target: Double = 1) -> UInt8 {
    let needed = background == nil ? 1 : target
    let own = lab
    var best = (index: 16, distance: Double.infinity)
    for (offset, candidate) in Self.palette.enumerated() {
      let distance =
        pow(candidate.lab.l - own.l, 2) + pow(candidate.lab.a - own.a, 2) + pow(candidate.lab.b - own.b, 2)
      guard distance < best.distance else { continue }
      if let background, candidate.rgb.contrast(with: background) < needed { continue }
      best = (16 + offset, distance)
    }
    // Where no colour is far enough from the background, the nearest has to do.
    if best.distance == .infinity, background != nil { return nearestIndexed() }
    return UInt8(best.index)
  }

  /// The colour that ``nearestIndexed(on:keeping:)`` names.
  package func rounded(against background: RGB? = nil, keeping target: Double = 1) -> RGB {
    RGB(indexed: Int(nearestIndexed(on: background, keeping: target)))
  }

  /// The fixed part of the palette of 256, with its coordinates.
  private static let palette: [(rgb: RGB, lab: (l: Double, a: Double, b: Double))] = (16...255).map {
    let rgb = RGB(indexed: $0)
    return (rgb, rgb.lab)
  }
}
