public import Formats

/// Who can meet, join or chair, and where: the tables of `Data/` as values, each reference checked.
public struct Vocabulary: Sendable {
  public struct Agency: Sendable, Hashable {
    public let key, label, name: String
    public let acronym, country, kind, founded, dissolved: String?
    public let predecessors, aliases: [String]
  }

  public struct Forum: Sendable, Hashable {
    public let key, label, name: String
    public let acronym, parent, termLength, secretariat, founded, dissolved: String?
    public let aliases, formerNames, roles, meetingNames, kindOfMember: [String]
    /// False for congresses and bodies outside space: known by name, but nothing is read of them.
    public let meets: Bool
    /// Whose members it has: `parent`, `own`; nil: those of an organization above it, if there is one.
    public let members: String?
  }

  public struct Country: Sendable, Hashable {
    public let key, name: String
    public let alpha2, alpha3, from, to: String?
    /// Correlates of War; nil where that has none.
    public let cowCode: Int?
    public let codes, aliases, adjectives: [String]
    /// Its names in other languages than English: for questions; reports are not read by them.
    public let foreignNames: [String]
  }

  public struct Succession: Sendable, Hashable {
    public let old: [String]
    public let new: String
    public let date, how: String?
  }

  /// One reading of a name that has several, or that holds in one forum only.
  public struct Reading: Sendable, Hashable {
    public let name, id: String
    public let forum, from, to: String?
    public let isDefault: Bool
  }

  private static let languages = ["de", "fr", "es", "pt", "it", "ja", "ko", "zh", "ru", "th"]

  public let agencies: [Agency]
  public let forums: [Forum]
  public let countries: [Country]
  public let successions: [Succession]
  public let readings: [Reading]

  /// - Throws: a problem with file and line for a missing column, a key used twice, a reference to nothing.
  public init(_ data: DataFolder) throws(Problem) {
    let agencyRows = try data.table(
      "agencies.csv", columns: ["key", "label", "name_en", "acronym", "country", "aliases"], key: ["key"])
    let forumRows = try data.table(
      "forums.csv", columns: ["key", "label", "name_en", "acronym", "parent", "roles"], key: ["key"])
    let countryRows = try data.table(
      "countries.csv", columns: ["key", "alpha2", "alpha3", "name_en", "adjectives"], key: ["key"])
    var agencies: [Agency] = []
    for row in agencyRows.rows {
      agencies.append(
        Agency(
          key: try row.required("key"), label: try row.required("label"), name: try row.required("name_en"),
          acronym: row["acronym"], country: row["country"], kind: row["kind"], founded: try row.date("founded"),
          dissolved: try row.date("dissolved"), predecessors: row.keys("predecessors"),
          aliases: row.names("aliases") + row.names("native_name")))
    }
    var forums: [Forum] = []
    for row in forumRows.rows {
      forums.append(
        Forum(
          key: try row.required("key"), label: try row.required("label"), name: try row.required("name_en"),
          acronym: row["acronym"], parent: row["parent"], termLength: row["term_length"],
          secretariat: row["secretariat"],
          founded: try row.date("founded"), dissolved: try row.date("dissolved"), aliases: row.names("aliases"),
          formerNames: row.names("former_names"), roles: row.keys("roles"), meetingNames: row.keys("meeting_names"),
          kindOfMember: row.keys("kind_of_member"), meets: try row.choice("meets", of: ["yes", "no"]) != "no",
          members: try row.choice("members", of: ["parent", "own"])))
    }
    var countries: [Country] = []
    for row in countryRows.rows {
      countries.append(
        Country(
          key: try row.required("key"), name: try row.required("name_en"), alpha2: row["alpha2"], alpha3: row["alpha3"],
          from: try row.date("from"), to: try row.date("to"), cowCode: try row.number("cow_code"),
          codes: row.names("other_codes"),
          aliases: row.names("aliases_en") + row.names("official_name_en"), adjectives: row.names("adjectives"),
          foreignNames: Self.languages.flatMap { row.names("name_\($0)") }))
    }
    self.agencies = agencies
    self.forums = forums
    self.countries = countries
    let ids = try Self.checkedKeys(agencyRows, forumRows, countryRows)

    var successions: [Succession] = []
    for row in try data.table("successions.csv", columns: ["old", "new", "date", "how"], key: ["old", "new"]).rows {
      let succession = Succession(
        old: row.keys("old"), new: try row.required("new"), date: try row.date("date"), how: row["how"])
      for (column, keys) in [("old", succession.old), ("new", [succession.new])] {
        for key in keys where !ids.contains("agency/\(key)") && !ids.contains("country/\(key)") {
          throw row.problem("DATA-REFERENCE", "no agency or country has the key \(key)", in: column)
        }
      }
      successions.append(succession)
    }
    self.successions = successions
    var readings: [Reading] = []
    for row in try data.table(
      "ambiguous.csv", columns: ["name", "key", "forum", "default"], key: ["name", "key", "forum"]
    ).rows {
      let reading = Reading(
        name: try row.required("name"), id: try row.required("key"), forum: row["forum"], from: try row.date("from"),
        to: try row.date("to"), isDefault: try row.choice("default", of: ["yes"]) == "yes")
      guard ids.contains(reading.id) else {
        throw row.problem("DATA-REFERENCE", "nothing has the key \(reading.id)", in: "key")
      }
      readings.append(reading)
    }
    self.readings = readings
  }

  private static func checkedKeys(_ agencies: Table, _ forums: Table, _ countries: Table) throws(Problem) -> Set<String>
  {
    var ids: Set<String> = []
    for (kind, table) in [("agency", agencies), ("forum", forums), ("country", countries)] {
      for row in table.rows {
        let key = try row.required("key")
        guard ids.insert("\(kind)/\(key)").inserted else {
          throw row.problem("DATA-KEY", "the key \(key) stands twice", in: "key")
        }
      }
    }
    let alpha2 = Set(countries.rows.compactMap { $0["alpha2"] })
    for row in agencies.rows {
      if let country = row["country"], !alpha2.contains(country) {
        throw row.problem("DATA-REFERENCE", "no country has the code \(country)", in: "country")
      }
      for key in row.keys("predecessors") where !ids.contains("agency/\(key)") && !ids.contains("country/\(key)") {
        throw row.problem("DATA-REFERENCE", "no agency has the key \(key)", in: "predecessors")
      }
    }
    for row in forums.rows {
      if let parent = row["parent"], !ids.contains("forum/\(parent)") {
        throw row.problem("DATA-REFERENCE", "no forum has the key \(parent)", in: "parent")
      }
    }
    return ids
  }
}
