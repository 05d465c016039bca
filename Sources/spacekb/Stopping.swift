#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What is said and done when a signal ends a command that writes. The signal still ends it, and says so in the status.
///
/// What was not committed is rolled back by whoever opens the database next.
enum Stopping {
  private static let words: StaticString =
    "\nspacekb: stopped; what was called stored is stored, the rest is not and can be read again\n"
  /// A file that goes when the process is stopped, and its journal.
  private nonisolated(unsafe) static var draft: (UnsafeMutablePointer<CChar>?, UnsafeMutablePointer<CChar>?)

  /// From now on SIGINT, SIGTERM and SIGHUP are answered with a line; one that is ignored (`nohup`) stays so.
  static func announce() {
    var answered = sigset_t()
    sigemptyset(&answered)
    for number in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&answered, number) }
    // Some programs start others with all signals held back.
    sigprocmask(SIG_UNBLOCK, &answered, nil)
    for number in [SIGINT, SIGTERM, SIGHUP] {
      let before = signal(number, handler)
      if unsafeBitCast(before, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) { signal(number, SIG_IGN) }
    }
  }

  /// From now on a stop takes the half-built database with it.
  static func remove(draft path: String) { draft = (strdup(path), strdup("\(path)-journal")) }

  /// Only calls that are safe in a handler of signals.
  private static let handler: @convention(c) (Int32) -> Void = { number in
    if let file = draft.0, let journal = draft.1 {
      unlink(file)
      unlink(journal)
    }
    _ = write(2, words.utf8Start, words.utf8CodeUnitCount)
    signal(number, SIG_DFL)
    raise(number)
  }
}
