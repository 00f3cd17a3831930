// swift-tools-version: 6.2
import PackageDescription

// Programs that feed made-up bytes to what reads bytes, for libFuzzer: `.ci/fuzz SECONDS` builds and runs them. A package
// of its own, since all of it has to be built with `--sanitize=fuzzer`.
let annotations: Target.Dependency = .product(name: "Annotations", package: "gloss")
let readerUI: Target.Dependency = .product(name: "ReaderUI", package: "gloss")

let package = Package(
  name: "gloss-fuzzing",
  dependencies: [.package(name: "gloss", path: "../..")],
  targets: [
    .target(name: "Promises"),
    .executableTarget(name: "FuzzDocuments", dependencies: ["Promises", annotations]),
    .executableTarget(name: "FuzzRecords", dependencies: ["Promises", annotations]),
    .executableTarget(name: "FuzzKeys", dependencies: ["Promises", readerUI]),
  ],
  swiftLanguageModes: [.v6]
)
