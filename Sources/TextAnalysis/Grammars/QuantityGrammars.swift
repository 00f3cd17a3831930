extension Grammar {
  /// Sums of money.
  static let money = Grammar(
    .money,
    [
      "$about? <currency-sign> ( <num> | <number-magnitude> ) <magnitude>* ( ( - | – | to ) <currency-sign>? ( <num> | <number-magnitude> ) <magnitude>* )? ( us | canadian | australian | usd )?",
      "$about? ( $number | <number-magnitude> ) ( us | u.s. | american | canadian | australian | hong kong | new zealand | british | egyptian | syrian | turkish | russian | swiss | indian )? <currency>",
      "$about? $number ( - | – | to ) $number <currency>",
      "$about? ( $number | <number-magnitude> ) <currency-sign>",
      "( $many | millions | billions | trillions ) of ( us | u.s. )? <currency>",
      "$plain-number - <currency>",
    ])

  /// Percentages.
  static let percents = Grammar(
    .percent,
    [
      "$about? $number ( ( - | – | to | or | and ) $number )? ( % | percent | per cent | pct | percentage points? | percentage point )"
    ])

  /// Measurements.
  static let quantities = Grammar(
    .quantity,
    [
      "$about? $number ( ( - | – | to | by ) $number )? ( square | cubic | nautical | metric | short )? <measure> ( ( per | an | a ) ( hour | second | day | minute ) | celsius | fahrenheit | squared | c | f )?",
      "$about? <number-measure>",
      "$plain-number - ( mile | kilometer | kilometre | meter | metre | foot | inch | acre | hectare | pound | ton | tonne | gallon | barrel | megawatt | kilogram | square )",
      "( $many | millions | billions ) of ( square | cubic )? <measure>",
    ])

  /// First, second, 93rd.
  static let ordinals = Grammar(
    .ordinal, ["<th>", "<small><ordinal>", "<Capital><ordinal>"],
    exceptions: ["at first", "first ( of all | and foremost | ladies | lady )", "second thoughts", "second to none"])

  /// Numbers that count things.
  static let cardinals = Grammar(
    .cardinal,
    [
      "$about? $number ( ( - | – ) $number )?",
      "$about? <number-magnitude>",
      "$about? <day-range>",
      "$many",
    ],
    exceptions: [
      "( no | any | every | some | each | this | that | another | which ) one", "one another", "one of a kind",
      "one day",
    ])
}
