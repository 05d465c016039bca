import Answers
import ArgumentParser
import Formats

/// `spacekb chairs`: who held the chair of a forum.
struct Chairs: Command {
  static let configuration = CommandConfiguration(
    abstract: "Who held the chair of a forum, with the sentence for each term.",
    discussion: """
      EXAMPLES
        spacekb chairs ISECG
        spacekb chairs ISECG --on 2020-09-09
        spacekb chairs ISECG --in 2008-2011 --format csv
      \(ExitCodes.table)
      """)

  @OptionGroup var asking: AskingOptions
  @OptionGroup var scope: ScopeOptions

  @Argument(help: "A forum, by any name it is known by.", completion: NameCompletion.forums)
  var forum: String

  func run(_ console: Console) throws -> Exit {
    try asking.answer(scope, console) { answerer, scope in try answerer.chairs(of: forum, scope) }
  }
}
