/// Puts what lies on one line into as few lanes as keep its parts from overlapping.
enum Lanes {
  /// The lane of each stretch, from 0; each takes the first lane that is free at its beginning.
  ///
  /// - Parameter stretches: sorted by beginning.
  static func lanes(of stretches: [(from: Double, to: Double)]) -> [Int] {
    var ends: [Double] = []
    return stretches.map { stretch in
      if let free = ends.firstIndex(where: { $0 <= stretch.from }) {
        ends[free] = stretch.to
        return free
      }
      ends.append(stretch.to)
      return ends.count - 1
    }
  }

  /// The lane of each label that hangs from a point by a stem, so that no stem crosses a label: from the last to the first,
  /// each in the first lane where it ends before what is there. Nil for one that would need more lanes or run over the end.
  ///
  /// - Parameter flags: sorted by place.
  static func lanes(ofFlags flags: [(at: Double, width: Double)], limit: Int, end: Double) -> [Int?] {
    var starts = [Double](repeating: end, count: limit)
    var lanes = [Int?](repeating: nil, count: flags.count)
    for (i, flag) in flags.enumerated().reversed() {
      guard let lane = starts.firstIndex(where: { flag.at + flag.width <= $0 }) else { continue }
      lanes[i] = lane
      for above in 0...lane { starts[above] = min(starts[above], flag.at) }
    }
    return lanes
  }

  /// The same for those at the end that found no lane: their labels stand before the stem, from the first to the last.
  ///
  /// - Parameter lanes: what ``lanes(ofFlags:limit:end:)`` gave.
  /// - Returns: a lane for each flag behind the last that has one, else nil.
  static func lastLanes(ofFlags flags: [(at: Double, width: Double)], after lanes: [Int?], limit: Int) -> [Int?] {
    var ends = [Double](repeating: -.infinity, count: limit)
    for (flag, lane) in zip(flags, lanes) {
      guard let lane else { continue }
      for above in 0..<lane { ends[above] = max(ends[above], flag.at) }
      ends[lane] = max(ends[lane], flag.at + flag.width)
    }
    var found = [Int?](repeating: nil, count: flags.count)
    let next = lanes.lastIndex { $0 != nil }.map { $0 + 1 } ?? 0
    for i in next..<flags.count {
      guard let lane = ends.firstIndex(where: { $0 <= flags[i].at - flags[i].width }) else { continue }
      found[i] = lane
      for above in 0...lane { ends[above] = max(ends[above], flags[i].at) }
    }
    return found
  }
}
