public import Answers
public import ArgumentParser
import Formats
import Rendering

/// `spacekb timeline`: who belonged, held an office and met, as a picture.
struct TimelineOf: Command {
  static let configuration = CommandConfiguration(
    commandName: "timeline",
    abstract: "Draw who belonged, held an office and met, with how sure each is on each day.",
    discussion: """
      EXAMPLES
        spacekb timeline ISECG
        spacekb timeline ISECG --format html > isecg.html
        spacekb timeline JAXA --in 2000-2020 --format svg > jaxa.svg
        spacekb timeline Canada --kind members --format csv

      Of a forum: the holders of its offices, its members and its meetings. Of an agency or a country: the same in all
      forums. What has no date is shown too, in a block of its own. Beside the usual formats there are the pictures chart
      (the default on a terminal), svg, html (one page with the sentences) and mermaid.
      \(ExitCodes.table)
      """)

  @OptionGroup var base: BaseOptions
  @OptionGroup var data: DataOptions
  @OptionGroup var format: FormatOptions
  @OptionGroup var today: TodayOptions

  @Argument(
    help: "A forum, an agency or a country, by any name it is known by, or by its id.",
    completion: NameCompletion.parties)
  var name: String

  @OptionGroup var scope: ScopeOptions

  @Option(help: ArgumentHelp("Only members, chairs or meetings.", valueName: "kind"))
  var kind: Timeline.Kind?

  func run(_ console: Console) throws -> Exit {
    let scope = try scope.scope(today: today.day())
    let read = TimelineReader(base: try BaseFile(base).openForReading(data, console), scope)
    let timeline: Timeline
    do {
      timeline = try read(of: name, kind: kind)
      let leftOut = try read.leftOut(of: name).count
      if leftOut > 0 {
        console.say("spacekb: \(leftOut) reports are left out, as their dates do not say; `spacekb members` names them")
      }
    } catch let misunderstanding as Misunderstanding {
      console.say("spacekb: \(misunderstanding.message)")
      return .nothingKnown
    }
    guard !timeline.isEmpty else {
      console.say("spacekb: no report tells of \(timeline.subject.label) what a timeline could show")
      return .nothingKnown
    }
    try console.out.write(TimelinePrinter(format: format.picture(on: console), width: console.width)(timeline))
    return .done
  }
}

extension Timeline.Kind: ExpressibleByArgument {}
