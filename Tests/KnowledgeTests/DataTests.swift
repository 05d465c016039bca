import Formats
import Knowledge
import Testing

@Suite("Data")
struct DataTests {
  @Test("the built-in data is whole: keys, references, rules")
  func builtIn() throws {
    let language = try Language(.builtIn)
    #expect(language.vocabulary.agencies.count > 500)
    #expect(language.vocabulary.forums.count > 100)
    #expect(!language.rules.isEmpty)
  }

  private func language(_ own: [String: String]) throws(Problem) -> Language {
    try Language(DataFolder.builtIn.adding(own.mapValues { Array($0.utf8) }, root: "own/"))
  }

  @Test(
    "a mistake is an error with file, line and column",
    arguments: [
      (
        "agencies.csv",
        "key,label,name_en,acronym,country,aliases\nxa,XA,Agency A,XA,,\nxa,XB,\"Agency, B\",XB,,\n", "DATA-KEY", 3, 1
      ),
      ("agencies.csv", "key,label,name_en,acronym,country,aliases\nxa,XA,Agency A,XA,QQ,\n", "DATA-REFERENCE", 2, 19),
      ("agencies.csv", "key,label,name_en,acronym,country,aliases\nxa,,Agency A,XA,FR,\n", "DATA-EMPTY", 2, 4),
      (
        "agencies.csv", "key,label,name_en,acronym,country,aliases,founded\nxa,XA,Agency A,XA,FR,,soon\n", "DATE-FORM",
        2,
        23
      ),
      ("agencies.csv", "key,label,name_en,acronym,country,aliases,alias\n", "DATA-COLUMN", 1, 43),
      ("agencies.csv", "key,label\n", "DATA-COLUMN", 1, 1),
      ("agencies.csv", "key;label\n", "CSV-SEPARATOR", 1, nil),
      ("agencies.csv", "key,label\nx\n", "CSV-FIELDS", 2, nil),
      ("forums.csv", "key,label,name_en,acronym,parent,roles\nxf,XF,Forum,XF,nope,\n", "DATA-REFERENCE", 2, 16),
      ("forums.csv", "key,label,name_en,acronym,parent,roles,meets\nxf,XF,Forum,XF,,,maybe\n", "DATA-VALUE", 2, 18),
      ("successions.csv", "old,new,date,how\nesa;nope,cnes,,\n", "DATA-REFERENCE", 2, 1),
      ("ambiguous.csv", "name,key,forum,default\nXX,agency/nope,,\n", "DATA-REFERENCE", 2, 4),
      ("agency.csv", "key\n", "DATA-PATH", nil, nil), ("languages/x.rules", "", "DATA-PATH", nil, nil),
      ("languages/en/x.csv", "list,words\n", "DATA-COLUMN", 1, 1),
      ("languages/en/x.rules", "rule a\nwhen <forum> met\n", "RULE-SYNTAX", 1, 1),
      ("languages/en/x.rules", "rule a\nwhen  [the] {nothing} met\ngives meeting\n", "RULE-UNKNOWN", 2, 13),
      ("languages/en/x.rules", "rule a\nwhen <forum>\n  # of\n  met @none\ngives meeting\n", "RULE-UNKNOWN", 4, 7),
      ("languages/en/x.rules", "set @x = a | b\n", "RULE-UNUSED", 1, 1),
      ("languages/en/x.rules", "set @x = a | @y\n", "RULE-UNKNOWN", 1, 14),
      ("languages/en/x.rules", "rule a\nwhen met ( there\ngives meeting\n", "RULE-SYNTAX", 2, 12),
      ("languages/en/x.rules", "rule a\nwhen met ) there\ngives meeting\n", "RULE-SYNTAX", 2, 10),
      ("languages/en/x.rules", "\n  wenn a\n", "RULE-SYNTAX", 2, 1),
      ("languages/en/x.rules", "when a\n", "RULE-SYNTAX", 1, 1),
    ] as [(String, String, String, Int?, Int?)])
  func mistakes(file: String, text: String, code: String, line: Int?, column: Int?) {
    do throws(Problem) {
      _ = try language([file: text])
      Issue.record("accepted")
    } catch {
      #expect(error.code == code)
      #expect(error.place.file == "own/\(file)")
      #expect(error.place.line == line)
      #expect(error.place.column == column)
      #expect(error.exit == .badData)
    }
  }

  @Test("rows of one's own override by key and add")
  func tables() throws {
    let own = try language([
      "agencies.csv":
        "key,label,name_en,acronym,country,aliases\njaxa,JX,Japan Agency,JX,JP,\nxa,XA,Xanadu Agency,XA,FR,Agency of Xanadu\n",
      "successions.csv": "old,new,date,how\nesa,xa,2031,rename\n",
    ])
    let before = try Language(.builtIn)
    #expect(own.vocabulary.agencies.count == before.vocabulary.agencies.count + 1)
    let position = before.vocabulary.agencies.firstIndex { $0.key == "jaxa" }
    #expect(own.vocabulary.agencies.firstIndex { $0.label == "JX" } == position)
    #expect(own.vocabulary.agencies.last?.aliases == ["Agency of Xanadu"])
    #expect(own.vocabulary.successions.count == before.vocabulary.successions.count + 1)
    #expect(own.digest != before.digest)
  }

  @Test("words of one's own override by word and add")
  func words() throws {
    let own = try language(["languages/en/mine.csv": "list,words,value\nmonth,May|Maius,13\nrole,speaker,speaker\n"])
    func values(_ text: String) -> [String] {
      let tokens = Tokenizer(words: own.words)(Array(text.utf8), in: 0..<text.utf8.count)
      var found: [String] = []
      own.eachWord(tokens, at: 0) { _, use in
        if use.list == "month" { found.append(use.value) }
      }
      return found
    }
    #expect(values("May") == ["13"])
    #expect(values("Maius") == ["13"])
    #expect(values("June") == ["6"])
    #expect(own.roles.contains("speaker") && own.roles.contains("chair"))
  }

  @Test("a name is found in each spelling of its words, with and without hyphens and `&`; so is each acronym")
  func spellings() throws {
    let own = try language([
      "agencies.csv":
        "key,label,name_en,acronym,country,aliases\nxa,XANA,Xanadu Co-operation and Program Centre,XANA,FR,XaNa\n",
      "languages/en/mine.csv": "list,words,value\nspelling,xanadu|xanadou,\n",
    ])
    let entity = try #require(own.names.byID["agency/xa"])
    func writings(_ text: String) -> [[UInt8]?] {
      let tokens = Tokenizer(words: own.words)(Array(text.utf8), in: 0..<text.utf8.count)
      var found: [[UInt8]?] = []
      own.names.trie.matches(tokens, at: 0) { _, uses in
        found += uses.filter { $0.entity == entity }.map(\.exact)
      }
      return found
    }
    #expect(writings("Xanadou Co-operation and Programme Center") == [nil])
    #expect(writings("Xanadu Cooperation and Program Centre") == [nil])
    #expect(writings("Xanadu Co-operation & Program Centre") == [nil])
    #expect(writings("Xanadu Cooperation Project Centre") == [])
    #expect(writings("XANA") == [Array("XANA".utf8), Array("XaNa".utf8)])
  }

  @Test("rules, sets and phrases of one's own override by name, in the same place, and add")
  func rules() throws {
    let before = try Language(.builtIn).rules
    let first = try #require(before.first)
    let own = try language([
      "languages/en/mine.rules":
        "set @mine = a | b\nrule \(first.name)\nwhen @mine\ngives meeting\nrule mine\nwhen x\ngives meeting\n"
    ]).rules
    #expect(own.map(\.name) == before.map(\.name) + ["mine"])
    #expect(own.first?.file == "own/languages/en/mine.rules")
    #expect(own.first?.line == 2)
  }

  @Test("a folder with every table stands for itself; a copy of the built-in data is the same data")
  func whole() throws {
    let copy = try DataFolder.builtIn.adding(DataFolder.builtIn.files)
    #expect(copy.digest == DataFolder.builtInDigest)
    var less = DataFolder.builtIn.files
    less["agencies.csv"] = Array("key,label,name_en,acronym,country,aliases\nxa,XA,Agency A,XA,,\n".utf8)
    less["successions.csv"] = Array("old,new,date,how\n".utf8)
    less["ambiguous.csv"] = Array("name,key,forum,default\n".utf8)
    #expect(try Language(DataFolder.builtIn.adding(less)).vocabulary.agencies.map(\.key) == ["xa"])
  }
}
