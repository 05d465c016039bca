/// A fact that ties two nodes of the graph: who belongs to, came to, was host of or held an office in what.
public struct GraphLink: Sendable, Hashable {
  public enum Relation: String, Sendable, Hashable, CaseIterable {
    case memberOf = "member_of"
    case attended, hosted, held
  }

  /// The id of the row that says so.
  public var fact: String
  public var relation: Relation
  /// Who belongs, came, was host or held the office.
  public var subject: Party
  /// A forum or a meeting.
  public var object: Party
  /// Of a membership or an attendance; of `held` the role.
  public var `class`: String?
  /// Who held the office, for the subject or alone.
  public var person: String?
  public var time: Interval
  /// Whether it may go on after it was last seen: a membership, an office; not who came, or who chaired a meeting only.
  public var lasts: Bool
  /// Of an office the length of a term, if known; it ends a presumption.
  public var termLength: TermLength?
  public var statements: [String]

  public init(
    fact: String, relation: Relation, subject: Party, object: Party, class: String? = nil,
    person: String? = nil, time: Interval = Interval(),
    lasts: Bool = true, termLength: TermLength? = nil, statements: [String] = []
  ) {
    self.fact = fact
    self.relation = relation
    self.subject = subject
    self.object = object
    self.class = `class`
    self.person = person
    self.time = time
    self.lasts = lasts
    self.termLength = termLength
    self.statements = statements
  }

  /// The other end.
  public func other(than id: String) -> Party { subject.id == id ? object : subject }
}

extension Graph {
  /// All that ties two nodes.
  public var links: [GraphLink] {
    let labels = Dictionary(meetings.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    func node(_ meeting: Meeting) -> Party { Party(id: meeting.id, label: meeting.label) }
    return memberships.map { row in
      GraphLink(
        fact: row.id, relation: .memberOf, subject: row.party, object: row.forum, class: row.class, time: row.time,
        statements: row.statements)
    }
      + chairTerms.map { row in
        GraphLink(
          fact: row.id, relation: .held, subject: row.holder.node, object: row.forum, class: row.role,
          person: row.holder.person, time: row.time, lasts: !row.ofMeeting, termLength: row.termLength,
          statements: row.statements)
      }
      + attendances.compactMap { row in
        labels[row.meeting].map { meeting in
          GraphLink(
            fact: row.id, relation: .attended, subject: row.party, object: node(meeting), class: row.class,
            time: meeting.time, lasts: false, statements: row.statements)
        }
      }
      + meetings.flatMap { meeting in
        meeting.hosts.map { host in
          GraphLink(
            fact: "host/\(meeting.id.dropFirst("meeting/".count))/\(host.id)", relation: .hosted, subject: host,
            object: node(meeting), time: meeting.time, lasts: false, statements: meeting.statements)
        }
      }
  }
}

extension Meeting {
  /// `ISECG 2020-09-09`, `CEOS 27`: the forum with the date, else the number.
  public var label: String {
    [forum.label, date ?? ordinal.map(String.init)].compactMap(\.self).joined(separator: " ")
  }
}
