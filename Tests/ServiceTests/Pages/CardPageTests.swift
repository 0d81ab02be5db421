import Client
import SecretBallot
import StrictEncoding
import Testing

@testable import Service

/// The keys of access cards, as the page's script sends them.
@Suite struct CardPageTests {
    private static let members = "id,name,position,birthYear\nuv-1,Lò Văn A,Bí thư,1970\nuv-2,Pờ Mỹ Lệ,,\n"

    private static func line(_ voter: String, _ code: AccessCode? = nil) throws -> String {
        let code = try code ?? AccessCode.random()
        return "\(voter) \(Base64URL.encode(try code.credential().publicKey.bytes))"
    }

    private func withMembers(
        _ body: @escaping @Sendable (SecretaryVisit, _ name: String, _ page: String) async throws -> Void
    ) async throws {
        try await SecretaryVisit.run { visit in
            let (name, path) = try await visit.draft()
            _ = try await visit.secretary.setVoters(Array(Self.members.utf8), of: name)
            try await body(visit, name, path + "/cards")
        }
    }

    @Test func keysComeToTheirMembers() async throws {
        try await withMembers { visit, name, page in
            let code = try AccessCode.random()
            let first = try await visit.visitor.submit(page, from: page, ["keys": try Self.line("uv-2", code)])
            #expect(first.status == 200 && first.text == #"{"voters":2,"withoutKey":1}"#)
            let second = try await visit.visitor.submit(page, from: page, ["keys": try Self.line("uv-1")])
            #expect(second.text == #"{"voters":2,"withoutKey":0}"#)
            let keys = try await visit.keys(of: name)
            #expect(keys.count == 2 && keys[0] != nil)
            #expect(keys[1] == Base64URL.encode(try code.credential().publicKey.bytes))
        }
    }

    @Test func cardsInUseAreReplacedOnlyOnPurpose() async throws {
        try await withMembers { visit, name, page in
            _ = try await visit.visitor.submit(page, from: page, ["keys": try Self.line("uv-1")])
            let before = try await visit.keys(of: name).first
            let again = ["keys": try Self.line("uv-1")]
            let found1 = try await visit.visitor.submit(page, from: page, again)
            #expect(found1.status == 422)
            let wrong = again.merging(["confirmation": "thay"]) { $1 }
            let found2 = try await visit.visitor.submit(page, from: page, wrong)
            #expect(found2.status == 422)
            let holds1 = try await visit.keys(of: name).first == before
            #expect(holds1)
            let meant = again.merging(["confirmation": "Thay thẻ"]) { $1 }
            let found3 = try await visit.visitor.submit(page, from: page, meant)
            #expect(found3.status == 200)
            let holds2 = try await visit.keys(of: name).first != before
            #expect(holds2)
        }
    }

    @Test func aMendedListKeepsTheCards() async throws {
        try await withMembers { visit, name, page in
            let lines = [try Self.line("uv-1"), try Self.line("uv-2")].joined(separator: "\n")
            _ = try await visit.visitor.submit(page, from: page, ["keys": lines])
            let before = try await visit.keys(of: name)
            let mended = "id,name,position\nuv-1,Lò Văn A,Phó Bí thư\nuv-2,Người khác,\n"
            let sent = try await visit.send(
                mended, to: "/desk/rounds/\(name)/members", by: "import", with: ["acknowledge": "cards-void"])
            #expect(sent.status == 303)
            let after = try await visit.keys(of: name)
            #expect(after == [before[0], nil], "a card is of its id and its name")
        }
    }

    @Test(arguments: ["", "uv-1", "uv-1 AAAA", "uv-9 KEY", "uv-1 KEY\nuv-1 KEY", "uv-1 KEY\nuv-2 KEY", "uv-1 KEY x"])
    func otherLinesAreRefused(lines: String) async throws {
        try await withMembers { visit, name, page in
            let key = try Self.line("x").dropFirst(2)
            let answer = try await visit.visitor.submit(page, from: page, ["keys": lines.replacing("KEY", with: key)])
            #expect((400..<500).contains(answer.status))
            let holds3 = try await visit.keys(of: name) == [nil, nil]
            #expect(holds3)
        }
    }

    @Test func withoutTheFormsTokenNoKeyIsTaken() async throws {
        try await withMembers { visit, name, page in
            let answer = try await visit.visitor.post(page, ["keys": try Self.line("uv-1")])
            #expect(answer.status == 403)
            let holds4 = try await visit.keys(of: name) == [nil, nil]
            #expect(holds4)
        }
    }
}
