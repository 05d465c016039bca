import Formats
import Knowledge
import Testing

@testable import Answers

@Suite("Questions")
struct QuestionReaderTests {
  static let today = "2026-11-25"

  /// The names of the vocabulary, as a database has them.
  static let names: NameIndex = {
    var names: [(id: String, name: String)] = []
    guard let vocabulary = try? Vocabulary(DataFolder.builtIn) else { return NameIndex(names) }
    for agency in vocabulary.agencies {
      let all = [agency.label, agency.name, agency.acronym].compactMap(\.self) + agency.aliases
      names += all.map { ("agency/\(agency.key)", $0) }
    }
    for forum in vocabulary.forums {
      let all = [forum.label, forum.name, forum.acronym].compactMap(\.self) + forum.aliases + forum.formerNames
      names += all.map { ("forum/\(forum.key)", $0) }
    }
    for country in vocabulary.countries {
      names += ([country.name] + country.aliases + country.adjectives).map { ("country/\(country.key)", $0) }
    }
    return NameIndex(names)
  }()

  static let grammar = Result { try QuestionGrammar(DataFolder.builtIn) }

  static func read(_ words: String, names: any NameSource = names) throws -> Question {
    let day = try PeriodReader(today: Day(number: 0)).day(today, option: "today")
    return try QuestionReader(grammar.get(), names: names, today: day)(words)
  }

  /// `chairs forum=ISECG time=2020`: the list that answers, and the slots as they are written.
  static func described(_ question: Question) -> Set<String> {
    var parts = question.names.map { "\($0)=\(quoted($1.written))" } + question.values.map { "\($0)=\(quoted($1))" }
    for period in question.periods { parts.append(period.kind == .now ? "when=now" : "time=\(period.edtf ?? "")") }
    if let day = question.knownBy { parts.append("known=\(day.text)") }
    if let anchor = question.anchor { parts.append("\(anchor.relation.rawValue)=\(quoted(anchor.place))") }
    return Set(parts + [question.intent.rawValue])
  }

  private static func quoted(_ text: String) -> String { text.contains(" ") ? "\"\(text)\"" : text }

  /// Splits at spaces outside of quotes.
  static func parts(_ line: String) -> Set<String> {
    var parts: Set<String> = []
    var part = ""
    var quoted = false
    for character in line + " " {
      if character == "\"" { quoted.toggle() }
      if character == " ", !quoted {
        if !part.isEmpty { parts.insert(part) }
        part = ""
      } else {
        part.append(character)
      }
    }
    return parts
  }

  @Test("every rule of questions gives what its examples say")
  func examples() throws {
    for rule in try Self.grammar.get().rules {
      #expect(!rule.examples.isEmpty || rule.productions.first?.kind == "time", "\(rule.name) has no example")
      for example in rule.examples {
        let place = "\(rule.file):\(example.line): \(example.text)"
        guard example.isPositive else {
          let read = try? Self.read(example.text)
          #expect(
            read.map(Self.described) != rule.examples.first.map { Self.parts($0.expected.first ?? "") }, "\(place)")
          continue
        }
        do {
          let question = try Self.read(example.text)
          let expected = Self.parts(example.expected.joined(separator: " "))
          #expect(Self.described(question) == expected, "\(place)")
        } catch let error as Misunderstanding {
          Issue.record("\(place): \(error.message)")
        }
      }
    }
  }

  @Test(
    "not understood, with what may have been meant",
    arguments: [
      ("", "no question", []), ("?!", "no question", []),
      ("who is the boss of space", "", []),
      ("chair of ISEGC 2020", "ISEGC", ["forum/isecg"]),
      ("what did the chair eat", "eat", []),
      ("what did the chair of ISECG eat", "eat", []),
      ("who chaired ISECG on 3/4/2020", "two days", ["2020-04-03", "2020-03-04"]),
      ("who chaired ISECG on 31 February 2020", "there is no 31 February 2020", []),
      ("who chaired ISECG from 2020 to 2010", "ends before it begins", []),
      ("who chaired ISECG in 2007 and 2021", "one question", []),
      ("who did not chair ISECG", "", []),
      ("ISECG", "not clear", []),
      ("wer hatte 2020 den Vorsitz der ISECG", "read in English (this looks like German)", []),
      ("qui présidait l'ISECG en 2020", "read in English (this looks like French)", []),
      ("2020년 ISECG 의장은 누구였나", "read in English", []),
    ] as [(String, String, [String])])
  func refused(words: String, reason: String, candidates: [String]) throws {
    let error = try #require(throws: Misunderstanding.self) { try Self.read(words) }
    #expect(error.reason.contains(reason), "\(error.reason)")
    if !candidates.isEmpty { #expect(error.candidates == candidates) }
  }

  @Test(
    "a misspelt word is read and told",
    arguments: [
      ("who chiared ISECG in 2020", "chiared", "chaired"), ("ISECG memebers", "memebers", "members"),
      ("when did Luxemborg join ISECG", "Luxemborg", "Luxembourg"),
      ("when did the Canadain Space Agency join ISECG", "Canadain Space Agency", "Canadian Space Agency"),
      ("who chaired ISECG in Setpember 2020", "Setpember", "september"),
    ])
  func corrected(words: String, written: String, read: String) throws {
    let question = try Self.read(words)
    #expect(question.corrections == [Answer.Correction(written: written, read: read)])
  }

  @Test("any bytes give an answer or a reason, never a trap")
  func damaged() {
    let words = Array("Who’s the chair of ISECG on 9th of Sept. 2020 (13/9/2020)?".unicodeScalars)
    for end in stride(from: 0, to: words.count, by: 3) {
      _ = try? Self.read(String(String.UnicodeScalarView(words[..<end])))
      _ = try? Self.read(String(String.UnicodeScalarView(words[end...])))
    }
  }
}
