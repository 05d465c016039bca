/// A version of a report as a row of `report_version`; its text and raw bytes are empty where a dump came without them.
struct ReportVersion {
  /// SHA-256 of what makes versions differ, in hexadecimal digits as the other hashes.
  let digest: String
  let title: String?
  let text: String
  let textHash: String
  let raw: [UInt8]
  let rawHash: String
  let url: String?
  /// EDTF.
  let published: String?
  /// BCP 47.
  let language: String?
  let isDigest: Bool
  let isTrashed: Bool
}
