import Formats
import Testing

struct CSVTests {
  @Test(
    "Rows",
    arguments: [
      ("a,b\n1,2\n", [["1", "2"]]), ("a,b\r\n1,2\r\n3,4", [["1", "2"], ["3", "4"]]), ("a,b\r1,2\r", [["1", "2"]]),
      ("a,b\n1,2\r\n3,4\r5,6\n\n\n\n", [["1", "2"], ["3", "4"], ["5", "6"]]), ("a,b", []), ("a,b\n", []),
      ("\u{FEFF}a,b\n1,2", [["1", "2"]]), ("\u{FEFF}\"a\",b\n1,2", [["1", "2"]]), ("a,b\n,\n", [[nil, nil]]),
      ("a,b\n\"\",x\n", [[nil, "x"]]), ("a,b\n\"x\ny\",\"p,\"\"q\"\"\"\n", [["x\ny", "p,\"q\""]]),
      ("a,b\n\"x\r\ny\",2", [["x\r\ny", "2"]]), ("a,b\n007,1e5\n", [["007", "1e5"]]),
      ("a,b\nNULL,NaN", [["NULL", "NaN"]]),
      ("a\n\"\"\nx\n", [[nil], ["x"]]), ("a\n\nx\n", [[nil], ["x"]]), ("a,b\n x , y ", [[" x ", " y "]]),
    ] as [(String, [[String?]])])
  func rows(text: String, rows: [[String?]]) throws {
    #expect(try CSVReader.table(Array(text.utf8), file: "x.csv").rows.map(\.cells) == rows)
  }

  @Test(
    "Refused, with the place",
    arguments: [
      ("", "CSV-EMPTY", 1, 1), ("\n\n", "CSV-EMPTY", 1, 1), ("a,\n", "CSV-HEADER", 1, nil),
      ("a,b,a\n", "CSV-HEADER", 1, nil),
      ("a;b\n1;2", "CSV-SEPARATOR", 1, nil), ("a\tb\n1\t2", "CSV-SEPARATOR", 1, nil),
      ("sep=;\na;b", "CSV-SEPARATOR", 1, nil),
      ("a,b\n1\n", "CSV-FIELDS", 2, nil), ("a,b\n1,2\n1,2,3\n", "CSV-FIELDS", 3, nil),
      ("a,b\n1,2\n\n3,4\n", "CSV-FIELDS", 3, nil),
      ("a,b\n1,x\"y\n", "CSV-QUOTE", 2, 4), ("a,b\n\"x\"y,2\n", "CSV-QUOTE", 2, 4),
      ("a,b\n1,2\n1,\"x\n3,4\n", "CSV-QUOTE", 3, 3),
      ("a,b\n1,\u{0}\n", "CSV-NUL", 2, 3), ("a,b\n1,\"\u{0}\"\n", "CSV-NUL", 2, 4),
      ("a,b\n\"x\ny\",\"z\n", "CSV-QUOTE", 3, 4),
    ] as [(String, String, Int, Int?)])
  func refused(text: String, code: String, line: Int, column: Int?) {
    #expect { try CSVReader.table(Array(text.utf8), file: "x.csv") } throws: { error in
      guard let problem = error as? Problem else { return false }
      return problem.code == code && problem.place.line == line && (column == nil || problem.place.column == column)
    }
  }

  /// A table that comes in pieces of any size is the same, its faults stand in the same places.
  @Test(arguments: [1, 2, 3, 5, 7, 64])
  func pieces(size: Int) throws {
    let texts = [
      "a,b\n1,2\n", "a,b\r\n1,2\r\n3,4", "a,b\n1,2\r\n3,4\r5,6\n\n\n\n", "\u{FEFF}\"a\",b\n1,2",
      "a,b\n\"x\ny\",\"p,\"\"q\"\"\"\n\n", "a,b\n1,2\n\n3,4\n", "a,b\n1,2\n1,\"x\n3,4\n", "a,b\n\"x\ny\",\"z\n",
      "a,b\n1,2\n3,4\n5,\u{0}\n", "a\n\"\"\nx\n", "a\n\nx\n", "", "a,b\n1,2\n3\n",
    ]
    for text in texts {
      let bytes = Array(text.utf8)
      let whole = Result { try CSVReader.table(bytes, file: "x").rows }
      let pieces = Result { try rows(bytes, size) }
      switch (whole, pieces) {
      case (.success(let one), .success(let other)): #expect(one == other, "\(text)")
      case (.failure(let one), .failure(let other)): #expect(one as? Problem == other as? Problem, "\(text)")
      default: Issue.record("\(text): \(whole) \(pieces)")
      }
    }
    #expect { try rows(Array("a,b\n1,2\nx,".utf8) + [0xE9], size) } throws: { error in
      (error as? Problem)?.place.byte == 10 && (error as? Problem)?.place.line == 3
    }
  }

  private func rows(_ bytes: [UInt8], _ size: Int) throws -> [CSVRow] {
    var rest = bytes[...]
    var reader = try CSVReader(file: "x") {
      defer { rest = rest.dropFirst(size) }
      return Array(rest.prefix(size))
    }
    var rows: [CSVRow] = []
    while let row = try reader.next() { rows.append(row) }
    return rows
  }

  @Test func encodings() throws {
    #expect { try CSVReader.table(Array("a,b\n1,2\nx,".utf8) + [0xE9], file: "x.csv") } throws: { error in
      (error as? Problem)?.place.byte == 10 && (error as? Problem)?.place.line == 3
    }
    let wide: [UInt8] = [0xFF, 0xFE] + Array("a,b\n1,é".utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(try CSVReader.table(wide, file: "x").rows.map(\.cells) == [["1", "é"]])
    #expect(throws: Problem.self) { try CSVReader.table(Array(wide.dropFirst(2)), file: "x") }
  }

  @Test func limits() throws {
    let fields = { (count: Int) in Array((0..<count).map { "c\($0)" }.joined(separator: ",").utf8) }
    #expect(try CSVReader(fields(64), file: "x").header.count == 64)
    #expect(throws: Problem.self) { try CSVReader(fields(65), file: "x") }
    let long = String(repeating: "x", count: 1 << 20)
    #expect(try CSVReader.table(Array("a\n\(long)".utf8), file: "x").rows.count == 1)
    #expect { try CSVReader.table(Array("a\n\(long)x".utf8), file: "x") } throws: {
      ($0 as? Problem)?.code == "CSV-SIZE"
    }
    for byte in [UInt8(ascii: "\""), UInt8(ascii: ","), 0x0A] {
      #expect(throws: Problem.self) { try CSVReader.table(Array(repeating: byte, count: 1_000_001), file: "x") }
    }
  }

  @Test func columns() throws {
    let table = try CSVReader.table(Array("b,a\n1,2".utf8), file: "x")
    #expect(table.column("a") == 1)
    #expect(table.column("A") == nil)
    #expect(try table.requiredColumn("b") == 0)
    #expect(throws: Problem.self) { try table.requiredColumn("c") }
    #expect(table.place(table.rows[0], "a").description == "x:2 (a)")
  }

  @Test func writes() throws {
    let rows: [[String?]] = [["x", nil], ["a,b", "q\"q"], ["l\nm", " s "], ["é", "r\r"]]
    let text = ([["one", "two"]] + rows).map(CSVWriter.row).joined()
    #expect(text == "one,two\nx,\n\"a,b\",\"q\"\"q\"\n\"l\nm\", s \né,\"r\r\"\n")
    #expect(try CSVReader.table(Array(text.utf8), file: "x").rows.map(\.cells) == rows)
    let single = [["one"], [nil], ["x"]].map(CSVWriter.row).joined()
    #expect(try CSVReader.table(Array(single.utf8), file: "x").rows.map(\.cells) == [[nil], ["x"]])
  }
}
