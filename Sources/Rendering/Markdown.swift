/// Text inside Markdown: what a reader of the page sees is the text itself, never a mark-up of its own.
enum Markdown {
  static func escape(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "<", ">", "|", "#": result += "\\"
      default: break
      }
      result.unicodeScalars.append(scalar)
    }
    return result
  }

  /// `[text](<address>)`, or the text alone for anything but a web address.
  static func link(_ text: String, to address: String?) -> String {
    guard let address, address.hasPrefix("https://") || address.hasPrefix("http://"),
      !address.utf8.contains(where: { $0 <= 0x20 || $0 == 0x3C || $0 == 0x3E })
    else { return escape(text) }
    return "[\(escape(text))](<\(address)>)"
  }
}
