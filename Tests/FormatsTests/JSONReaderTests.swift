import Formats
import Testing

struct JSONReaderTests {
  private func read(_ text: String) throws -> JSONValue { try JSONReader(Array(text.utf8), file: "x.json").value() }

  @Test(
    "Valid JSON",
    arguments: [
      ("null", "null"), ("true", "true"), (" false ", "false"), ("0", "0"), ("-0", "-0"), ("0e1", "0e1"),
      ("0E+1", "0E+1"),
      ("1.5e-3", "1.5e-3"), ("9007199254740993", "9007199254740993"), ("1e400", "1e400"), ("\"\"", "\"\""),
      ("\"a b\"", "\"a b\""), ("[]", "[]"), ("{}", "{}"), ("[ ]", "[]"), ("{ }", "{}"), ("[[]]", "[[]]"),
      ("[1,2]", "[1,2]"), ("[ 1 , 2 ]", "[1,2]"), ("{\"a\":1}", "{\"a\":1}"), ("{ \"a\" : [ { } ] }", "{\"a\":[{}]}"),
      ("{\"a\":1,\"b\":2}", "{\"a\":1,\"b\":2}"), ("{\"b\":2,\"a\":1}", "{\"b\":2,\"a\":1}"), ("{\"\":0}", "{\"\":0}"),
      ("\"\\u00e9\"", "\"é\""), ("\"\\ud83d\\ude80\"", "\"🚀\""), ("\"\\/\\\\\\\"\"", "\"/\\\\\\\"\""),
      ("\"\\b\\f\\n\\r\\t\"", "\"\\u0008\\u000c\\n\\r\\t\""), ("\"\u{7F}\"", "\"\\u007f\""),
      ("\"\u{2028}\"", "\"\u{2028}\""),
      ("\"é\"", "\"é\""), ("\"\\u0041\"", "\"A\""), ("\t\r\n[\n1\r\n]\n", "[1]"), ("\u{FEFF}{\"a\":1}", "{\"a\":1}"),
      ("{\"__proto__\":1,\"constructor\":2}", "{\"__proto__\":1,\"constructor\":2}"),
      ("{\"e\u{301}\":1,\"é\":2}", "{\"e\u{301}\":1,\"é\":2}"), ("[true,null,false]", "[true,null,false]"),
      ("[[[[[[1]]]]]]", "[[[[[[1]]]]]]"), ("123456789012345678901234567890", "123456789012345678901234567890"),
    ])
  func accepts(text: String, compact: String) throws {
    #expect(JSONWriter.text(of: try read(text)) == compact)
  }

  @Test(
    "Invalid JSON, with the place of the fault",
    arguments: [
      ("", "JSON-EMPTY", 1, 1), ("   ", "JSON-EMPTY", 1, 4), ("[1,]", "JSON-SYNTAX", 1, 4),
      ("{\"a\":1,}", "JSON-SYNTAX", 1, 8),
      ("[,1]", "JSON-SYNTAX", 1, 2), ("[1 2]", "JSON-SYNTAX", 1, 4), ("[1", "JSON-SYNTAX", 1, 3),
      ("[", "JSON-SYNTAX", 1, 2),
      ("]", "JSON-SYNTAX", 1, 1), ("[1}", "JSON-SYNTAX", 1, 3), ("{\"a\":1]", "JSON-SYNTAX", 1, 7),
      ("{", "JSON-SYNTAX", 1, 2),
      ("{1:2}", "JSON-SYNTAX", 1, 2), ("{a:1}", "JSON-SYNTAX", 1, 2), ("{'a':1}", "JSON-SYNTAX", 1, 2),
      ("{\"a\"}", "JSON-SYNTAX", 1, 5), ("{\"a\" 1}", "JSON-SYNTAX", 1, 6), ("{\"a\":}", "JSON-SYNTAX", 1, 6),
      ("{\"a\":", "JSON-SYNTAX", 1, 6), ("{\"a\":1,", "JSON-SYNTAX", 1, 8), ("{,}", "JSON-SYNTAX", 1, 2),
      ("01", "JSON-SYNTAX", 1, 1), ("-", "JSON-SYNTAX", 1, 1), ("-01", "JSON-SYNTAX", 1, 2),
      ("1.", "JSON-SYNTAX", 1, 3),
      (".5", "JSON-SYNTAX", 1, 1), ("+1", "JSON-SYNTAX", 1, 1), ("1e", "JSON-SYNTAX", 1, 3),
      ("1e+", "JSON-SYNTAX", 1, 4),
      ("0x10", "JSON-SYNTAX", 1, 2), ("NaN", "JSON-SYNTAX", 1, 1), ("Infinity", "JSON-SYNTAX", 1, 1),
      ("-Infinity", "JSON-SYNTAX", 1, 1), ("nul", "JSON-SYNTAX", 1, 1), ("True", "JSON-SYNTAX", 1, 1),
      ("truex", "JSON-SYNTAX", 1, 5), ("\"a", "JSON-SYNTAX", 1, 3), ("\"", "JSON-SYNTAX", 1, 2),
      ("\"\\\"", "JSON-SYNTAX", 1, 4),
      ("\"\\x41\"", "JSON-SYNTAX", 1, 3), ("\"\\u12\"", "JSON-SYNTAX", 1, 6), ("\"\\u12G4\"", "JSON-SYNTAX", 1, 6),
      ("\"a\nb\"", "JSON-SYNTAX", 1, 3), ("\"\t\"", "JSON-SYNTAX", 1, 2), ("'a'", "JSON-SYNTAX", 1, 1),
      ("[1] // note", "JSON-SYNTAX", 1, 5), ("/* */ 1", "JSON-SYNTAX", 1, 1), ("{} {}", "JSON-SYNTAX", 1, 4),
      ("{}\n<!-- cached -->", "JSON-SYNTAX", 2, 1), ("<br />{}", "JSON-SYNTAX", 1, 1),
      ("[1,\n 2,\n x]", "JSON-SYNTAX", 3, 2),
      ("[1,\r\n x]", "JSON-SYNTAX", 2, 2), ("[1,\r x]", "JSON-SYNTAX", 2, 2), ("\u{A0}1", "JSON-SYNTAX", 1, 1),
      ("{\"a\":1,\"a\":2}", "JSON-DUPLICATE", 1, 8), ("{\"a\":1,\"\\u0061\":2}", "JSON-DUPLICATE", 1, 8),
      ("{\"a\":{\"b\":1,\"b\":1}}", "JSON-DUPLICATE", 1, 13), ("\"a\\u0000b\"", "JSON-NUL", 1, 3),
      ("\u{0}", "JSON-SYNTAX", 1, 1),
      ("[\"a\u{0}\"]", "JSON-SYNTAX", 1, 4), ("[1]]", "JSON-SYNTAX", 1, 4), ("1 2", "JSON-SYNTAX", 1, 3),
    ])
  func refuses(text: String, code: String, line: Int, column: Int) {
    #expect { try read(text) } throws: { error in
      guard let problem = error as? Problem else { return false }
      return problem.code == code && problem.place.line == line && problem.place.column == column
        && problem.exit == .badData
    }
  }

  @Test("The path of a fault is named")
  func path() {
    #expect(throws: Problem.self) { try read("{\"a\":[1,{\"b c\":x}]}") }
    do { _ = try read("{\"a\":[1,{\"b c\":x}]}") } catch {
      #expect((error as? Problem)?.place.path == "$.a[1][\"b c\"]")
      #expect("\(error)".hasPrefix("error[JSON-SYNTAX]: x.json:1:16 ($.a[1][\"b c\"]): "))
    }
  }

  @Test(
    "Depth 64 is taken, 65 and much more is not",
    arguments: [(64, true), (65, false), (513, false), (1_000_000, false)])
  func depth(depth: Int, isTaken: Bool) {
    let open = String(repeating: "[", count: depth)
    let text = isTaken ? open + String(repeating: "]", count: depth) : open
    if isTaken {
      #expect(throws: Never.self) { try read(text) }
    } else {
      #expect { try read(text) } throws: { ($0 as? Problem)?.code == "JSON-DEPTH" }
    }
  }

  @Test(
    "Bytes that aren't UTF-8 are refused with their offset",
    arguments: [
      ([0xFF], 4), ([0xC0, 0xAF], 4), ([0xED, 0xA0, 0x80], 4), ([0xE2, 0x80], 4), ([0xF5, 0x80, 0x80, 0x80], 4),
      ([0x61, 0xE9], 5),
    ] as [([UInt8], Int)])
  func encoding(bytes: [UInt8], offset: Int) {
    let input = Array("[ \"x".utf8).dropLast() + bytes + Array("\"]".utf8)
    #expect { try JSONReader(Array(input), file: "x").value() } throws: { error in
      (error as? Problem)?.code == "TEXT-ENCODING" && (error as? Problem)?.place.byte == offset - 1
        && (error as? Problem)?.place.path == "$[0]"
    }
  }

  @Test(
    "Half a surrogate pair becomes U+FFFD with a warning",
    arguments: ["\\ud83d", "\\ude00", "\\ud83dA", "\\ud83d\\u0041"])
  func surrogate(escape: String) throws {
    let record = try JSONReader(Array("{\"a\":{\"b\":\"\(escape)\"}}".utf8), file: "x").record()
    #expect(record.value["a"]?["b"]?.string?.unicodeScalars.first == "\u{FFFD}")
    #expect(record.warnings.map(\.place.path) == ["$.a.b"])
    #expect(record.warnings.map(\.code) == ["JSON-SURROGATE"])
  }

  @Test("Many keys, equal or not, cost linear time")
  func manyKeys() throws {
    let keys = (0..<100_000).map { "\"k\($0)\":\($0)" }.joined(separator: ",")
    #expect(try read("{\(keys)}").object?.count == 100_000)
    #expect { try read("{\(keys),\"k77\":0}") } throws: { ($0 as? Problem)?.code == "JSON-DUPLICATE" }
  }

  @Test("Typed members")
  func members() throws {
    let value = try read(
      "{\"id\":12,\"big\":9223372036854775808,\"real\":1.0,\"text\":\"1109\",\"none\":null,\"flag\":true,\"list\":[1]}")
    let place = Place(file: "x", path: "$[3]")
    #expect(try value.int(at: "id", in: place) == 12)
    #expect(try value.optionalString(at: "none", in: place) == nil)
    #expect(try value.optionalString(at: "nothing", in: place) == nil)
    #expect(try value.bool(at: "flag", in: place))
    #expect(try value.array(at: "list", in: place) == [1])
    func code(_ key: String) -> String? {
      do { _ = try value.int(at: key, in: place) } catch { return "\(error.code) \(error.place.path ?? "")" }
      return nil
    }
    #expect(code("big") == "JSON-RANGE $[3].big")
    #expect(code("real") == "JSON-TYPE $[3].real")
    #expect(code("text") == "JSON-TYPE $[3].text")
    #expect(code("none") == "JSON-MISSING $[3].none")
    #expect(code("nothing") == "JSON-MISSING $[3].nothing")
  }
}
