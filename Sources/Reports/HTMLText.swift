import Formats

/// From the blocks of a page to the text of a report.
extension HTMLBlocks {
  /// The text of the article under `title`.
  func text(title: String) -> ReportText {
    var builder = TextBuilder(title: title)
    var last: HTMLBlock?
    for block in merged(article(), title: title) {
      if block.kind == .preformatted {
        builder.append(plain: block.text)
      } else {
        let bullet = block.kind == .paragraph ? Bullet(block.text, 0..<block.text.count)?.length ?? 0 : 0
        builder.append(block.text, after: separator(last, block)) { range in
          var made = Block(
            kind: HTMLBlocks.kind(block.kind), range: range, level: block.level, isHidden: block.isHidden)
          if block.kind == .cell {
            (made.row, made.column, made.table) = (block.row, block.column, block.table)
            made.isHeader = block.isHeader
          }
          if bullet > 0 {
            (made.kind, made.level) = (.item, 1)
            made.range = (range.lowerBound + bullet)..<range.upperBound
          }
          return made
        }
      }
      if block.kind == .cell { builder.takeTables(block.table + 1) }
      last = block
    }
    return builder.text
  }

  private static func kind(_ kind: HTMLBlock.Kind) -> Block.Kind {
    switch kind {
    case .heading: .heading
    case .paragraph: .paragraph
    case .item: .item
    case .cell: .cell
    case .caption: .caption
    case .preformatted: .preformatted
    }
  }

  private func separator(_ last: HTMLBlock?, _ block: HTMLBlock) -> StaticString {
    guard let last else { return "\n\n" }
    if last.kind == .cell, block.kind == .cell, last.table == block.table {
      return last.row == block.row && last.column != block.column ? "\t" : "\n"
    }
    if last.kind == .item, block.kind == .item { return "\n" }
    return block.isAfterBreak ? "\n" : "\n\n"
  }

  /// Lines parted by `br` put together where a sentence goes on; without the heading that repeats the title.
  private func merged(_ blocks: [HTMLBlock], title: String) -> [HTMLBlock] {
    var merged: [HTMLBlock] = []
    var hasTitle = false
    for block in blocks {
      if !hasTitle, block.kind == .heading, !title.isEmpty, block.text.elementsEqual(title.utf8) {
        hasTitle = true
        continue
      }
      guard TextScanning.hasWords(block.text, 0..<block.text.count) else { continue }
      if let last = merged.last, block.isAfterBreak, last.kind == block.kind, last.isHidden == block.isHidden,
        TextScanning.startsLowerCase(block.text, 0..<block.text.count),
        Bullet(block.text, 0..<block.text.count) == nil,
        !TextScanning.endsSentence(last.text, 0..<last.text.count)
      {
        merged[merged.count - 1].text.append(0x20)
        merged[merged.count - 1].text.append(contentsOf: block.text)
        continue
      }
      merged.append(block)
    }
    return merged
  }

  /// The blocks of the article: of `article` or `main` if it holds most of the text, without furniture.
  private func article() -> [HTMLBlock] {
    let content = blocks.filter { !$0.isFurniture }
    let all = HTMLBlocks.size(content)
    let main = content.filter(\.isInMain)
    let scope = HTMLBlocks.size(main) * 2 >= all && !main.isEmpty ? main : content
    var sizes: [Int: Int] = [:]
    for block in scope { if let article = block.article { sizes[article, default: 0] += block.text.count } }
    // Of two of one size the first, so that the same page always gives the same text.
    if let largest = sizes.max(by: { ($0.value, -$0.key) < ($1.value, -$1.key) }),
      largest.value * 2 >= HTMLBlocks.size(scope)
    {
      return scope.filter { $0.article == largest.key }
    }
    return main.isEmpty ? withoutLinksAtTop(scope) : scope
  }

  /// Without the lines of links above the first heading or text of a page that marks no article.
  private func withoutLinksAtTop(_ blocks: [HTMLBlock]) -> [HTMLBlock] {
    guard head.title != nil || head.ogTitle != nil else { return blocks }
    return Array(blocks.drop { $0.kind != .heading && $0.linkBytes * 10 >= $0.text.count * 8 })
  }

  private static func size(_ blocks: [HTMLBlock]) -> Int { blocks.reduce(0) { $0 + ($1.isHidden ? 0 : $1.text.count) } }

  /// The first main heading that the page shows.
  var mainHeading: String? {
    let headings = blocks.filter { $0.kind == .heading && $0.level == 1 && !$0.isHidden }
    let best = headings.first { !$0.isFurniture } ?? headings.first
    return best.map { String(decoding: $0.text, as: UTF8.self) }
  }
}
