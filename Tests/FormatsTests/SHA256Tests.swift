import Formats
import Testing

struct SHA256Tests {
  @Test(
    "Known digests (FIPS 180-4 examples and others)",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
    ])
  func known(text: String, hex: String) { #expect(SHA256.hex(text) == hex) }

  @Test func million() {
    #expect(
      SHA256.hex([UInt8](repeating: 0x61, count: 1_000_000))
        == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  @Test("Pieces give what the whole gives, at every length round a block")
  func pieces() {
    for count in 0...200 {
      let bytes = (0..<count).map { UInt8($0 & 0xFF) }
      var hash = SHA256()
      for start in stride(from: 0, to: count, by: 7) { hash.update(Array(bytes[start..<min(start + 7, count)])) }
      #expect(hash.hex() == SHA256.hex(bytes))
    }
  }
}
