import Formats
import Testing

struct JSONRecordsTests {
  /// Each record as text, each problem as its code and line.
  private func read(_ text: String, _ form: JSONRecords.Form) -> [String] {
    var records = JSONRecords(Array(text.utf8), file: "x", form: form)
    var found: [String] = []
    while found.count < 100 {
      do {
        guard let record = try records.next() else { return found }
        found.append(
          JSONWriter.text(of: record.value) + (record.place.path == "$" ? "" : " " + (record.place.path ?? "")))
      } catch { found.append("\(error.code):\(error.place.line ?? 0)") }
    }
    return found
  }

  @Test(
    "Arrays",
    arguments: [
      ("[]", []), (" [ ] ", []), ("[1,{\"a\":2}]", ["1 $[0]", "{\"a\":2} $[1]"]), ("\u{FEFF}[1]", ["1 $[0]"]),
      ("[1,2", ["1 $[0]", "2 $[1]", "JSON-SYNTAX:1"]), ("[1,\n2,\n{\"a\":", ["1 $[0]", "2 $[1]", "JSON-SYNTAX:3"]),
      ("[1,]", ["1 $[0]", "JSON-SYNTAX:1"]), ("[,]", ["JSON-SYNTAX:1"]), ("{}", ["JSON-SYNTAX:1"]),
      ("", ["JSON-SYNTAX:1"]),
      ("[1]\n<!-- x -->", ["1 $[0]", "JSON-SYNTAX:2"]), ("[1 2]", ["1 $[0]", "JSON-SYNTAX:1"]),
      ("[{\"a\":1,\"a\":2},\n3,\"\\u0000\",4]", ["JSON-DUPLICATE:1", "3 $[1]", "JSON-NUL:2", "4 $[3]"]),
    ] as [(String, [String])])
  func array(text: String, found: [String]) { #expect(read(text, .array) == found) }

  @Test(
    "JSON Lines",
    arguments: [
      ("", []), ("\n\n", []), ("1\n2\n", ["1", "2"]), ("1\r\n\r\n{\"a\":2}", ["1", "{\"a\":2}"]),
      ("1\n{\"a\":\n3\n", ["1", "JSON-SYNTAX:2", "3"]), ("1 2\n3", ["JSON-SYNTAX:1", "3"]),
      ("x\ny", ["JSON-SYNTAX:1", "JSON-SYNTAX:2"]),
      ("{\"a\":1,\"a\":1}\n2", ["JSON-DUPLICATE:1", "2"]),
    ] as [(String, [String])])
  func lines(text: String, found: [String]) { #expect(read(text, .lines) == found) }

  @Test("The bytes of a record are its own")
  func range() throws {
    let bytes = Array(" [ {\"a\":1} , 22 ]".utf8)
    var records = JSONRecords(bytes, file: "x", form: .array)
    var found: [String] = []
    while let record = try records.next() { found.append(String(decoding: bytes[record.range], as: UTF8.self)) }
    #expect(found == ["{\"a\":1}", "22"])
  }
}
