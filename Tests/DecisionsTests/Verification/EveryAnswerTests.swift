import Foundation
import SignedPDF
import Testing

/// A check that no paper fails alone is not a check: each answer that a verifier can give stands in a test.
@Suite struct EveryAnswerTests {
    private static let root = URL(filePath: #filePath).appending(path: "../../../..").standardizedFileURL

    /// No file leads to these: the second line of defence, each with what stands before it.
    private static let secondLine = [
        "signature-not-inspected": "only where OpenSSL lacks memory",
        "repeatedName": "whoever adds a field of a name that is there changed the file after its first signature",
    ]

    private static func text(of folder: String) throws -> String {
        let folder = root.appending(path: folder)
        return try FileManager.default.subpathsOfDirectory(atPath: folder.path())
            .filter { $0.hasSuffix(".swift") && !$0.hasSuffix("EveryAnswerTests.swift") }
            .map { try String(contentsOf: folder.appending(path: $0), encoding: .utf8) }.joined()
    }

    @Test func everyAnswerIsExpectedSomewhere() throws {
        let verifier = try Self.text(of: "Sources/Decisions/Verification")
        let codes = Set(verifier.matches(of: /\.(?:yes|no|unknown),\s+"([a-z-]+)"/).map { String($0.output.1) })
        #expect(codes.count > 25 && codes.isSuperset(of: ["intact", "place-taken", "list-expired", "annulled"]))
        let tests = try Self.text(of: "Tests/DecisionsTests")
        for code in codes.subtracting(Self.secondLine.keys) { #expect(tests.contains("\"\(code)\""), "\(code)") }
    }

    /// What a signature of a file can lack, and what may not come after it.
    @Test(arguments: ["CoverageFlaw", "FieldFault", "ForbiddenChange", "PDFSignatureFlaw"])
    func everyFlawIsExpectedSomewhere(type: String) throws {
        let declaration = try String(
            contentsOf: Self.root.appending(path: "Sources/SignedPDF/Inspection/\(type).swift"), encoding: .utf8)
        let flaws = Set(declaration.matches(of: /\n    case ([a-zA-Z]+)/).map { String($0.output.1) })
        #expect(flaws.count >= 5)
        let tests = try Self.text(of: "Tests/SignedPDFTests")
        for flaw in flaws.subtracting(Self.secondLine.keys) {
            #expect(tests.contains(".\(flaw)"), "\(type).\(flaw)")
        }
    }
}
