/// Letters of other scripts, put back to the Latin letter on the same key, so that a command is where it always is.
///
/// Only for keys that are commands; what is typed into a text field stays what it is.
enum KeyboardLayout {
  /// Each string holds, in the order of ``latin``, what the keys type. A space means that the key types what it does on
  /// a Latin keyboard, or something that is ambiguous.
  private static let latin = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"
  private static let layouts = [
    "йцукенгшщзхъфывапролджэячсмитьбюё",  // Russian
    "йцукенгшщзхїфівапролджєячсмитьбюґ",  // Ukrainian
    "йцукенгшўзх'фывапролджэячсмітьбюё",  // Belarusian
    "явертъуиопшщасдфгхйкл  зьцжбнм  ч",  // Bulgarian, phonetic
    " ςερτυθιοπ  ασδφγηξκλ  ζχψωβνμ   ",  // Greek
    "/'קראטוןםפ  שדגכעיחלךף,זסבהנמצתץ ",  // Hebrew
    "ضصثقفغعهخحجدشسيبلاتنمكطئءؤر ىةوزذ",  // Arabic
  ]

  private static let table: [Character: Character] = {
    var table: [Character: Character] = [:]
    for layout in layouts {
      for (key, typed) in zip(latin, layout) where !typed.isASCII && table[typed] == nil {
        table[typed] = key
        guard let upper = String(typed).uppercased().first, upper != typed else { continue }
        table[upper] = shifted(key)
      }
    }
    return table
  }()

  private static func shifted(_ key: Character) -> Character {
    let pairs: [Character: Character] = ["[": "{", "]": "}", ";": ":", "'": "\"", ",": "<", ".": ">", "`": "~"]
    return pairs[key] ?? String(key).uppercased().first ?? key
  }

  /// The key that is pressed to get `key` on the layout it seems to come from.
  static func latin(_ key: Key) -> Key {
    guard case .character(let character) = key.code, let latin = table[character] else { return key }
    return Key(.character(latin), key.modifiers)
  }
}
