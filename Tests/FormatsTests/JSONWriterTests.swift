import Formats
import Testing

struct JSONWriterTests {
  private let value: JSONValue = [
    "name": "a\"b\\\n\u{1}é", "list": [1, true, nil, [], [:]], "inner": ["x": .number("1.50")],
  ]

  @Test func compact() {
    #expect(
      JSONWriter.text(of: value)
        == #"{"name":"a\"b\\\n\u0001é","list":[1,true,null,[],{}],"inner":{"x":1.50}}"#)
  }

  @Test func pretty() {
    let text = """
      {
        "name": "a\\"b\\\\\\n\\u0001é",
        "list": [
          1,
          true,
          null,
          [],
          {}
        ],
        "inner": {
          "x": 1.50
        }
      }
      """
    #expect(JSONWriter.text(of: value, .pretty) == text)
  }

  @Test func steps() {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("a", "x")
    writer.member("b", String?.none)
    writer.member("c", 3)
    writer.key("d")
    writer.beginArray()
    writer.number(1.5)
    writer.number(Double.nan)
    writer.null()
    writer.endArray()
    writer.endObject()
    writer.newline()
    #expect(writer.text == "{\"a\":\"x\",\"c\":3,\"d\":[1.5,null,null]}\n")
  }

  @Test func readsBackTheSame() throws {
    for form in [JSONWriter.Form.compact, .pretty] {
      #expect(try JSONReader(JSONWriter.bytes(of: value, form), file: "x").value() == value)
    }
  }
}
