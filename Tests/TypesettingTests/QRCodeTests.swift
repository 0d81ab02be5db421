import Foundation
import Testing
import Typesetting

@Suite struct QRCodeTests {
    private func scan(_ code: QRCode) throws -> String {
        let file = try PDFFile([.qr(code)])
        let picture = file.path + ".png"
        defer { try? FileManager.default.removeItem(atPath: picture) }
        try file.run("pdftoppm", "-r", "300", "-png", "-singlefile", "PDF", file.path)
        return try file.run("zbarimg", "--raw", "-q", "-Sbinary", picture).output
    }

    @Test(arguments: [
        "https://phieukin.example/kiem-tra#AAECAwQ", "Chữ Việt: ủy viên", "A",
        "https://phieukin.example/v#" + String(repeating: "Ab1-_", count: 90),
    ])
    func telephonesReadIt(_ text: String) throws {
        #expect(try scan(QRCode(text: text, side: 40)) == text)
    }

    @Test func longTextFallsToTheLowestLevel() throws {
        let text = String(repeating: "x", count: 2500)
        #expect(try scan(QRCode(text: text, side: 120)) == text)
    }

    @Test(arguments: [2954, 100_000]) func tooLongTextIsRefused(_ count: Int) {
        let code = QRCode(text: String(repeating: "x", count: count), side: 100)
        #expect(throws: TypesettingError.qrTooLong(bytes: count)) { try Samples.typeset([.qr(code)]) }
    }

    @Test func largestTextIsTaken() throws {
        let code = QRCode(text: String(repeating: "x", count: 2953), side: 150)
        #expect(throws: Never.self) { try Samples.typeset([.qr(code)]) }
    }

    @Test(arguments: [QRCode(text: "", side: 30), QRCode(text: "x", side: 0), QRCode(text: "x", side: .nan)])
    func nothingToDrawIsRefused(_ code: QRCode) {
        #expect(throws: TypesettingError.self) { try Samples.typeset([.qr(code)]) }
    }
}
