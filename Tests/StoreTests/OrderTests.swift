import Formats
import Graph
import Reports
import Statements
import Store
import TestSupport
import Testing

/// What is in a base follows from what was read, whatever the order, the repeats, the batches, and the moments at which
/// somebody stopped in the middle.
@Test func anyOrderOneBase() throws {
  let seed = RandomReports.seed
  var random = SeededNumbers(seed: seed)
  for round in 0..<4 {
    var invented = RandomReports(seed: seed &+ UInt64(round))
    let reports = invented.reports(24)
    let retracted = "https://r.example/?p=3"
    var expected: String?
    for order in 0..<6 {
      let folder = try Folder()
      var base = try KnowledgeBase.openForWriting(path: folder("x.db"))
      try base.setVocabulary(Invented.vocabulary)
      var rest = (reports + reports.prefix(6)).shuffled(using: &random)[...]
      while !rest.isEmpty {
        let batch = Array(rest.prefix(Int.random(in: 1...7, using: &random)))
        rest = rest.dropFirst(batch.count)
        _ = try base.ingest(batch, extractorVersion: "1", deriving: Bool.random(using: &random))
        switch Int.random(in: 0..<6, using: &random) {
        case 0: base = try KnowledgeBase.openForWriting(path: folder("x.db"))
        case 1: try base.derive()
        case 2:
          if try base.retract(retracted) { try base.retract(retracted, undo: true) }
        default: break
        }
      }
      try base.derive()
      let stepwise = try base.canonicalDump()
      try base.deriveAll()
      #expect(try base.canonicalDump() == stepwise, "step by step and all at once: seed \(seed), round \(round)")
      if expected == nil { expected = stepwise }
      #expect(stepwise == expected, "seed \(seed), round \(round), order \(order)")
    }
  }
}

@Test func anIngestThatWasKilledIsFinishedByTheNext() throws {
  let (folder, whole) = (try Folder(), try Folder())
  let batch = [Invented.full, Invented.chair("https://b.example/1", "B", "2021-05-01")]
  let base = try KnowledgeBase.openForWriting(path: folder("x.db"))
  _ = try base.ingest(batch, extractorVersion: "1", deriving: false)
  #expect(try base.isPending())
  #expect(try base.chairTerms(forum: "forum/f").isEmpty)
  let next = try KnowledgeBase.openForWriting(path: folder("x.db"))
  #expect(try next.ingest(batch, extractorVersion: "1").map(\.change) == [.unchanged, .unchanged])
  try next.derive()
  #expect(try !next.isPending())
  let other = try KnowledgeBase.openForWriting(path: whole("x.db"))
  _ = try other.ingest(batch, extractorVersion: "1")
  #expect(try next.canonicalDump() == other.canonicalDump())
}

/// Of two arrivals of one text, read differently, always the same one counts.
@Test func theBetterDatedArrivalIsRead() throws {
  let dated = Invented.chair("https://b.example/1", "B", "2021-05-01", published: "2021-05-02")
  var undated = Invented.chair("https://b.example/1", "B", "2021-05-01")
  undated.statements[0][.date] = nil
  var twin = undated
  twin.report.raw = Array("another form of the same".utf8)
  twin.statements[0][.date] = .text("2020")
  var dumps: Set<String> = []
  for order in [[dated, undated, twin], [twin, undated, dated], [undated, dated, twin], [twin, dated, undated]] {
    let folder = try Folder()
    let base = try KnowledgeBase.openForWriting(path: folder("x.db"))
    for read in order { _ = try base.ingest([read], extractorVersion: "1") }
    dumps.insert(try base.canonicalDump())
    #expect(try base.chairTerms(forum: "forum/f").map(\.time.start.edtf) == ["[..2021-05-01]"])
  }
  #expect(dumps.count == 1)
}
