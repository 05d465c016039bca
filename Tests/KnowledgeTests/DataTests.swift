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

  @Test(
    "a mistake is an error with file and line",
    arguments: [
      (
        "agencies.csv", "key,label,name_en,acronym,country,aliases\na,A,Agency A,A,,\na,B,Agency B,B,,\n", "DATA-KEY", 3
      ),
      ("agencies.csv", "key,label,name_en,acronym,country,aliases\na,A,Agency A,A,QQ,\n", "DATA-REFERENCE", 2),
      ("agencies.csv", "key,label\n", "DATA-COLUMN", 1),
      ("languages/en/x.rules", "rule a\nwhen <forum> met\n", "RULE-SYNTAX", 1),
      ("languages/en/x.rules", "rule a\nwhen {nothing}\ngives meeting\n", "RULE-UNKNOWN", 2),
      ("languages/en/x.rules", "set @x = a | b\n", "RULE-UNUSED", 1),
      ("languages/en/x.rules", "rule a\nwhen ( met\ngives meeting\n", "RULE-SYNTAX", 2),
      ("languages/en/x.rules", "wenn a\n", "RULE-SYNTAX", 1),
    ])
  func mistakes(file: String, text: String, code: String, line: Int) throws {
    do throws(Problem) {
      _ = try Language(DataFolder.builtIn.overridden(by: [file: Array(text.utf8)]))
      Issue.record("accepted")
    } catch {
      #expect(error.code == code)
      #expect(error.place.file == file)
      #expect(error.place.line == line)
    }
  }
}
