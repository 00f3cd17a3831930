import Annotations
import Testing

@Suite struct DocumentNamesTests {
  @Test("A surname alone is the person named in full before")
  func surname() {
    let marked = "Colonel «PERSON Tom Hardwood» came. «PERSON Hardwood» said no. Nobody saw «PERSON Hardwood» again."
    #expect(suggested(in: marked, [.person]) == marked)
  }

  @Test("A surname before the full name, as in headlines, is found too")
  func headline() {
    let marked = "«PERSON Hardwood» wins again\n\nThe driver «PERSON Tom Hardwood» won."
    #expect(suggested(in: marked, [.person]) == marked)
  }

  @Test("A name is found again in a headline of capitals")
  func capitals() {
    let marked = "«PERSON HARDWOOD» WINS AGAIN IN «GPE IRAQ»\n\nThe driver «PERSON Tom Hardwood» won in «GPE Iraq»."
    #expect(suggested(in: marked, [.person, .gpe]) == marked)
  }

  @Test("The same words get the same label: a surname that is also a country")
  func sameLabel() {
    let marked = "Mr. «PERSON Michael Jordan» came. «PERSON Jordan» said that he was tired."
    #expect(suggested(in: marked, [.person, .gpe]) == marked)
  }

  @Test("Without a full name nearby it is the country")
  func country() {
    let marked = "«GPE Jordan» said that it was tired."
    #expect(suggested(in: marked, [.person, .gpe]) == marked)
  }
}
