import Answers
import ArgumentParser
import Formats

/// `spacekb changes`: what changed in a forum.
struct Changes: Command {
  static let configuration = CommandConfiguration(
    abstract: "Who joined or left a forum, took or gave its chair, was renamed, and when it met.",
    discussion: """
      EXAMPLES
        spacekb changes ISECG --in 2014-2020
        spacekb changes ISECG --in "since 2019" --format jsonl
      \(ExitCodes.table)
      """)

  @OptionGroup var asking: AskingOptions
  @OptionGroup var scope: ScopeOptions

  @Argument(help: "A forum, by any name it is known by.", completion: NameCompletion.forums)
  var forum: String

  func run(_ console: Console) throws -> Exit {
    try asking.answer(scope, console) { answerer, scope in try answerer.changes(in: forum, scope) }
  }
}
