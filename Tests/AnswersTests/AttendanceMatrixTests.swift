import Formats
import Testing

@testable import Answers
@testable import Graph

@Suite("Attendance matrix")
struct AttendanceMatrixTests {
  private static let forum = Party(id: "forum/isecg", label: "ISECG")

  private static func meeting(_ date: String, represented: Int? = nil, unit: String? = nil) -> Meeting {
    Meeting(
      id: "meeting/isecg/\(date)", forum: forum, date: date,
      time: Interval(start: Facts.stated(date), end: Facts.stated(date)), represented: represented, unit: unit)
  }

  private static func attendance(_ date: String, _ keys: String, class: String = "participant") -> [Attendance] {
    keys.split(separator: " ").map { key in
      Attendance(
        id: "attendance/isecg/\(date)/\(key)", meeting: "meeting/isecg/\(date)", forum: forum,
        party: Party(id: "agency/\(key)", label: key.uppercased()), class: `class`)
    }
  }

  /// A row as `jaxa 1 0 .`, one sign for each meeting.
  private static func rows(_ graph: Graph, _ successions: [Succession] = [], _ period: Period = .ever) -> [String] {
    AttendanceMatrix(graph, successions: successions, during: period).rows.map { row in
      ([String(row.party.id.dropFirst("agency/".count))] + row.came.map { $0.map { $0 ? "1" : "0" } ?? "." })
        .joined(separator: " ")
    }
  }

  /// In 2008 all of two that were represented are named, in 2009 two of three; of 2010 nobody is named.
  private static func graph(represented: Int? = 2, unit: String? = nil) -> Graph {
    var graph = Graph()
    graph.meetings = [
      meeting("2009-03-10", represented: 3), meeting("2008-07-10", represented: represented, unit: unit),
      meeting("2010-06-23", represented: 2),
    ]
    graph.attendances = attendance("2008-07-10", "jaxa nasa") + attendance("2009-03-10", "jaxa esa")
    return graph
  }

  @Test("0 only where the list is whole by its number")
  func whole() {
    #expect(Self.rows(Self.graph()) == ["esa 0 1", "jaxa 1 1", "nasa 1 ."])
    #expect(Self.rows(Self.graph(represented: nil)) == ["esa . 1", "jaxa 1 1", "nasa 1 ."])
    #expect(Self.rows(Self.graph(represented: 2, unit: "countries")) == ["esa . 1", "jaxa 1 1", "nasa 1 ."])
    // Observers do not count among those who are represented.
    var graph = Self.graph()
    graph.attendances += Self.attendance("2008-07-10", "esa", class: "observer")
    #expect(Self.rows(graph) == ["esa 1 1", "jaxa 1 1", "nasa 1 ."])
  }

  @Test("a number that counts entries, of which one names two, is whole as well")
  func entries() {
    var graph = Self.graph(represented: 1)
    #expect(Self.rows(graph).first == "esa . 1")
    graph.discrepancies = [
      Discrepancy(id: "d", kind: .entriesDiffer, forum: Self.forum, subjects: ["meeting/isecg/2008-07-10"], summary: "")
    ]
    #expect(Self.rows(graph).first == "esa 0 1")
  }

  @Test("a party that goes on under another name is one row")
  func renamed() {
    let succession = Succession(
      id: "succession/nasa/esa", old: Party(id: "agency/nasa", label: "NASA"),
      new: Party(id: "agency/esa", label: "ESA"))
    #expect(Self.rows(Self.graph(), [succession]) == ["esa 1 1", "jaxa 1 1"])
  }

  @Test("meetings of the period, by time, and the undated ones")
  func period() throws {
    #expect(Self.rows(Self.graph(), [], try Facts.period("2009")) == ["esa 1", "jaxa 1"])
    var graph = Self.graph()
    graph.meetings[0].time = Interval()
    #expect(Self.rows(graph, [], try Facts.period("2008")) == ["esa 0 1", "jaxa 1 1", "nasa 1 ."])
  }
}
