import Formats
import Foundation
import Graph
import Reports
import Statements
import Store
import TestSupport

/// Reports at random, few enough in words that they meet: the same addresses, parties, forums and days come again and again.
struct RandomReports {
  private(set) var random: SeededNumbers

  init(seed: UInt64) { random = SeededNumbers(seed: seed) }

  /// The seed of a run; `SEED` repeats one.
  static var seed: UInt64 {
    ProcessInfo.processInfo.environment["SEED"].flatMap(UInt64.init) ?? UInt64.random(in: 0...UInt64.max)
  }

  mutating func reports(_ count: Int) -> [ReadReport] { (0..<count).map { _ in report() } }

  private mutating func one<Value>(_ values: [Value]) -> Value {
    values[Int.random(in: values.indices, using: &random)]
  }

  private mutating func party() -> String { one(["A", "B", "C", "D", "Ü-unknown"]) }

  private mutating func day() -> String {
    one(["2009-03-10/2009-03-12", "2009-03", "2009", "2014-09-30", "2020-09-09", "../2020-09-09", "XXXX-03-10", ""])
  }

  private mutating func report() -> ReadReport {
    var statements: [(Statement.Kind, [Statement.Key: Statement.Value], String)] = []
    var body = ""
    for index in 0..<Int.random(in: 0...4, using: &random) {
      let quote = "Sentence \(index) of \(one(["one", "two", "three"]))."
      body += quote + " "
      statements.append(statement(quote))
    }
    let isTrash = Int.random(in: 0..<12, using: &random) == 0
    var read = Invented.report(
      "https://r.example/?p=\(Int.random(in: 1...9, using: &random))", title: one(["Meeting", "Council"]),
      body.isEmpty ? "Nothing." : body, published: one([nil, "2020-09-18", "2020-09", "2021"]),
      modified: one([nil, "2020-09-18T08:56:48", "2020-09-18", "2021-01-01", "2021-01-02"]),
      isDigest: Int.random(in: 0..<5, using: &random) == 0, status: isTrash ? .retracted : .published,
      isTrash ? [] : statements)
    // What is read follows from the bytes: other statements are of other bytes.
    read.report.raw += Array(read.statements.map(StatementID.canonical).joined().utf8)
    return read
  }

  private mutating func statement(_ quote: String) -> (Statement.Kind, [Statement.Key: Statement.Value], String) {
    let day = day()
    var values: [Statement.Key: Statement.Value] = day.isEmpty ? [:] : [.date: .text(day)]
    let (one, other) = (party(), party())
    switch Int.random(in: 0..<6, using: &random) {
    case 0:
      values[.represented] = .number(Int.random(in: 2...4, using: &random))
      values[.place] = .text(self.one(["Oslo", "Paris"]))
      return (.meeting, values, quote)
    case 1:
      values[.agency] = .names([Invented.party(one)])
      return (.attendance, values, quote)
    case 2:
      values[.member] = .names([Invented.party(one)])
      values[.event] = .text(self.one(["joined", "listed", "withdrew", "founded"]))
      return (.membership, values, quote)
    case 3:
      values[.count] = .number(Int.random(in: 20...22, using: &random))
      return (.membershipTotal, values, quote)
    case 4:
      return (.succession, [.old: .names([Invented.party(one)]), .new: .names([Invented.party(other)])], quote)
    default:
      values[.event] = .text(self.one(["incumbent", "transition", "planned", "elected"]))
      values[.to] = .names([Invented.party(one)])
      if other != one { values[.from] = .names([Invented.party(other)]) }
      return (.chair, values, quote)
    }
  }
}
