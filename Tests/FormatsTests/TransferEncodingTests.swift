import Formats
import Testing

struct TransferEncodingTests {
  @Test(
    "Quoted-printable",
    arguments: [
      ("plain", "plain"), ("Ag=C3=AAncia", "Agência"), ("a=\nb", "ab"), ("a=\r\nb", "ab"), ("a= \nb", "ab"),
      ("a=", "a"),
      ("1=2", "1=2"), ("=3d=3D", "=="), ("=X1", "=X1"), ("=C", "=C"), ("", ""),
    ])
  func quotedPrintable(text: String, decoded: String) {
    #expect(String(decoding: TransferEncoding.quotedPrintable(Array(text.utf8)), as: UTF8.self) == decoded)
  }

  @Test(
    "Base64",
    arguments: [
      ("SVNFQ0c=", "ISECG"), ("SVNF\r\nQ0cx", "ISECG1"), ("QQ==", "A"), ("QQ", "A"), ("", ""), ("Q", nil),
      ("Q*==", nil),
      ("QQ==QQ", nil),
    ] as [(String, String?)])
  func base64(text: String, decoded: String?) {
    #expect(TransferEncoding.base64(Array(text.utf8)).map { String(decoding: $0, as: UTF8.self) } == decoded)
  }
}
