import Annotations
import Testing
import TextAnalysis

@Suite struct TaggerTrainerTests {
  @Test("What a tiny set shows is learnt, also for names it does not have")
  func learns() {
    let model = TinyTrainingSet.model
    #expect(model.info.labels == [.gpe, .person])
    let text = TokenisedText(words: [
      ["Yesterday", "Hanna", "Krog", "spoke", "in", "Gortia", "."], ["It", "rained", "in", "Gortia", "."],
    ])
    let found = model.mentions(in: text).map { "\($0.label) \(text.document.text(in: $0.span))" }
    #expect(found == ["PERSON Hanna Krog", "GPE Gortia", "GPE Gortia"])
  }

  @Test("The same data, options and seed give the same bytes; another seed gives others")
  func deterministic() {
    let again = TaggerTrainer(options: TinyTrainingSet.options).train([TinyTrainingSet.make()])
    #expect(again.bytes == TinyTrainingSet.model.bytes)
    var options = TinyTrainingSet.options
    options.seed = 2
    #expect(TaggerTrainer(options: options).train([TinyTrainingSet.make()]).bytes != again.bytes)
  }

  @Test("A set that does not know a label does not speak against it")
  func partialLabels() {
    // One set has both labels, three times as much has people only.
    let silent = TinyTrainingSet.make(marksPlaces: false, known: [.person])
    let sets = [TinyTrainingSet.make(), silent, silent, silent]
    let text = TokenisedText(words: [["It", "rained", "in", "Alvor", "."], ["It", "rained", "in", "Branta", "."]])
    let partial = TaggerTrainer(options: TinyTrainingSet.options).train(sets)
    #expect(partial.mentions(in: text).map(\.label) == [.gpe, .gpe])
    // Where the sets claim to know the label, it is unlearnt.
    let denying = TinyTrainingSet.make(marksPlaces: false)
    let denied = TaggerTrainer(options: TinyTrainingSet.options).train([
      TinyTrainingSet.make(), denying, denying, denying,
    ])
    #expect(denied.mentions(in: text).isEmpty)
  }

  @Test("Progress rises to the end and names every phase")
  func progress() {
    var phases: [TrainingProgress.Phase] = []
    var fractions: [Double] = []
    let set = TinyTrainingSet.make()
    _ = TaggerTrainer(options: TinyTrainingSet.options).train([set], development: [set]) { progress in
      if phases.last != progress.phase { phases.append(progress.phase) }
      fractions.append(progress.fraction)
      return true
    }
    #expect(phases == TrainingProgress.Phase.allCases.filter { $0 != .tagging })
    #expect(fractions == fractions.sorted() && fractions.allSatisfy { $0 >= 0 && $0 <= 1 })
  }

  @Test("Training that is stopped gives a model that can be used", arguments: [1, 3, 20, 40])
  func stopped(_ steps: Int) throws {
    var left = steps
    let model = TaggerTrainer(options: TinyTrainingSet.options).train([TinyTrainingSet.make()]) { _ in
      left -= 1
      return left > 0
    }
    let read = try TaggerModel(bytes: model.bytes)
    _ = read.mentions(in: TokenisedText(words: [["It", "rained", "in", "Alvor", "."]]))
  }

  @Test("Empty sets, unknown tags and inner tags that follow nothing do no harm")
  func oddData() {
    let sentences = [
      TrainingSet.Sentence(words: ["In", "Alvor", "."], tags: ["O", "I-GPE", "O"]),
      TrainingSet.Sentence(words: ["Berg", "Alvor"], tags: ["B-PERSON", "I-GPE"]),
      TrainingSet.Sentence(words: ["x"], tags: ["_"]), TrainingSet.Sentence(words: [], tags: []),
    ]
    let odd = TrainingSet(name: "odd", documents: [TrainingSet.Document(sentences: sentences)])
    let trainer = TaggerTrainer(options: TinyTrainingSet.options)
    #expect(trainer.train([odd]).info.labels == [.gpe, .person])
    #expect(trainer.train([]).mentions(in: TokenisedText(words: [["Alvor"]])).isEmpty)
  }

  @Test("More labels than fit into one block of tags are learnt too")
  func manyLabels() {
    let names = (0..<12).map { String(repeating: String("ABCDEFGHIJKL".dropFirst($0).prefix(1)), count: 5) }
    let sentences = names.enumerated().flatMap { number, name in
      (0..<6).map { _ in TrainingSet.Sentence(words: ["the", name, "stands"], tags: ["O", "B-L\(number)", "O"]) }
    }
    let set = TrainingSet(name: "many", documents: [TrainingSet.Document(sentences: sentences)])
    var options = TinyTrainingSet.options
    options.stages = 1
    let model = TaggerTrainer(options: options).train([set])
    #expect(model.info.labels.count == 12)
    for number in 0..<12 {
      let text = TokenisedText(words: [["the", names[number], "stands"]])
      #expect(model.mentions(in: text).map(\.label) == [Label("L\(number)")])
    }
  }
}
