import Formats
import Testing

struct EncodingTests {
  @Test func marks() throws {
    #expect(try Encoding.text([0xEF, 0xBB, 0xBF, 0x61], file: "x").bytes == [0x61])
    #expect(try Encoding.text([0xFF, 0xFE, 0x61, 0, 0x3D, 0xD8, 0x80, 0xDE], file: "x").bytes == Array("a🚀".utf8))
    #expect(try Encoding.text([0xFE, 0xFF, 0, 0x61, 0, 0xE9], file: "x").bytes == Array("aé".utf8))
    #expect(try Encoding.text([], file: "x").bytes.isEmpty)
  }

  @Test(
    "Refused",
    arguments: [
      (Array("%PDF-1.7 …".utf8), "TEXT-BINARY", "pdftotext x.txt - | spacekb ingest - --url"),
      ([0x89, 0x50, 0x4E, 0x47, 0x0D], "TEXT-BINARY", "PNG"),
      ([0x50, 0x4B, 3, 4, 0], "TEXT-BINARY", "DOCX"), ([0x1F, 0x8B, 8], "TEXT-BINARY", "GZIP"),
      (Array("{\\rtf1".utf8), "TEXT-BINARY", "RTF"),
      (
        [0x61, 0xE9, 0x62], "TEXT-ENCODING",
        "byte 1 (0xE9) is not UTF-8; convert the file: iconv -f WINDOWS-1252 -t UTF-8 x.txt"
      ),
      (Array("<meta charset=\"iso-8859-2\">".utf8) + [0xE9], "TEXT-ENCODING", "iconv -f iso-8859-2"),
      ([0x61, 0, 0x62, 0], "TEXT-ENCODING", "UTF-16LE"),
      ([0, 0x61, 0, 0x62], "TEXT-ENCODING", "UTF-16BE"), ([0xFF, 0xFE, 0x61], "TEXT-ENCODING", "half"),
      ([0xFF, 0xFE, 0x00, 0xDC], "TEXT-ENCODING", "surrogate"),
    ] as [([UInt8], String, String)])
  func refused(bytes: [UInt8], code: String, words: String) {
    #expect { try Encoding.text(bytes, file: "x.txt") } throws: { error in
      (error as? Problem)?.code == code && (error as? Problem)?.message.contains(words) == true
    }
  }

  @Test(
    "The first byte that isn't UTF-8",
    arguments: [
      ([0x61], nil), ([0xC3, 0xA9], nil), ([0xF0, 0x9F, 0x9A, 0x80], nil), ([0xF4, 0x8F, 0xBF, 0xBF], nil), ([0x80], 0),
      ([0xC1, 0x80], 0), ([0x61, 0xC3], 1),
      ([0xE0, 0x9F, 0x80], 0), ([0xED, 0xA0, 0x80], 0), ([0xF4, 0x90, 0x80, 0x80], 0), ([0xF0, 0x8F, 0x80, 0x80], 0),
      ([0xE2, 0x82, 0x41], 0), ([0xFE], 0),
    ] as [([UInt8], Int?)])
  func invalid(bytes: [UInt8], offset: Int?) { #expect(UTF8Check.firstInvalid(in: bytes) == offset) }
}
