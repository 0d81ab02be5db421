import Client
import TestSupport
import Testing

@testable import phieukin

struct PresenceTableTests {
    private func marks(_ text: String) throws -> [String: PresenceMark] {
        let marks = try PresenceTable(parsing: Array(text.utf8)).marks
        return Dictionary(uniqueKeysWithValues: marks.map { ($0.voter, $0.mark) })
    }

    @Test func readsBothLanguages() throws {
        #expect(
            try marks("voter,presence\na,present\nb,Vắng có lý do\nc,vắng không lý do\n")
                == ["a": .present, "b": .excused, "c": .absent])
        #expect(try PresenceTable(parsing: TestFiles.example("presence.csv")).marks.count == 15)
    }

    @Test(arguments: [
        "", "voter\na\n", "presence,x\npresent,1\n", "voter,presence\na,here\n",
        "voter,presence\na,present\na,absent\n",
        "voter,presence\n,present\n",
    ])
    func refuses(text: String) {
        #expect(throws: (any Error).self) { try marks(text) }
    }
}
