import Recognition
import SecretBallot
import Testing

@testable import phieukin

struct MarksTableTests {
    private let manifest: Manifest

    init() throws { manifest = try VectorRound.manifest() }

    private func line(_ contest: Int, _ marks: String...) -> String {
        let place = manifest.contests[contest]
        let head = [manifest.units[place.unit].id, manifest.criteria[place.criterion].id]
        return (head + marks).joined(separator: ",") + "\n"
    }

    private func choices(_ text: String, ballot: String? = nil) throws -> [Choice] {
        try MarksTable(parsing: Array(text.utf8)).choices(of: manifest, ballot: ballot)
    }

    @Test func leavesUnnamedContestsBlank() throws {
        let choices = try choices("unit,criterion,mark\n" + line(1, "Đạt") + line(0, "khong-dat"))
        #expect(choices.count == manifest.contests.count)
        #expect(choices.prefix(2) == [.second, .first])
        #expect(choices.dropFirst(2).allSatisfy { $0 == .blank })
    }

    @Test func takesTheColumnThatIsNamed() throws {
        let text = "unit,criterion,a,b\n" + line(0, "dat", "khong-dat")
        #expect(try choices(text, ballot: "a")[0] == .first)
        #expect(try choices(text, ballot: "b")[0] == .second)
        #expect(throws: Failure.self) { try choices(text) }
        #expect(throws: Failure.self) { try choices(text, ballot: "c") }
    }

    @Test func refusesWhatTheRoundHasNot() {
        let head = "unit,criterion,mark\n"
        #expect(throws: Failure.self) { try choices(head + "nowhere,political-task,dat\n") }
        #expect(throws: Failure.self) { try choices(head + "\(manifest.units[0].id),nothing,dat\n") }
        #expect(throws: Failure.self) { try choices(head + line(0, "perhaps")) }
        #expect(throws: Failure.self) { try choices(head + line(0, "dat") + line(0, "dat")) }
        #expect(throws: Failure.self) { try choices("unit,mark\na,dat\n") }
    }
}
