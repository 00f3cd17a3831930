/// Stops the program, and says why, when what was promised is not so. `precondition` says nothing in a release build.
public func promise(_ isKept: Bool, _ text: @autoclosure () -> String) {
  if !isKept { fatalError("broken promise: \(text())") }
}
