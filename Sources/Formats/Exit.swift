/// Exit statuses of the command, after `sysexits.h`.
public enum Exit: Int32, Sendable, Hashable, CaseIterable {
  case done = 0
  /// Nothing known, a question not understood, or a check that found something.
  case nothingKnown = 1
  /// Some inputs taken, some refused.
  case partly = 2
  case usage = 64
  case badData = 65
  case noInput = 66
  case bug = 70
  case cannotCreate = 73
  case inputOutput = 74
  case busy = 75
  case notPermitted = 77
  /// A database that isn't ours, or is newer than this program.
  case notOurs = 78
}
