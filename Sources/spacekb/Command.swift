import ArgumentParser
import Formats

/// A subcommand: declares its arguments, asks, renders; says how it ended.
protocol Command: ParsableCommand {
  /// - Throws: a `Problem`, or ``Output/ClosedPipe``.
  func run(_ console: Console) throws -> Exit
}
