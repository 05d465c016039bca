public import Answers
public import ArgumentParser
import Formats

/// `spacekb chairs`: who held the chair of a forum.
struct Chairs: Command {
  static let configuration = CommandConfiguration(
    commandName: "chairs",
    abstract: "Who held the chair of a forum, with the sentence for each term.",
    discussion: """
      EXAMPLES
        spacekb chairs ISECG
        spacekb chairs ISECG --on 2020-09-09
        spacekb chairs ISECG --in 2008-2011 --format csv
        spacekb chairs ISECG --holder CSA
      \(ExitCodes.table)
      """)

  @OptionGroup var asking: AskingOptions
  @OptionGroup var scope: ScopeOptions

  @Argument(help: "A forum, by any name it is known by.", completion: NameCompletion.forums)
  var forum: String

  @Option(help: ArgumentHelp("Only this party: whether, since when, for how long.", valueName: "party"))
  var holder: String?

  @Option(help: ArgumentHelp("Another office: vice-chair, secretariat.", valueName: "office"))
  var role: String?

  @Option(help: ArgumentHelp("Also told by person or country.", valueName: "what"))
  var by: Breakdown?

  func run(_ console: Console) throws -> Exit {
    try asking.answer(scope, console) { answerer, scope in
      try answerer.chairs(of: forum, holder: holder, role: role, by: by, scope)
    }
  }
}

extension Breakdown: ExpressibleByArgument {}
