import Annotations
import Testing

@Suite struct PlacesAndOthersTests {
  @Test(
    "Places of the lists and places told by their words",
    arguments: [
      "in «GPE Iraq» and northern «GPE Syria»", "to «LOC Central Asia» and the «LOC Middle East»",
      "in «GPE Tampa», «GPE Florida»",
      "the «GPE Xinjiang Uighur Autonomous Region» of China's west", "in the town of «GPE Jabla» today",
      "near «GPE Ayn Isa», one strike",
      "by «LOC Lake Geneva» and the «LOC Gulf of Aden»", "in «GPE Helmand» province", "in «GPE Diyala Province»",
      "the «GPE U.S.»-led coalition", "anti-«GPE Pyongyang» leaflets",
    ])
  func places(_ marked: String) {
    let ofChina = marked.replacing("of China's west", with: "of «GPE China»'s west")
    #expect(suggested(in: ofChina, [.gpe, .loc]) == ofChina)
  }

  @Test(
    "Ambiguous names need the words around them",
    arguments: [
      "He was reading in «GPE Reading».", "a nice day in «GPE Nice»", "Reading is fun.",
      "In Georgia it may rain in May.",
    ])
  func ambiguous(_ marked: String) {
    let withGeorgia = marked.replacing("Georgia", with: "«GPE Georgia»")
    #expect(suggested(in: withGeorgia, [.gpe]) == withGeorgia)
  }

  @Test(
    "Nationalities, creeds and peoples",
    arguments: [
      "A «NORP Russian» official warned the «NORP Takfiri» group.",
      "«NORP Afghans», «NORP Kurdish» fighters and «NORP Sunni» clerics",
      "the «NORP Central Asian» states", "pro-«NORP Russian» rebels",
    ])
  func groups(_ marked: String) { #expect(suggested(in: marked, [.norp]) == marked) }

  @Test(
    "Facilities, events, laws, weapons, ships and works",
    arguments: [
      "at the «FAC Nizhny Novgorod Stadium» today", "the «FAC Ishtar Gate» stands",
      "during «EVENT Operation Inherent Resolve» in May",
      "the «EVENT 2018 FIFA World Cup» began", "He fought in «EVENT World War II» and lost.",
      "the UN voted for «LAW Resolution 2254» then", "the «LAW Geneva Conventions» hold",
      "an «WEAPON AK-47» and a «WEAPON VBIED»",
      "the «PRODUCT USS Hopper» sailed", "He sang in the film «WORK_OF_ART Star Wars» once.",
      "the book “«WORK_OF_ART A Quiet House»” sold well",
    ])
  func others(_ marked: String) {
    #expect(suggested(in: marked, [.fac, .event, .law, .weapon, .product, .workOfArt]) == marked)
  }

  @Test(
    "Storms, with the word for a storm and without it elsewhere in the document",
    arguments: [
      "«EVENT Hurricane Wilma» hit on Monday. «EVENT Wilma» left the harbour, said Wilma Torres.",
      "«EVENT Tropical Storm Epsilon» grew. «EVENT Epsilon» is far away.",
      "Hurricanes «EVENT Rita» and «EVENT Katrina» were worse than «EVENT Katrina» alone.",
      "The cyclone «EVENT Nargis» hit. Victims of «EVENT Nargis» wait, but Nargis said no.",
      "Hurricanes «EVENT Harvey» and «EVENT Irma», Texas officials said, were worse.",
      "Katrina met Wilma.", "The Hurricane Center closed.", "a storm in Bergen", "Storm Lake, Iowa, is dry.",
    ])
  func storms(_ marked: String) { #expect(suggested(in: marked, [.event]) == marked) }

  @Test(
    "A language only where speech is near",
    arguments: [
      "She speaks «LANGUAGE Russian» well.", "known by its «LANGUAGE Arabic» acronym", "The Russian army left.",
      "written in «LANGUAGE German».",
    ])
  func languages(_ marked: String) { #expect(suggested(in: marked, [.language]) == marked) }
}
