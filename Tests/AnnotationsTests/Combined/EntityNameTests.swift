import Testing

@testable import Annotations

@Suite struct EntityNameTests {
  @Test(arguments: [
    ("Ada Lovelace", "Ada Lovelace", "ada lovelace"), ("Ada\n  Lovelace", "Ada Lovelace", "ada lovelace"),
    ("the United Nations", "the United Nations", "united nations"), ("The", "The", "the"),
    ("Ada Lovelace's", "Ada Lovelace's", "ada lovelace"), ("Kharkiv’s", "Kharkiv’s", "kharkiv"), ("'s", "'s", "'s"),
    ("U.S.", "U.S.", "us"), ("U.S.A", "U.S.A", "usa"), ("St. Petersburg", "St. Petersburg", "st. petersburg"),
    ("", "", ""), (" \u{3000}", "", ""), ("ΑΘΗΝΑ", "ΑΘΗΝΑ", "αθηνα"), ("東\u{3000}京", "東 京", "東 京"),
    ("Ada\r\nLovelace", "Ada Lovelace", "ada lovelace"), ("THE HAGUE", "THE HAGUE", "hague"),
  ])
  func `names are made comparable`(text: String, shown: String, normalised: String) {
    let name = EntityName(text)
    #expect(name.shown == shown)
    #expect(name.normalised == normalised)
    #expect(name.words.joined(separator: " ") == normalised)
  }

  @Test(arguments: ["NATO", "U.S.", "EU", "G7", "UN", "ЄС", "U.S.A.", "F16"])
  func `two to eight capitals, perhaps with points or digits, are an acronym`(text: String) {
    #expect(EntityName(text).isAcronym)
  }

  @Test(arguments: ["Nato", "A", "ABCDEFGHI", "UN Security", "1990", "a.m.", "", "...", "東京"])
  func `other names are none`(text: String) {
    #expect(!EntityName(text).isAcronym)
  }

  @Test(arguments: [
    ("North Atlantic Treaty Organization", ["nato"]), ("Organisation of Islamic Cooperation", ["oic", "ooic"]),
    ("Jean-Claude Juncker", ["jcj", "jj"]), ("Ada", []), ("ada lovelace", []),
    ("the European Union", ["eu"]), ("Joint United Nations Programme on HIV", ["junph", "junpoh"]),
  ])
  func `initials are those of capitalised words and those of all words`(text: String, initials: [String]) {
    #expect(Set(EntityName(text).initials) == Set(initials))
  }

  @Test func `the more alike two names, the higher the guess that they are one`() {
    func similarity(_ one: String, _ other: String) -> Double {
      let forth = EntityName(one).similarity(to: EntityName(other))
      #expect(forth == EntityName(other).similarity(to: EntityName(one)))
      return forth
    }
    let guesses = [
      similarity("the NATO", "NATO"), similarity("NATO", "North Atlantic Treaty Organization"),
      similarity("Angela Merkel", "Merkel"), similarity("Angela Merkel", "Angela Davis"),
      similarity("Kharkiv", "Kharkov"), similarity("Kharkiv", "Odesa"),
    ]
    #expect(guesses == guesses.sorted(by: >) && guesses.first == 1 && guesses.last == 0)
    #expect(similarity("Bank of England", "House of Lords") == 0)
  }
}
