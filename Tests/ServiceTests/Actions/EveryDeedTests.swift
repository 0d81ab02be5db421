import Foundation
import TestSupport
import Testing

@testable import Service

/// A line of the journal that no test waits for can be lost unnoticed: each deed stands in a test.
@Suite struct EveryDeedTests {
    private static let names = [
        "RoundDeed": RoundDeed.allCases.map(\.phrase.name), "DecisionDeed": DecisionDeed.allCases.map(\.phrase.name),
        "AccountDeed": AccountDeed.allCases.map(\.phrase.name), "AccessDeed": AccessDeed.allCases.map(\.phrase.name),
        "SeatDeed": SeatDeed.allCases.map(\.phrase.name),
    ]

    /// The tests' code: without comments, and without entries that a test writes itself.
    private static func tests() throws -> String {
        let folder = TestFiles.path("Tests/ServiceTests")
        let files = try FileManager.default.subpathsOfDirectory(atPath: folder)
            .filter { $0.hasSuffix(".swift") && !$0.hasSuffix("EveryDeedTests.swift") }
        return try files.flatMap { try TestFiles.text("Tests/ServiceTests/\($0)").split(separator: "\n") }
            .filter { !$0.contains(/^ *\/\//) }.joined(separator: "\n").replacing("action: \"", with: "")
    }

    @Test func everyDeedIsExpectedSomewhere() throws {
        let tests = try Self.tests()
        for name in Self.names.values.joined() {
            #expect(tests.contains("\"\(name)\"") || tests.contains("\"\(name) "), "\(name)")
        }
    }

    /// The lists are written by hand, as the cases have values.
    @Test func everyCaseIsInItsList() throws {
        let folder = TestFiles.path("Sources/Service/Journal")
        let types = try FileManager.default.contentsOfDirectory(atPath: folder).compactMap { file in
            try TestFiles.text("Sources/Service/Journal/\(file)").firstMatch(of: /\nenum ([A-Za-z]+): Deed \{/)
                .map { String($0.output.1) }
        }
        #expect(Set(types) == Set(Self.names.keys))
        for (type, names) in Self.names {
            let declared = try Self.cases(of: type)
            #expect(declared.count >= 8 && declared.count == names.count, "\(type): \(declared)")
            #expect(Set(names).count == names.count, "\(type)")
        }
    }

    private static func cases(of type: String) throws -> [Substring] {
        let text = try TestFiles.text("Sources/Service/Journal/\(type).swift")
        return text.prefix(upTo: try #require(text.firstRange(of: "var phrase")).lowerBound)
            .matches(of: /\n    case (.+)/)
            .flatMap { $0.output.1.matches(of: /(?:^|, )([a-z][A-Za-z]*)/).map(\.output.1) }
    }
}
