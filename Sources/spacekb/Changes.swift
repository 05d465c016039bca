import Answers
import ArgumentParser
import Formats

/// `spacekb changes`: what changed in a forum.
struct Changes: Command {
  static let configuration = CommandConfiguration(
    commandName: "changes",
    abstract: "Who joined or left a forum, took or gave its chair, was renamed, and when it met.",
    discussion: """
      EXAMPLES
        spacekb changes ISECG --in 2014-2020
        spacekb changes ISECG --in "since 2019" --format jsonl
        spacekb changes ISECG --kind joined --party AEB
      \(ExitCodes.table)
      """)

  @OptionGroup var asking: AskingOptions
  @OptionGroup var scope: ScopeOptions

  @Argument(help: "A forum, by any name it is known by.", completion: NameCompletion.forums)
  var forum: String

  @Option(
    help: ArgumentHelp(
      "Only who joined, left, founded it or applied: joined, left, founded, applied.", valueName: "kind"))
  var kind: Kind?

  @Option(help: ArgumentHelp("Only the joining or leaving of this party.", valueName: "party"))
  var party: String?

  @Option(help: ArgumentHelp("Also told by person or country.", valueName: "what"))
  var by: Breakdown?

  enum Kind: String, ExpressibleByArgument, CaseIterable { case joined, left, founded, applied }

  func run(_ console: Console) throws -> Exit {
    try asking.answer(scope, console) { answerer, scope in
      try answerer.changes(in: forum, kind: kind?.rawValue, party: party, by: by, scope)
    }
  }
}
