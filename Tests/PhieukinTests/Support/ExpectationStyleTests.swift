import Foundation
import TestSupport
import Testing

/// What a test may not write, because the compiler makes of it what nobody meant.
@Suite struct ExpectationStyleTests {
    /// A closure that is awaited within an expectation stands in the place of the next one of its function (Swift
    /// 6.3.1): the test then tries the first case twice, and the second never.
    @Test func noClosureIsAwaitedWithinAnExpectation() throws {
        let files = try FileManager.default.subpathsOfDirectory(atPath: TestFiles.path("Tests"))
        for file in files where file.hasSuffix(".swift") {
            for line in try TestFiles.text("Tests/" + file).split(separator: "\n") {
                #expect(!Self.isDangerous(line), "\(file): \(line): await it before, or by a function that expects")
            }
        }
    }

    @Test func itIsFound() {
        let good = [
            "let fault = await fault { try await body() }", "#expect(names.contains { $0.isEmpty })",
            "#expect(try await names().isEmpty, \"await {\")", "await #expect(throws: Fault.self) { try await body() }",
        ]
        let bad = [
            "#expect(awa" + "it fault { try await body() } == nil)",
            "try #require(try awa" + "it first { $0.isEmpty })",
        ]
        for line in good { #expect(!Self.isDangerous(line[...]), "\(line)") }
        for line in bad { #expect(Self.isDangerous(line[...]), "\(line)") }
    }

    private static func isDangerous(_ line: Substring) -> Bool {
        line.contains(/#(expect|require)\((try )?await [^"]*\{/)
    }
}
