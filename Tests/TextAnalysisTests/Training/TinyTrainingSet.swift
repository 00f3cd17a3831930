import Annotations
import TextAnalysis

/// A training set small enough for a test: made-up people and places in a few kinds of sentences.
enum TinyTrainingSet {
  private static let people = ["Anna Berg", "Carl Holm", "Dora Lind", "Emil Voss", "Frida Moe", "Gustav Rey"]
  private static let places = ["Alvor", "Branta", "Corvia", "Delmar", "Estona", "Farun"]

  /// Sentences in which people speak in places; places are marked only when `marksPlaces`.
  static func make(marksPlaces: Bool = true, known: Set<Label>? = nil) -> TrainingSet {
    var documents: [TrainingSet.Document] = []
    for (number, person) in people.enumerated() {
      let place = places[number]
      let sentences = [
        sentence("Yesterday \(person) spoke in \(place) .", person, marksPlaces ? place : nil),
        sentence("The mayor of \(place) met \(person) .", person, marksPlaces ? place : nil),
        sentence("It rained in \(place) .", nil, marksPlaces ? place : nil),
        sentence("The bridge was closed .", nil, nil),
      ]
      documents += [TrainingSet.Document(sentences: sentences), TrainingSet.Document(sentences: sentences.reversed())]
    }
    return TrainingSet(
      name: "tiny", documents: documents, knownLabels: known, attribution: "Nobody, who wrote it for a test")
  }

  private static func sentence(_ text: String, _ person: String?, _ place: String?) -> TrainingSet.Sentence {
    let words = text.split(separator: " ").map(String.init)
    var tags = [String](repeating: "O", count: words.count)
    func mark(_ name: String, _ label: Label) {
      let parts = name.split(separator: " ").map(String.init)
      guard let start = words.indices.first(where: { words[$0...].starts(with: parts) }) else { return }
      for offset in parts.indices { tags[start + offset] = (offset == 0 ? "B-" : "I-") + label.name }
    }
    if let person { mark(person, .person) }
    if let place { mark(place, .gpe) }
    return TrainingSet.Sentence(words: words, tags: tags)
  }

  /// Options that make training a matter of a second.
  static var options: TrainingOptions {
    var options = TrainingOptions()
    options.modelName = "tiny"
    options.epochs = 8
    options.featureBits = 12
    options.augmentation = 0
    options.resources = .none
    return options
  }

  /// A model trained on the set with both labels.
  static let model = TaggerTrainer(options: options).train([make()])
}
