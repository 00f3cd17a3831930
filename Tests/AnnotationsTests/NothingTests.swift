import Testing

@testable import Annotations

@Test func nothing() {}
