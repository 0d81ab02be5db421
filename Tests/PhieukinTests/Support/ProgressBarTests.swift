import Testing

@testable import phieukin

struct ProgressBarTests {
    @Test func draws() {
        #expect(ProgressBar.line("x", done: 0, of: 88) == "x [" + String(repeating: " ", count: 40) + "] 0/88")
        #expect(ProgressBar.line("x", done: 44, of: 88).count { $0 == "#" } == 20)
        #expect(ProgressBar.line("x", done: 99, of: 88).count { $0 == "#" } == 40)
        #expect(ProgressBar.line("x", done: 5, of: nil) == "x 5")
        #expect(ProgressBar.line("x", done: 5, of: 0) == "x 5")
    }
}
