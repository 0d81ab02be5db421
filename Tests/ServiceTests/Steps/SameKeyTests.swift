import Client
import OpenSSLKit
import Recognition
import SecretBallot
import Storage
import StrictEncoding
import Testing

@testable import Service

/// No key of a round is another's: whoever brings one that is there already is told so, and whose it is.
@Suite struct SameKeyTests {
    private static func relay(_ key: VerifyingKey) -> RelayReference {
        RelayReference(name: "Đảng ủy xã bên", url: "https://tram.example", key: key)
    }

    private static func board(_ key: VerifyingKey, box: VerifyingKey = SigningKey().publicKey) -> CountingBoard {
        CountingBoard(threshold: 1, members: [BoardMember(name: "Lò Văn Phúc", key: key)], publicKey: box)
    }

    private static func member(_ key: VerifyingKey, dkgKey: VerifyingKey? = nil) throws -> CeremonyMember {
        let fresh = try CeremonyDevice(name: "x").registration
        return CeremonyMember(
            key: key, dkgKey: try dkgKey.map { try P256Point(x962: $0.bytes) } ?? fresh.dkgKey, random: fresh.random)
    }

    /// What is refused names both, in the reader's words.
    private static func expectBoth(
        _ names: [String], _ what: String, at location: SourceLocation = #_sourceLocation,
        of body: () async throws -> Void
    ) async {
        let problem = await refusal(what, at: location, of: body)
        #expect(problem?.code == "same-key", "\(what)", sourceLocation: location)
        let reason = problem?.reason?.vietnamese ?? ""
        for name in names { #expect(reason.contains(name), "\(what): \(reason)", sourceLocation: location) }
    }

    @Test func aBoardOfOneBringsNobodysKey() async throws {
        try await PreparedRound.run(.draft) { round in
            let card = try round.codes[1].credential().publicKey
            let (relayKey, fresh) = (SigningKey().publicKey, SigningKey().publicKey)
            try await round.secretary.setRelays([Self.relay(relayKey)], of: round.name)
            for (key, owner) in [
                (card, "Ủy viên 2"), (relayKey, "Đảng ủy xã bên"), (round.manifest.service.receiptKey, "máy chủ"),
            ] {
                await Self.expectBoth([owner, "Lò Văn Phúc"], owner) {
                    try await round.board.setBoard(Self.board(key), of: round.name)
                }
                await Self.expectBoth([owner, "hòm phiếu"], owner) {
                    try await round.board.setBoard(Self.board(fresh, box: key), of: round.name)
                }
            }
            await Self.expectBoth(["hòm phiếu", "Lò Văn Phúc"], "its own") {
                try await round.board.setBoard(Self.board(fresh, box: fresh), of: round.name)
            }
            for _ in 0..<2 { try await round.board.setBoard(Self.board(fresh), of: round.name) }
        }
    }

    @Test func aSeatBringsNobodysKey() async throws {
        try await PreparedRound.run(.draft) { round in
            let scene = try await BoardScene.planned(over: round.service)
            let (card, relayKey) = (try round.codes[0].credential().publicKey, SigningKey().publicKey)
            try await round.secretary.setRelays([Self.relay(relayKey)], of: round.name)
            let seat = scene.seat(1, round.service)
            for (key, owner) in [(card, "Ủy viên 1"), (relayKey, "Đảng ủy xã bên")] {
                await Self.expectBoth([owner, BoardScene.names[1]], owner) {
                    try await seat.register(Self.member(key), in: 1)
                }
                await Self.expectBoth([owner, BoardScene.names[1]], owner) {
                    try await seat.register(Self.member(SigningKey().publicKey, dkgKey: key), in: 1)
                }
            }
            try await seat.register(Self.member(SigningKey().publicKey), in: 1)
        }
    }

    @Test func aRelayAndACardBringNobodysKey() async throws {
        try await PreparedRound.run(.draft) { round in
            let card = try round.codes[2].credential().publicKey
            await Self.expectBoth(["Ủy viên 3", "Đảng ủy xã bên"], "a card's") {
                try await round.secretary.setRelays([Self.relay(card)], of: round.name)
            }
            await Self.expectBoth(["Trưởng ban kiểm phiếu", "Đảng ủy xã bên"], "the board's") {
                try await round.secretary.setRelays([Self.relay(round.memberKey.publicKey)], of: round.name)
            }
            let relayKey = SigningKey().publicKey
            try await round.secretary.setRelays([Self.relay(relayKey)], of: round.name)
            for (key, owner) in [(relayKey, "Đảng ủy xã bên"), (round.boardKey.publicKey, "hòm phiếu")] {
                let table = "id,name,credentialKey\nm1,Mùa A Tính,\(Base64URL.encode(key.bytes))\n"
                await Self.expectBoth([owner, "Mùa A Tính (m1)"], owner) {
                    _ = try await round.secretary.setVoters(
                        Array(table.utf8), of: round.name, acknowledging: ["cards-void"])
                }
            }
        }
    }

    @Test func aNewCardBringsNobodysKey() async throws {
        try await TestFolder.use { folder in
            let laid = try await LaidRound(in: folder, .draft, voters: 2)
            try await OpenOffice.run(in: folder) { office in
                let note = JournalEntry(at: 0, account: "thuky", action: "round.tried")
                let keys = ["uv-1": laid.round.memberKey.publicKey]
                do {
                    _ = try await office.desk.setCredentialKeys(keys, replacing: true, noting: note)
                    Issue.record("taken")
                } catch let problem as Problem {
                    #expect(problem.code == .sameKey && problem.detail.contains("Trưởng ban kiểm phiếu"))
                }
                _ = try await office.desk.setCredentialKeys(
                    ["uv-1": SigningKey().publicKey], replacing: true, noting: note)
            }
        }
    }

    /// Where two brought it at the same time, or an earlier version let it in.
    @Test func freezingNamesBoth() async throws {
        try await TestFolder.use { folder in
            let laid = try await LaidRound(in: folder, .draft, voters: 2)
            let relay = Self.relay(try laid.round.codes[0].credential().publicKey)
            try await OpenOffice.run(in: folder) { office in
                let desk = try office.desk
                let relays: JSONValue = ["relays": [relay.json]]
                try await desk.tools.register.store(
                    relays.encoded(), as: RoundDocument.draftRelays.rawValue, of: desk.name, .replaceable)
                do {
                    try await desk.freeze(office.office)
                    Issue.record("frozen")
                } catch let problem as Problem {
                    #expect(problem.code == .sameKey)
                    #expect(problem.detail.contains("Ủy viên 1") && problem.detail.contains("Đảng ủy xã bên"))
                }
            }
        }
    }
}
