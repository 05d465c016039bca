import Formats
import Statements

/// Which statements of one forum tell of one gathering.
///
/// Exact days that overlap are one meeting. A month, or only the last day, joins the one exact meeting that it fits; days of
/// an unknown year the one with these days. What has no date joins the meeting with its number, else the one meeting that
/// its report tells of, unless the two contradict each other. What fits none, or several, stands alone.
struct MeetingClusters {
  struct Cluster {
    var statements: [SourcedStatement]
    /// The date that is most often told among the most precise ones.
    var date: DateSpan?
    var ordinals: Set<Int>
    /// Folded names of places.
    var places: Set<String>

    /// Place in time, undated ones last.
    var order: [Int] {
      [date?.lo?.number ?? date?.hi?.number ?? Int.max, date?.hi?.number ?? Int.max, ordinals.min() ?? Int.max]
    }
  }

  private struct Item {
    var statement: SourcedStatement
    var span: DateSpan?
    var ordinal: Int?
    var place: String?

    init(_ statement: SourcedStatement) {
      self.statement = statement
      span = DateSpan(statement.statement.text(.date))
      guard statement.statement.kind == .meeting else { return }
      ordinal = statement.statement.number(.ordinal)
      place = statement.statement.text(.place)?.lowercased()
    }

    var isMeeting: Bool { statement.statement.kind == .meeting }
    /// The version of the report that tells it.
    var teller: String { statement.source.report + " " + statement.source.version }
    var isDated: Bool { span?.isDated ?? false }
    var isExact: Bool { span?.isExact ?? false }
  }

  private(set) var clusters: [Cluster] = []

  init(_ statements: [SourcedStatement]) {
    let items = statements.map(Item.init)
    for item in items.filter({ $0.isDated && $0.isExact }).sorted(by: MeetingClusters.inOrder) { addExact(item) }
    let exactCount = clusters.count
    add(items.filter { $0.isDated && !$0.isExact }, amongFirst: exactCount)
    addUndated(items.filter { !$0.isDated })
    for index in clusters.indices { clusters[index].date = MeetingClusters.date(of: clusters[index]) }
  }

  private static func inOrder(_ a: Item, _ b: Item) -> Bool {
    let (left, right) = (a.span?.lo?.number ?? 0, b.span?.lo?.number ?? 0)
    return left == right ? a.statement.id < b.statement.id : left < right
  }

  private mutating func join(_ index: Int, _ item: Item) {
    clusters[index].statements.append(item.statement)
    if let ordinal = item.ordinal { clusters[index].ordinals.insert(ordinal) }
    if let place = item.place { clusters[index].places.insert(place) }
  }

  private mutating func found(_ item: Item) {
    clusters.append(Cluster(statements: [], date: item.span, ordinals: [], places: []))
    join(clusters.count - 1, item)
  }

  /// Chains of exact stretches of days of which each shares a day with one before.
  private mutating func addExact(_ item: Item) {
    guard let span = item.span, let lo = span.lo else { return }
    if let end = clusters.last?.date?.hi, lo <= end {
      join(clusters.count - 1, item)
      clusters[clusters.count - 1].date = clusters[clusters.count - 1].date?.covering(span)
    } else {
      found(item)
    }
  }

  /// Months, years and open stretches; those that fit no exact meeting come together by date and ordinal.
  private mutating func add(_ items: [Item], amongFirst exactCount: Int) {
    var own: [String: Int] = [:]
    for item in items.sorted(by: { $0.statement.id < $1.statement.id }) {
      guard let span = item.span else { continue }
      if let index = only(clusters[..<exactCount].indices.filter { fits(span, item.ordinal, clusters[$0]) }, item) {
        join(index, item)
        continue
      }
      put(item, by: span.text + (item.ordinal.map { "#\($0)" } ?? ""), &own)
    }
  }

  private mutating func put(_ item: Item, by key: String, _ own: inout [String: Int]) {
    if let index = own[key] {
      join(index, item)
    } else {
      own[key] = clusters.count
      found(item)
    }
  }

  /// The one of several clusters; of many the one at the same place.
  private func only(_ fitting: [Int], _ item: Item) -> Int? {
    if fitting.count <= 1 { return fitting.first }
    guard let place = item.place else { return nil }
    let near = fitting.filter { clusters[$0].places.contains(place) }
    return near.count == 1 ? near.first : nil
  }

  private func fits(_ span: DateSpan, _ ordinal: Int?, _ cluster: Cluster) -> Bool {
    guard let date = cluster.date else { return false }
    let sameOrdinal = ordinal.map(cluster.ordinals.contains)
    if let sameOrdinal, !sameOrdinal, !cluster.ordinals.isEmpty { return false }
    if span.lo == nil, let end = span.hi { return end == date.hi }
    if span.isShort { return span.overlaps(date) }
    return span.overlaps(date) && sameOrdinal == true
  }

  // MARK: Without a date

  private mutating func addUndated(_ items: [Item]) {
    let datedCount = clusters.count
    var byOrdinal: [Int: [Int]] = [:]
    var byTeller: [String: [Int]] = [:]
    for index in clusters.indices {
      for ordinal in clusters[index].ordinals { byOrdinal[ordinal, default: []].append(index) }
      for teller in tellers(of: index) { byTeller[teller, default: []].append(index) }
    }
    var own: [String: Int] = [:]
    for item in items.filter(\.isMeeting).sorted(by: { $0.statement.id < $1.statement.id }) {
      let fitting: [Int]
      if let ordinal = item.ordinal {
        fitting = byOrdinal[ordinal] ?? []
      } else if let days = item.span?.daysOfYear {
        fitting = clusters[..<datedCount].indices.filter { clusters[$0].isOn(days) && agrees(item, clusters[$0]) }
      } else {
        fitting = (byTeller[item.teller] ?? []).filter { agrees(item, clusters[$0]) }
      }
      if let index = only(fitting, item) {
        join(index, item)
      } else {
        let date = item.span.map { "\($0.text) \(item.place ?? "")" }
        put(item, by: item.ordinal.map { "#\($0)" } ?? date ?? "=" + item.statement.id, &own)
      }
    }
    addUndatedAttendances(items.filter { !$0.isMeeting })
  }

  private func agrees(_ item: Item, _ cluster: Cluster) -> Bool {
    guard let place = item.place, !cluster.places.isEmpty else { return true }
    return cluster.places.contains(place)
  }

  private func tellers(of index: Int) -> Set<String> {
    Set(clusters[index].statements.map(Item.init).filter(\.isMeeting).map(\.teller))
  }

  /// An undated list of who came belongs to the one meeting that its report tells of, else to one of its own.
  private mutating func addUndatedAttendances(_ items: [Item]) {
    var byTeller: [String: [Int]] = [:]
    for index in clusters.indices {
      for teller in tellers(of: index) { byTeller[teller, default: []].append(index) }
    }
    for (teller, group) in Dictionary(grouping: items, by: \.teller).sorted(by: { $0.key < $1.key }) {
      guard let first = group.first else { continue }
      let fitting = byTeller[teller] ?? []
      let undated = fitting.filter { !(clusters[$0].date?.isDated ?? false) }
      if let index = undated.count == 1 ? undated.first : fitting.count == 1 ? fitting.first : nil {
        for item in group { join(index, item) }
      } else {
        found(first)
        for item in group.dropFirst() { join(clusters.count - 1, item) }
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
  /// Whether it is on these days of its year (`07-10`), or in this month (`07`).
  fileprivate func isOn(_ days: (first: String, last: String)) -> Bool {
    guard let date, date.isExact, let lo = date.lo, let hi = date.hi else { return false }
    return lo.text.dropFirst(5).hasPrefix(days.first) && hi.text.dropFirst(5).hasPrefix(days.last)
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
