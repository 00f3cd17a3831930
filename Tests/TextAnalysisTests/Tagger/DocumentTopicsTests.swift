import Annotations
import Testing

@testable import TextAnalysis

@Suite struct DocumentTopicsTests {
  private static let clusters = WordClusters(
    [("goal", 1), ("match", 1), ("minister", 2), ("court", 2), ("the", 3), ("a", 3), ("'s", 4)].map { word, cluster in
      (hash: NameHash.word(word), fine: cluster, coarse: 1)
    })
  private static let shares = ClusterShares(
    countedIn: Array("the goal a match the minister 's\nThe Goal 12 a 's court".utf8), clusters)

  private func topics(_ text: String, _ shares: ClusterShares = shares) -> [UInt16] {
    let document = Document(text)
    let prepared = Pipeline.rules.prepare(document, document.span)
    let traits = document.bytes.withUnsafeBufferPointer { bytes in
      prepared.units.indices.map {
        WordTraits(
          bytes, prepared.units[$0].span.range, key: prepared.keys[$0], flags: prepared.units[$0].flags,
          clusters: Self.clusters)
      }
    }
    return DocumentTopics(prepared, traits, shares).clusters
  }

  @Test("The share of a cluster is that among the words with small letters that have a cluster")
  func shareOfClusters() {
    #expect(Self.shares.count == 5)
    #expect((1...4).map { Self.shares[$0] } == [0.2, 0.2, 0.4, 0.2])
  }

  @Test("What a document has more of than texts in general comes before what every text has")
  func excess() {
    #expect(topics("Leeds: the goal, the match, a goal and the match; the goal.").first == 1)
    #expect(topics("The minister and the court: a court, the minister, the court.").first == 2)
    #expect(topics("The goal. Goal, Match, Minister: nothing said thrice in small letters but the the.") == [])
  }

  @Test("Nothing is known of a text without shares, or of an empty one")
  func nothing() {
    #expect(topics("the goal the goal the goal", .none) == [])
    #expect(topics("") == [])
  }
}
