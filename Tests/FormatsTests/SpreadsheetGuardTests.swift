import Formats
import Testing

struct SpreadsheetGuardTests {
  @Test(arguments: [
    "=1+1", "+1", "-1", "@x", "\tx", "\rx", "\nx", "\0x", "＝x", "＋x", "－x", "＠x", "\"=x", " =x", ";=x", "'x", "''",
    "'\u{301}x",
    " \"; @x",
  ])
  func isGuarded(cell: String) {
    let guarded = SpreadsheetGuard.added(to: cell)
    #expect(guarded.utf8.first == UInt8(ascii: "'") && guarded.utf8.count == cell.utf8.count + 1)
    #expect(SpreadsheetGuard.removed(from: guarded).map { Array($0.utf8) } == Array(cell.utf8))
  }

  @Test(arguments: ["x", "1", "x=1", "\"x", " ", "\"", "2020-09-09", "[..2020]", "\u{301}", ""])
  func isLeft(cell: String) {
    #expect(SpreadsheetGuard.added(to: cell) == cell)
    #expect(SpreadsheetGuard.removed(from: cell) == cell)
  }
}
