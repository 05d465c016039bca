/// A block of a page before it is known whether it belongs to the report.
struct HTMLBlock {
  enum Kind { case heading, paragraph, item, cell, caption, preformatted }

  var kind: Kind
  /// UTF-8 with white space folded.
  var text: [UInt8]
  var level = 0
  var row = 0
  var column = 0
  var table = 0
  var isHeader = false
  var isHidden = false
  /// Part of the furniture of the page.
  var isFurniture = false
  /// Comes after a `br`, in the same paragraph as the block before it.
  var isAfterBreak = false
  var isInMain = false
  /// The outermost `article` round it, counted from 0.
  var article: Int?
  /// How many bytes of it are the text of links.
  var linkBytes = 0
}
