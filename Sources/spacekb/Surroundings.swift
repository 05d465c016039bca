#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What the process finds around it: descriptors, signals, environment.
enum Surroundings {
  /// A closed pipe and a file over its size limit become errors of `write`; descriptors 0 to 2 are taken, so that no file
  /// which is opened later becomes standard output. A closed one stays unusable: reading or writing it fails.
  static func prepare() {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    for descriptor in Int32(0)...2 where fcntl(descriptor, F_GETFD) == -1 {
      _ = open("/dev/null", descriptor == 0 ? O_WRONLY : O_RDONLY)
    }
  }

  /// Whether a person is at this descriptor.
  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// A variable of the environment; nil if it is unset or empty.
  static func variable(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }

  /// The arguments after the program's name; nil if one of them is not UTF-8.
  static var arguments: [String]? {
    var arguments: [String] = []
    for i in 1..<max(1, Int(CommandLine.argc)) {
      guard let argument = CommandLine.unsafeArgv[i] else { break }
      guard let text = String(validatingCString: argument) else { return nil }
      arguments.append(text)
    }
    return arguments
  }

  /// Year, month and day where the process runs, by the system's clock.
  static var today: (year: Int, month: Int, day: Int) {
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    return (Int(parts.tm_year) + 1900, Int(parts.tm_mon) + 1, Int(parts.tm_mday))
  }
}
