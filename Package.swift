// swift-tools-version: 6.2
import PackageDescription

// Libraries that Debian ships as archives are linked into the binary, so that a release build needs nothing
// on the machine it is copied to (README, "One binary").
let curses: [LinkerSetting] = [
  .linkedLibrary(":libncursesw.a", .when(platforms: [.linux])),
  .linkedLibrary(":libtinfo.a", .when(platforms: [.linux])),
]
let gumbo: [LinkerSetting] = [.linkedLibrary(":libgumbo.a", .when(platforms: [.linux]))]

let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let toml: Target.Dependency = .product(name: "TOMLKit", package: "TOMLKit")
let arguments: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "gloss",
  products: [
    .executable(name: "gloss", targets: ["gloss"]),
    .library(name: "Annotations", targets: ["Annotations"]),
    .library(name: "TextAnalysis", targets: ["TextAnalysis"]),
    .library(name: "ReaderUI", targets: ["ReaderUI"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
    .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"),
  ],
  targets: [
    // C: the terminal, the HTML parser, and files compiled into the binary.
    .target(
      name: "CTerminal", exclude: ["gloss.ti", "gloss-256.terminfo", "gloss-direct.terminfo"], linkerSettings: curses),
    .target(name: "CMarkup", linkerSettings: gumbo),
    .target(name: "CEmbedded"),

    // The rooms. Who may know whom is drawn in Sources/Annotations/Annotations.docc/Architecture.md.
    .target(name: "Annotations", dependencies: ["CMarkup", crypto]),
    .target(
      name: "TextAnalysis", dependencies: ["Annotations", "CEmbedded"],
      exclude: ["Gazetteers/Lists", "Tagger/Models"]),
    .target(name: "ReaderUI", dependencies: ["Annotations", toml]),
    .executableTarget(
      name: "gloss",
      dependencies: ["Annotations", "TextAnalysis", "ReaderUI", "CTerminal", "CEmbedded", arguments],
      exclude: ["Demo/Articles"]),

    // Proof. Tests/ mirrors Sources/ folder for folder.
    .target(name: "CPseudoTerminal", path: "Tests/CPseudoTerminal"),
    .target(name: "TestSupport", dependencies: ["Annotations", "CPseudoTerminal"], path: "Tests/TestSupport"),
    .executableTarget(name: "benchmarks", dependencies: ["TestSupport"], path: "Tests/Benchmarks"),
    .testTarget(name: "TestSupportTests", dependencies: ["TestSupport"]),
    .testTarget(name: "AnnotationsTests", dependencies: ["Annotations", "TestSupport"], exclude: ["Pages"]),
    .testTarget(name: "TextAnalysisTests", dependencies: ["TextAnalysis", "TestSupport"]),
    .testTarget(name: "ReaderUITests", dependencies: ["ReaderUI", "TestSupport"]),
    // The program itself, in pseudo-terminals and pipes; the dependency on it has it built beside the tests.
    .testTarget(name: "glossTests", dependencies: ["gloss", "Annotations", "ReaderUI", "TestSupport"]),
  ],
  swiftLanguageModes: [.v6]
)
