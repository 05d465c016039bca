/// How far a long work has come: one line on standard error, if that is a terminal, from the first second on.
final class Progress {
  private static let patience = Duration.seconds(1)
  private static let pause = Duration.milliseconds(200)

  private let err: Output
  private let isShown: Bool
  private let start = ContinuousClock.now
  private var last: ContinuousClock.Instant?

  init(_ err: Output) {
    self.err = err
    isShown = err.isTerminal
  }

  /// Shows a line in place of the one before; at most five a second.
  func show(_ line: @autoclosure () -> String) {
    guard isShown else { return }
    let now = ContinuousClock.now
    guard now - start > Self.patience, last.map({ now - $0 > Self.pause }) ?? true else { return }
    last = now
    write("\r\u{1B}[K\(line())")
  }

  /// Takes the line away, so that something else can be said.
  func clear() {
    guard last != nil else { return }
    last = nil
    write("\r\u{1B}[K")
  }

  private func write(_ text: String) {
    // Nothing can be said of a failure to say something.
    try? err.write(text)
    try? err.flush()
  }
}
