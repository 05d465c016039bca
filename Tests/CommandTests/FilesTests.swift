import Testing

/// Sections H and J of the catalogue: what is written, files, paths, the command line.
///
/// Rows in other tests: H01 to H04 and J16 `OutputTests`; J01, J02, J10 `BadInputTests`; J18 `AnswerTests.ownData`; H08 to H10
/// with `dump`.
///
/// Not here: H05 and H07 as faults at a moment (a folder takes its place by one rename, which `folders` shows from outside); H11
/// (no name out of the data is part of a path: `data` writes paths of its own); J09 (needs a file that changes between two calls
/// of the system); J11 (100,000 files take longer than all other tests; the order is in `BadInputTests.folder`).
@Suite("Files and the command line")
struct FilesTests {
  private func lines(_ text: String) -> [String] { text.split(separator: "\n").map(String.init) }

  @Test(
    "J03, J04, J06, J07, J08: whatever lies in a folder is read by its bytes, or passed over, or refused; names are shown escaped"
  )
  func names() throws {
    let spacekb = try Spacekb()
    defer { spacekb.remove() }
    let run = try spacekb.shell(
      """
      mkdir r; echo outside > outside.txt; cd r
      for name in 'a b' '-rf' "it's" 'say "x"' '%00' '*' $'new\\nline' $'\\xff' $'e\\u0301' $'\\u00e9' "$(printf 'x%.0s' {1..250})"
      do printf 'one of them' > "./$name"; done
      ln -s loop loop; ln -s none broken; ln -s ../outside.txt link; ln -s .. up; mkfifo pipe
      printf '\\x00' > $'bad\\e[2J\\n'
      cd ..; "$0" text r
      """)
    #expect(run.status == 2)
    #expect(run.out == Array(repeating: "one of them", count: 11).joined(separator: "\u{C}"))
    #expect(lines(run.err).count == 2, "\(run.err)")
    #expect(run.err.contains("r/pipe: not a regular file"))
    #expect(run.err.contains("r/bad\\u{1B}[2J\\u{A}"))
  }

  @Test("J01, J03, J04, J12: a path that cannot be read gives its code")
  func paths() throws {
    let spacekb = try Spacekb()
    defer { spacekb.remove() }
    let run = try spacekb.shell(
      """
      ln -s loop loop; ln -s none broken; mkfifo pipe; echo text > file
      for path in none loop broken file/x /dev/zero /dev/null/x "$(printf 'x%.0s' {1..300})" ''
      do timeout 20 "$0" text "$path" 2> err; echo "$? $(wc -l < err)"; done
      """)
    #expect(lines(run.out) == ["66 1", "66 1", "66 1", "66 1", "65 1", "66 1", "66 1", "66 1"])
  }

  @Test("J05: standard input by each of its names")
  func input() throws {
    let spacekb = try Spacekb()
    defer { spacekb.remove() }
    let run = try spacekb.shell(
      "for path in - /dev/stdin <(echo met); do echo met | \"$0\" text \"$path\"; done; echo met > f; \"$0\" text - < f; \"$0\" text -- f"
    )
    #expect(lines(run.out) == Array(repeating: "met", count: 5))
    #expect(run.err.isEmpty)
  }

  @Test("J12: arguments")
  func arguments() throws {
    let spacekb = try Spacekb()
    defer { spacekb.remove() }
    let run = try spacekb.shell(
      """
      echo text > -x
      "$0" text -- -x; echo $?; "$0" text -x; echo $?; "$0" text --x=1 -; echo $?; "$0" info --db; echo $?
      "$0" text "$(printf 'x%.0s' {1..100000})"; echo $?; "$0" ask ''; echo $?; "$0" info --format ''; echo $?
      """)
    #expect(lines(run.out).filter { $0 != "text" } == ["0", "64", "64", "64", "66", "1", "64"], "\(run.err)")
  }

  @Test("J14, J17: a folder that is gone, little of everything: it works or says so")
  func scarce() throws {
    let spacekb = try Spacekb()
    defer { spacekb.remove() }
    try spacekb.write("f", "met")
    let run = try spacekb.shell(
      """
      file="$PWD/f"
      (mkdir gone; cd gone; rmdir ../gone; "$0" text "$file"; echo " $?")
      (export TMPDIR=/none; unset HOME; "$0" text "$file"; echo " $?")
      (umask 777; "$0" text "$file"; echo " $?")
      (ulimit -n 16; "$0" text "$file"; echo " $?")
      (ulimit -s 256; "$0" text "$file"; echo " $?")
      (ulimit -v 400000; "$0" text "$file"; echo " $?")
      (unset HOME XDG_DATA_HOME; "$0" info; echo "none $?")
      """)
    #expect(lines(run.out) == Array(repeating: "met 0", count: 6) + ["none 73"], "\(run.err)")
  }

  @Test("J15: language and time zone of the machine change nothing")
  func surroundings() throws {
    let spacekb = try Spacekb()
    defer { spacekb.remove() }
    let path = try spacekb.write("post.json", Samples.post)
    let plain = try spacekb("extract", path).outBytes
    #expect(!plain.isEmpty)
    let odd = ["LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8", "TZ": "Pacific/Apia", "NO_COLOR": "1", "TERM": "dumb"]
    #expect(try spacekb("extract", path, environment: odd).outBytes == plain)
    #expect(try spacekb("extract", path, environment: ["LANG": "C", "TZ": "garbage"]).outBytes == plain)
  }

  @Test("J13: questions of odd kinds are refused or not understood")
  func questions() throws {
    let spacekb = try Spacekb()
    defer { spacekb.remove() }
    _ = try spacekb("ingest", "--db", "a.db", spacekb.write("post.json", Samples.post))
    let run = try spacekb.shell(
      """
      for question in '???' '"' "'; DROP TABLE report; --" '../../etc' $'\\e[2J' '<script>' '%s%n' $'\\xc2\\xa0' "$(printf 'x%.0s' {1..1001})"
      do "$0" ask --db a.db "$question" 2> err; echo "$?"; grep -c $'\\e' err; done
      """)
    #expect(lines(run.out) == Array(repeating: ["1", "0"], count: 8).flatMap { $0 } + ["64", "0"], "\(run.out)")
  }

  @Test(
    "H06: a folder is written where there is nothing or an empty one; links are not followed, nothing is left behind")
  func folders() throws {
    let spacekb = try Spacekb()
    defer { spacekb.remove() }
    let run = try spacekb.shell(
      """
      mkdir empty full other; touch file full/x; ln -s other link; ln -s none broken; mkfifo pipe
      for path in new empty/ file full link broken pipe none/new; do "$0" data "$path" 2> /dev/null; echo $?; done
      ls -d *.[0-9]* 2> /dev/null; ls other full; cmp new/agencies.csv empty/agencies.csv && echo same
      """)
    #expect(lines(run.out).filter { Int($0) != nil } == ["0", "0", "73", "73", "73", "73", "73", "73"], "\(run.err)")
    #expect(Array(lines(run.out).dropFirst(8)) == ["full:", "x", "other:", "same"], "\(run.out)")
  }
}
