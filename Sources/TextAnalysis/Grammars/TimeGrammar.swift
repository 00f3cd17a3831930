extension Grammar {
  /// Times of day and periods shorter than a day.
  static let times = Grammar(
    .time,
    [
      "$about? <clock> <meridiem>? <time-zone>? ( local time )?",
      "$about? <hour> <time-zone>?",
      "$about? <int> ( <meridiem> | o'clock ) <time-zone>? ( local time )?",
      "<int> ( <time-zone> | hours <time-zone> )",
      "( early | late | earlier | later )? ( $this | <weekday> | yesterday | tomorrow | today ) ( early | late )? <day-part>",
      "( early | late ) ( in the )? <day-part>",
      "[ in | during | by | until | of ] the? ( early | late )? ( morning | afternoon | evening ) hours?",
      "[ at | before | after | until | by | since | around | about | from | to ] ( noon | midnight | midday | dawn | dusk | sunrise | sunset | night )",
      "tonight",
      "overnight",
      "( earlier | later | late | early ) tonight",
      "( $this ) ( $count | $few )? ( hour | hours | minute | minutes )",
      "( $count | $about? $few ) <time-unit> $ago?",
      "$about? ( a | an | half an | one ) ( hour | minute ) $ago?",
      "<time-compound>",
      "$plain-number - ( hour | minute | second )",
    ])
}
