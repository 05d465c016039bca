import Formats
import Statements

/// Which statements of one forum tell of one gathering.
///
/// Exact days that overlap are one meeting. A month, or only the last day, joins the one exact meeting that it fits. An
/// ordinal without a date joins the one meeting of that ordinal. What fits none, or several, stands alone.
struct MeetingClusters {
  struct Cluster {
    var statements: [SourcedStatement]
    /// The date that is most often told among the most precise ones.
    var date: DateSpan?
    var ordinals: Set<Int>

    /// Place in time, undated ones last.
    var order: [Int] {
      [date?.lo?.number ?? date?.hi?.number ?? Int.max, date?.hi?.number ?? Int.max, ordinals.min() ?? Int.max]
    }
  }

  private struct Item {
    var statement: SourcedStatement
    var span: DateSpan?
    var ordinal: Int?
  }

  private(set) var clusters: [Cluster] = []

  init(_ statements: [SourcedStatement]) {
    let items = statements.map { statement in
      Item(
        statement: statement, span: DateSpan(statement.statement.text(.date)),
        ordinal: statement.statement.kind == .meeting ? statement.statement.number(.ordinal) : nil)
    }
    let dated = items.filter { $0.span?.isDated ?? false }
    clusters = MeetingClusters.exact(dated.filter { $0.span?.isExact ?? false })
    let exactCount = clusters.count
    add(dated.filter { !($0.span?.isExact ?? false) }, amongFirst: exactCount)
    addUndated(items.filter { !($0.span?.isDated ?? false) })
    for index in clusters.indices { clusters[index].date = MeetingClusters.date(of: clusters[index]) }
  }

  /// Chains of exact stretches of days of which each shares a day with one before.
  private static func exact(_ items: [Item]) -> [Cluster] {
    var clusters: [Cluster] = []
    var last: Day?
    for item in items.sorted(by: {
      ($0.span?.lo ?? Day(number: 0), $0.statement.id) < ($1.span?.lo ?? Day(number: 0), $1.statement.id)
    }) {
      guard let span = item.span, let lo = span.lo, let hi = span.hi else { continue }
      if let end = last, lo <= end, !clusters.isEmpty {
        clusters[clusters.count - 1].add(item.statement, ordinal: item.ordinal)
        last = max(end, hi)
      } else {
        clusters.append(Cluster(statements: [item.statement], date: span, ordinals: item.ordinal.map { [$0] } ?? []))
        last = hi
      }
      clusters[clusters.count - 1].date = clusters[clusters.count - 1].date?.covering(span)
    }
    return clusters
  }

  /// Months, years and open stretches; those that fit no exact meeting come together by date and ordinal.
  private mutating func add(_ items: [Item], amongFirst exactCount: Int) {
    var own: [String: Int] = [:]
    for item in items.sorted(by: { $0.statement.id < $1.statement.id }) {
      guard let span = item.span else { continue }
      let fitting = clusters[..<exactCount].indices.filter { fits(span, item.ordinal, clusters[$0]) }
      if fitting.count == 1, let index = fitting.first {
        clusters[index].add(item.statement, ordinal: item.ordinal)
        continue
      }
      let key = span.text + (item.ordinal.map { "#\($0)" } ?? "")
      if let index = own[key] {
        clusters[index].add(item.statement, ordinal: item.ordinal)
      } else {
        own[key] = clusters.count
        clusters.append(Cluster(statements: [item.statement], date: span, ordinals: item.ordinal.map { [$0] } ?? []))
      }
    }
  }

  private func fits(_ span: DateSpan, _ ordinal: Int?, _ cluster: Cluster) -> Bool {
    guard let date = cluster.date else { return false }
    let sameOrdinal = ordinal.map(cluster.ordinals.contains)
    if let sameOrdinal, !sameOrdinal, !cluster.ordinals.isEmpty { return false }
    if span.lo == nil, let end = span.hi { return end == date.hi }
    if span.isShort { return span.overlaps(date) }
    return span.overlaps(date) && sameOrdinal == true
  }

  private mutating func addUndated(_ items: [Item]) {
    let datedCount = clusters.count
    var own: [String: Int] = [:]
    let meetings = items.filter { $0.statement.statement.kind == .meeting }
    for item in meetings.sorted(by: { $0.statement.id < $1.statement.id }) {
      let fitting = item.ordinal.map { ordinal in
        clusters[..<datedCount].indices.filter { clusters[$0].ordinals.contains(ordinal) }
      }
      let key = item.ordinal.map { "#\($0)" } ?? "=" + item.statement.id
      if let fitting, fitting.count == 1, let index = fitting.first {
        clusters[index].add(item.statement, ordinal: item.ordinal)
      } else if let index = own[key] {
        clusters[index].add(item.statement, ordinal: item.ordinal)
      } else {
        own[key] = clusters.count
        clusters.append(
          Cluster(statements: [item.statement], date: item.span, ordinals: item.ordinal.map { [$0] } ?? []))
      }
    }
    addUndatedAttendances(items.filter { $0.statement.statement.kind == .attendance })
  }

  /// An undated list of who came belongs to the one meeting that its report tells of, else to one of its own.
  private mutating func addUndatedAttendances(_ items: [Item]) {
    for (_, group) in Dictionary(grouping: items, by: { $0.statement.source.report }).sorted(by: { $0.key < $1.key }) {
      guard let first = group.first else { continue }
      let fitting = clusters.indices.filter { index in
        clusters[index].statements.contains {
          $0.source.report == first.statement.source.report && $0.statement.kind == .meeting
        }
      }
      let undated = fitting.filter { !(clusters[$0].date?.isDated ?? false) }
      if let index = undated.count == 1 ? undated.first : fitting.count == 1 ? fitting.first : nil {
        for item in group { clusters[index].add(item.statement, ordinal: nil) }
      } else {
        clusters.append(Cluster(statements: group.map(\.statement), date: first.span, ordinals: []))
      }
    }
  }

  /// Of the dates told the exact ones count, else the shortest; among them the one that most reports tell.
  private static func date(of cluster: Cluster) -> DateSpan? {
    let told = cluster.statements.compactMap { statement in
      DateSpan(statement.statement.text(.date)).map { (value: $0, by: statement) }
    }
    let exact = told.filter(\.value.isExact)
    if !exact.isEmpty { return Row.choose(exact) { $0.text } }
    let dated = told.filter(\.value.isDated)
    let shortest = dated.map(\.value.length).min()
    return Row.choose(dated.isEmpty ? told : dated.filter { $0.value.length == shortest }) { $0.text }
  }
}

extension MeetingClusters.Cluster {
  mutating func add(_ statement: SourcedStatement, ordinal: Int?) {
    statements.append(statement)
    if let ordinal { ordinals.insert(ordinal) }
  }
}

extension DateSpan {
  /// The stretch of days over both.
  func covering(_ other: DateSpan) -> DateSpan {
    var span = self
    span.lo = [lo, other.lo].compactMap(\.self).min()
    span.hi = [hi, other.hi].compactMap(\.self).max()
    return span
  }
}
