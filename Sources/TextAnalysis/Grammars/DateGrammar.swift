extension Grammar {
  /// Dates and periods of a day or more, after the practice of OntoNotes: relative periods ("last week", "the past
  /// months"), ages ("19 years old") and durations ("two years") are dates too. A leading "the" stays outside.
  static let dates = Grammar(
    .date,
    [
      // Oct. 3, 2016 - Friday, Oct. 3 - 3 October 2016 - 11-13 Dec. - the 3rd of October
      "( <weekday> ,? )? <month> $day ( ( - | – | to | and | or ) $day )? ( ,? $year )?",
      "( <weekday> ,? )? <month> <day-range> ( ,? $year )?",
      "( <weekday> ,? )? $day ( ( - | – | to | and | or ) $day )? of? <month> ( ,? $year )?",
      "<day-range> <month> ( ,? $year )?",
      "$part? <month> ,? of? $year",
      "$part ( this | last | next )? <month>",
      "( this | last | next | past | each | every ) <month>",
      "<month> ( - | – | to | through | and ) <month> ( ,? $year )?",
      "<written-date>",
      // Friday - last Friday - Friday night is a time, see there
      "$this? <weekday>",
      "( every | each )? <weekday>",
      // early 2015 - 2015-16 - the 1990s - mid-1990s - the 19th century - 575 B.C.
      "$part ( $year | <decade> )",
      "<year-range>",
      "$year ( – | - ) ( $year | <int> )",
      "<recent-year> ( to | through ) <recent-year>",
      "$part? <decade>",
      "<hyphenated><period-part>",
      "( $part? ( <th> | <ordinal> ) | <hyphenated><period-part> ) ( century | centuries | millennium ) ( b.c. | a.d. | bc | bce | ce )?",
      "( <ordinal> | <th> | $this ) ( quarter | half | semester | trimester ) of ( the year | last year | this year | $year | fiscal $year? | <month> )",
      "( <ordinal> | <th> | $this ) ( quarter | semester | trimester )",
      "fiscal year? $year",
      "$about? <num> ( b.c. | a.d. | bc | ad | bce | ce )",
      "( a.d. | ad ) <num>",
      "<season> ( of | , )? $year",
      "( $this | $part ) <season>",
      "$part ( the | this | last | next ) ( <date-unit> | <season> )",
      // last week - the past two years - earlier this month - recent years
      "( earlier | later | late | early )? $this ( $count | $few )? <date-unit>",
      "( earlier | later | late | early ) ( today | yesterday | tomorrow )",
      "the? ( recent | coming | past | last | next ) ( $count | $few )? <date-unit>",
      "<relative> ( $count | $few )? ( days | weeks | months | years | decades | centuries )",
      "the? day ( before yesterday | after tomorrow )",
      "<relative-day>",
      "( the? other | the? following | the? next | the? previous | the? same | one ) day",
      // two years - more than two years ago - 19 years old - a decade - two-year
      "( $count | $about? $few ) <date-units> $ago?",
      "$plain-number -? ( day | week | month | year ) -? old",
      "( a | an | one | each | every ) ( <date-unit> ) $ago",
      "$about? ( a | an | half a | one ) ( day | week | month | year | decade | century | fortnight ) $ago?",
      "<date-compound> ( $ago )?",
      "$plain-number - <date-unit> ( - old )?",
      "the? ( weekend | week | year | month | decade ) of <month> $day?",
      "( the | this | last | next ) weekend",
    ])

  /// Months and years that stand alone: dates only where the words before them say so.
  static let bareDates = Grammar(
    .bareDate,
    [
      "[ in | since | until | till | by | during | from | of | before | after | through | between | around | to | and | late | early | mid ] <month>",
      "[ in | since | until | till | by | during | from | of | before | after | through | between | around | circa | about | to | and | or | <open> | – | - | , ] $year",
      "[ <Capital> , ] <day> [ , ]",
    ])

  /// Four digits that can be a year, where nothing says that they are none.
  static let loneYears = Grammar(
    .loneYear,
    [
      "[ the | a | an | his | her | its | their | our | this | next ] <recent-year>",
      "<recent-year> [ <Capital> | <function> | , | . | ; | : | <open> | <close> | – | - ]",
    ])
}
