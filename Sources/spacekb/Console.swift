import Formats
import Rendering

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Standard output for data, standard error for everything else.
struct Console {
  let out = Output(descriptor: 1, name: "standard output")
  let err: Output
  let progress: Progress

  init() {
    err = Output(descriptor: 2, name: "standard error")
    progress = Progress(err)
  }

  /// A line for the person at the terminal, at once.
  func say(_ line: String) {
    progress.clear()
    // Nothing can be said of a failure to say something.
    try? err.write(Visible.text(line) + "\n")
    try? err.flush()
  }

  /// A problem as its one line: `spacekb: error[CODE]: PLACE: message`.
  func report(_ problem: Problem) { say("spacekb: \(problem.description)") }

  /// A warning as its one line.
  func warn(_ problem: Problem) { say("spacekb: \(problem.described(as: "warning"))") }

  /// The columns of the terminal that standard output is; nil if it is none.
  var width: Int? {
    guard out.isTerminal else { return nil }
    if let columns = Surroundings.variable("COLUMNS").flatMap(Int.init), columns >= 20 { return min(columns, 200) }
    var size = winsize()
    guard ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 20 else { return 80 }
    return min(Int(size.ws_col), 200)
  }
}
