import ArgumentParser
import Formats

/// A subcommand: declares its arguments, asks, renders; says how it ended.
///
/// Its configuration writes its name out: making one from the type's, for each command, is a sixth of the time of a start.
protocol Command: ParsableCommand {
  /// - Throws: a `Problem`, or ``Output/ClosedPipe``.
  func run(_ console: Console) throws -> Exit
}
