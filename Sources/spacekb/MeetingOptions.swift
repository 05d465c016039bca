public import Answers
public import ArgumentParser

/// Which meetings of a forum.
struct MeetingOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Only in this town or country.", valueName: "place"))
  var place: String?

  @Option(help: ArgumentHelp("Only the meeting with this number.", valueName: "count"))
  var ordinal: Int?

  @Option(help: ArgumentHelp("Only the first or last known, or the next: first, last, next.", valueName: "which"))
  var pick: MeetingChoice.Pick?

  var choice: MeetingChoice { MeetingChoice(place: place, ordinal: ordinal, pick: pick) }
}

extension MeetingChoice.Pick: ExpressibleByArgument {}
