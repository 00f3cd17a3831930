extension Grammar {
  /// Elections that are named by their year: "the 2016 United States presidential election".
  static let elections = Grammar(
    .election,
    [
      "<year> <Capital> ( <Capital> | of | the | and | general | presidential | parliamentary | legislative | local | municipal | gubernatorial | federal | state | provincial | primary | leadership | regional | snap | legislature | independence | constitutional )* ( election | elections | referendum | primary | primaries )",
      "<year> ( general | presidential | parliamentary | legislative | local | municipal | gubernatorial | federal | state | provincial | leadership | regional | snap )+ ( election | elections )",
      "<Capital> ( <Capital> | general | presidential | parliamentary | legislative | local | municipal | gubernatorial | federal | provincial | leadership | regional | snap )* ( election | elections | referendum ) , <year>",
    ])
}
