import Answers
import ArgumentParser
import Formats

/// `spacekb search`: the full text of the reports.
struct Search: Command {
  /// The reports that are shown where no number was asked for.
  private static let limit = 20

  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Search the text of the reports; print the sentence of each that fits best.",
    discussion: """
      EXAMPLES
        spacekb search rotating chair
        spacekb search "lunar exploration" --in 2018-2020 --limit 5

      All words must be there, in any form of case and accents. The best report comes first; 20 are shown unless --limit says
      otherwise. What is printed are sentences, not facts that were read from them.
      \(ExitCodes.table)
      """)

  @OptionGroup var asking: AskingOptions
  @OptionGroup var scope: ScopeOptions

  @Argument(help: "The words; quotes around them are not needed.")
  var words: [String]

  func run(_ console: Console) throws -> Exit {
    try asking.answer(scope, console) { answerer, scope in
      var scope = scope
      scope.limit = scope.limit ?? Self.limit
      return try answerer.search(words.joined(separator: " "), scope)
    }
  }
}
