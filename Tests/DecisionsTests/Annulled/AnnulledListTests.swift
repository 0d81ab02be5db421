import Decisions
import Recognition
import SecretBallot
import StrictEncoding
import TestSupport
import Testing

@Suite struct AnnulledListTests {
    static let issuer = "phieukin.example"

    let logKey: NoteSigner
    let list: AnnulledList

    init() throws {
        logKey = try #require(NoteSigner(name: Self.issuer, seed: [UInt8](repeating: 7, count: 32)))
        list = try AnnulledList(
            issuer: Self.issuer, issuedAt: Signers.signedAt, expiresAt: Signers.signedAt + 7 * Signers.day,
            entries: (1...3).map(Self.entry))
    }

    private static func entry(_ number: Int) throws -> AnnulledEntry {
        AnnulledEntry(
            try AnnulledDecision(number: DecisionNumber(number, body: "ĐU"), digest: Hash.digest([UInt8(number)])),
            try Annulment(
                annulledAt: Signers.signedAt - 100, by: DecisionNumber(90 + number, body: "ĐU"),
                digest: Hash.digest([9, UInt8(number)]), reason: "Lý do thứ “\(number)” \\ hết"))
    }

    private func read(_ note: [UInt8]) throws(AnnulledListFault) -> AnnulledList {
        try AnnulledList(note: note, issuer: Self.issuer, logKey: logKey.publicKey)
    }

    /// A note of any text by the right key.
    private func note(_ text: String) throws -> [UInt8] { Array(try logKey.sign(text).utf8) }

    private func text(of list: AnnulledList) throws -> String {
        let note = String(decoding: try list.signed(by: logKey), as: UTF8.self)
        return try #require(NoteVerifier(name: Self.issuer, key: logKey.publicKey)?.text(of: note))
    }

    @Test func aListSurvivesItsNote() throws {
        #expect(try read(list.signed(by: logKey)) == list)
        let empty = try AnnulledList(issuer: Self.issuer, issuedAt: 0, expiresAt: 1, entries: [])
        #expect(try read(empty.signed(by: logKey)) == empty)
        let head = "{\"issuer\":\"phieukin.example\",\"issuedAt\":0,\"expiresAt\":1}"
        #expect(try text(of: empty) == "phieukin/1 annulled\n\(head)\n")
    }

    @Test func entriesStandByDigestWhateverTheirOrder() throws {
        let shuffled = try AnnulledList(
            issuer: list.issuer, issuedAt: list.issuedAt, expiresAt: list.expiresAt, entries: list.entries.reversed())
        #expect(shuffled == list)
        #expect(list.entries.map(\.decision.digest) == list.entries.map(\.decision.digest).sorted(by: <))
        for entry in list.entries { #expect(list.annulment(of: entry.decision.digest) == entry.annulment) }
        #expect(list.annulment(of: Hash.digest([4])) == nil)
        #expect(list.annulment(of: []) == nil)
    }

    @Test func impossibleListsAreNotMade() throws {
        let twice = try [Self.entry(1), Self.entry(1)]
        #expect(throws: MalformedInput.self) {
            try AnnulledList(issuer: "x", issuedAt: 0, expiresAt: 1, entries: twice)
        }
        for (issued, expires) in [(5, 5), (5, 4), (-1, 5), (0, Int64.max), (Int64.min, 0)] {
            #expect(throws: MalformedInput.self) {
                try AnnulledList(issuer: "x", issuedAt: issued, expiresAt: expires, entries: [])
            }
        }
        for reason in ["", " a", "hai\ndòng", String(repeating: "a", count: 2001)] {
            #expect(throws: MalformedInput.self) {
                try Annulment(
                    annulledAt: 0, by: DecisionNumber(1, body: "ĐU"), digest: Hash.digest([]), reason: reason)
            }
        }
    }

    @Test func anotherKeyIsNotBelieved() throws {
        let other = try #require(NoteSigner(name: Self.issuer, seed: [UInt8](repeating: 8, count: 32)))
        #expect(throws: AnnulledListFault.notSigned) { try read(list.signed(by: other)) }
        let named = try #require(NoteSigner(name: "other.example", seed: [UInt8](repeating: 7, count: 32)))
        #expect(throws: AnnulledListFault.otherIssuer) { try list.signed(by: named) }
        #expect(throws: AnnulledListFault.notSigned) { try read(Array(try named.sign(text(of: list)).utf8)) }
        #expect(throws: AnnulledListFault.notSigned) {
            try AnnulledList(note: list.signed(by: logKey), issuer: Self.issuer, logKey: [1, 2, 3])
        }
    }

    @Test func anotherIssuersTextIsNotBelieved() throws {
        let text = try text(of: list).replacing("\"phieukin.example\"", with: "\"khac.example\"")
        #expect(throws: AnnulledListFault.otherIssuer) { try read(note(text)) }
    }

    @Test func oneTextForOneList() throws {
        let text = try text(of: list)
        var lines = text.split(separator: "\n").map(String.init)
        lines.swapAt(2, 3)
        let wrong = [
            lines.joined(separator: "\n") + "\n",
            text + lines[2] + "\n",
            text + "{}\n",
            text + "x\n",
            text.replacing(":", with: ": ", maxReplacements: 1),
            text.replacing("\"issuedAt\":1", with: "\"issuedAt\":-1"),
            text.replacing("\"issuedAt\":", with: "\"issuedAt\":99"),
            text.replacing("\"reason\":\"", with: "\"reason\":\" "),
            text.replacing("“", with: "\\u201c"),
            text.replacing("phieukin/1 annulled", with: "phieukin/1 seal"),
            text.replacing("phieukin/1 annulled\n", with: "phieukin/1 annulled\r\n"),
            text.replacing(",\"number\":\"01-QĐ/ĐU\"", with: ""),
            text.replacing("\"01-QĐ/ĐU\"", with: "\"1-QĐ/ĐU\""),
            "phieukin/1 annulled\n",
            "\n",
        ]
        for text in wrong {
            let note = try note(text)
            #expect(throws: AnnulledListFault.self, "\(text)") { try read(note) }
        }
    }

    @Test func noDamageIsRead() throws {
        let note = try list.signed(by: logKey)
        var mutator = Mutator(seed: 1)
        for _ in 0..<500 {
            let mutant = mutator.mutate(note)
            // A signature line of somebody else's may stand beside ours; what is read is the same list.
            if let read = try? read(mutant) { #expect(read == list) }
        }
        for length in stride(from: 0, to: note.count, by: 7) {
            #expect(throws: AnnulledListFault.notSigned) { try read(Array(note.prefix(length))) }
        }
        let huge = [UInt8](repeating: 0x0A, count: AnnulledList.maximumSize + 1)
        #expect(throws: AnnulledListFault.tooLarge) { try read(huge) }
    }
}

private func < (one: [UInt8], other: [UInt8]) -> Bool { one.lexicographicallyPrecedes(other) }
