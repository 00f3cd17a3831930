import Annotations
import Testing

@Suite struct DatelineTests {
  @Test(
    "The place and the agency of a dateline",
    arguments: [
      "«GPE CHUR», 8 June («ORG Valley Bulletin») — A court ruled.",
      "«GPE BRADFORD», June 3 («ORG Practice Wire») — A fire at the market hurt three people.",
      "«GPE ZWOLLE» («ORG Harbour Post») - The bridge is open.",
      "«GPE PORT ALVOR» -- Nobody was hurt.",
    ])
  func datelines(_ marked: String) { #expect(suggested(in: marked, [.gpe, .org, .person]) == marked) }

  @Test(
    "What only looks like a dateline",
    arguments: [
      "BREAKING news from the harbour — nobody was hurt.", "The crew of the BRADFORD, it is said — nobody knows.",
    ])
  func others(_ marked: String) { #expect(suggested(in: marked, [.gpe]) == marked) }

  @Test("A company is known without its legal form")
  func shortCompany() {
    let marked = "The group «ORG Lattora AG» sold it. Later «ORG Lattora» said it would wait."
    #expect(suggested(in: marked, [.org, .person]) == marked)
  }
}
