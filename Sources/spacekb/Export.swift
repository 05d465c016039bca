import Answers
import ArgumentParser
import Formats
import Rendering

/// `spacekb export`: what is known in formats of other tools.
struct Export: Command {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write what is known as a graph (GraphML, RDF) or a panel (country-year, attendance).",
    discussion: """
      EXAMPLES
        spacekb export graphml > spacekb.graphml
        spacekb export turtle --forum ISECG --known-by 2015 > isecg.ttl
        spacekb export country-year --in 2000-2024 > panel.csv
        spacekb export attendance --forum ISECG

      graphml       parties, forums, meetings and persons, and what ties them; for networkx, igraph, Gephi
      turtle        the same as RDF, in the words of the W3C's Organization Ontology and PROV-O, with every sentence
      country-year  CSV: the class of each country in each forum and year, with the values of Correlates of War
      attendance    CSV: a row for each party, a column for each meeting: 1 came, 0 did not, empty not known

      Unknown is never 0. In country-year 1 is a full member, 2 associate, 3 observer, -1 no forum yet or any more, -9 not known;
      0 stands only in years before a stated joining, after a stated leaving, or of a list that is whole by its stated total.
      Countries of which no report tells that they ever belonged have no row.
      \(ExitCodes.table)
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case graphml, turtle
    case countryYear = "country-year"
    case attendance
  }

  @OptionGroup var base: BaseOptions
  @OptionGroup var data: DataOptions
  @OptionGroup var today: TodayOptions
  @OptionGroup var time: TimeOptions

  @Argument(help: "graphml, turtle, country-year or attendance.")
  var format: Format

  @Option(
    help: ArgumentHelp("Only this forum, by any name; may be given again.", valueName: "forum"),
    completion: NameCompletion.forums)
  var forum: [String] = []

  func run(_ console: Console) throws -> Exit {
    let today = try today.day()
    let scope = try time.scope(today: today)
    let base = try BaseFile(base).openForReading(data, console)
    do {
      let reader = try ExportReader(base: base, forums: forum, scope, today: today)
      let leftOut = try reader.leftOut()
      if leftOut > 0 { console.say("spacekb: \(leftOut) reports are left out, as their dates do not say") }
      return try write(reader, console)
    } catch let misunderstanding as Misunderstanding {
      console.say("spacekb: \(misunderstanding.message)")
      return .nothingKnown
    }
  }

  private func write(_ reader: ExportReader, _ console: Console) throws -> Exit {
    switch format {
    case .graphml:
      let network = try reader.network()
      try GraphML()(network) { try console.out.write($0) }
      return exit(network.edges.count, console)
    case .turtle:
      let network = try reader.network(withEvidence: true)
      try Turtle()(network) { try console.out.write($0) }
      return exit(network.edges.count, console)
    case .countryYear:
      let years = try reader.countryYears()
      return try table(CountryYearRows.columns, years.map(CountryYearRows.cells), console)
    case .attendance:
      let matrix = try reader.attendance()
      return try table(AttendanceRows.columns(matrix), matrix.rows.map(AttendanceRows.cells), console)
    }
  }

  private func table(_ columns: [String], _ rows: [[Cell]], _ console: Console) throws -> Exit {
    var printer = RowPrinter(columns: columns, format: .csv)
    for row in rows { try console.out.write(printer.row(row)) }
    try console.out.write(printer.end())
    return exit(rows.count, console)
  }

  /// A file without rows is still one of its format.
  private func exit(_ count: Int, _ console: Console) -> Exit {
    if count == 0 { console.say("spacekb: no report tells of what this could show") }
    return count == 0 ? .nothingKnown : .done
  }
}
