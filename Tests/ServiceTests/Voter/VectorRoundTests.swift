import Client
import OpenSSLKit
import Recognition
import SecretBallot
import Storage
import StrictEncoding
import TestSupport
import Testing

@testable import Service

/// The vectors' round over HTTP: what a stranger's program sends is answered as that program expects.
@Suite struct VectorRoundTests {
    /// - Parameter after: looks at the installation when its service has stopped.
    private static func run(
        _ body: @escaping @Sendable (TestService, RoundVectors) async throws -> Void,
        after: (String, RoundVectors) async throws -> Void = { _, _ in }
    ) async throws {
        try await TestFolder.use { folder in
            let vectors = try RoundVectors()
            let configuration = try await TestService.configuration(of: folder)
            try await keepReceiptKey(of: vectors, configuration)
            _ = try await PreparedRound.laid(configuration, .voting, at: TestTime().now) { installation in
                PreparedRound(
                    manifest: try vectors.manifest, guidance: installation.profiles[0].bytes,
                    codes: try vectors.list("voters").map { try AccessCode(typed: $0.member("accessCode").string()) },
                    memberKey: try SigningKey(vectors.bytes("boardMemberKey")), boardKey: SigningKey(), documents: [:],
                    tokenKeys: try vectors.tokenKeys())
            }
            try await TestService.run(in: folder) { try await body($0, vectors) }
            try await after(folder, vectors)
        }
    }

    private static func keepReceiptKey(of vectors: RoundVectors, _ configuration: ServiceConfiguration) async throws {
        let folder = try configuration.storage.open()
        let key = try vectors.bytes("receiptPrivateKey")
        _ = try await folder.register.secret(named: SecretName.receiptKey) { SecretBytes(copying: key) }
        try folder.close()
    }

    private static func post(
        _ what: String, _ body: [UInt8], _ service: TestService, _ vectors: RoundVectors
    ) async throws -> RawAnswer {
        let roundID = try vectors.object.member("roundID").string()
        return try await service.call("POST", "/api/v1/rounds/\(roundID)/\(what)", body)
    }

    @Test func theIssuerAnswersAsTheVectorsHaveIt() async throws {
        try await Self.run { service, vectors in
            let lines = try vectors.bytes("issuanceRoll").split(separator: UInt8(ascii: "\n"))
            for (line, voter) in zip(lines, try vectors.list("voters")) {
                let answer = try await Self.post("tokens", Array(line), service, vectors)
                let expected = try voter.member("slips").array()
                    .map { try $0.looseObject().member("blindSignature").bytes() }
                let responses = try answer.member("tokenResponses").array().map { try $0.bytes() }
                #expect(responses == expected)
            }
        }
    }

    /// Whoever lost the line in the midst of the boxes goes on from there.
    private static func goOn(_ service: TestService, _ roundID: RoundID, _ boxes: [UInt8]) async throws {
        func ask(_ range: String) async throws -> RawAnswer {
            try await service.call("GET", "/api/v1/rounds/\(roundID)/boxes", headers: ["Range": range])
        }
        let (size, rest) = (boxes.count, try await ask("bytes=1000-"))
        #expect(rest.status == 206 && rest.body == Array(boxes[1000...]))
        #expect(rest.headers["content-range"] == "bytes 1000-\(size - 1)/\(size)")
        let part = try await ask("bytes=0-0")
        #expect(part.status == 206 && part.body == [boxes[0]])
        let beyond = try await ask("bytes=\(size)-")
        #expect(beyond.status == 416 && beyond.headers["content-range"] == "bytes */\(size)")
        for other in ["bytes=5-1", "bytes=-5", "bytes=0-1,3-4", "lines=0-1", "bytes=9999999999999999999-"] {
            let whole = try await ask(other)
            #expect(whole.status == 200 && whole.body == boxes && whole.headers["accept-ranges"] == "bytes")
        }
    }

    @Test func goodSlipsAreSealedAndBadOnesRefused() async throws {
        try await Self.run { service, vectors in
            func cast(_ slip: [UInt8]) async throws -> RawAnswer {
                let body: JSONValue = ["slip": .bytes(slip)]
                return try await Self.post("slips", body.encoded(), service, vectors)
            }
            for reject in try vectors.list("slipRejects") {
                let (why, reason) = (try reject.member("why").string(), try reject.member("reason").string())
                #expect(try await cast(reject.member("slip").bytes()).code == "slip-\(reason)", "\(why)")
            }
            let manifest = try vectors.manifest
            var random = SeededRandom()
            for slip in try vectors.slips().map({ try $0.member("slip").bytes() }).shuffled(using: &random) {
                let answer = try await cast(slip)
                #expect(Receipt.isValid(try answer.member("receipt").bytes(), for: slip, of: manifest))
            }
            #expect(try await cast(vectors.bytes("secondSlipOfOneToken")).code == "slip-differs")
        } after: { folder, vectors in
            // The service itself would not seal the vectors' round: their guidance is no profile of ours.
            try await OpenOffice.run(in: folder) { office in
                let live = try office.desk.requireLive()
                await live.spool.close()
                let boxes = office.office.tools.storage.boxes(of: live.manifest.roundID.bytes)
                try await boxes.write(from: live.spool)
                var bytes: [UInt8] = []
                try boxes.file.read { bytes += $0 }
                #expect(try bytes == vectors.boxes())
                #expect(try BoxRootReader.root(of: boxes.file.read, in: live.manifest) == vectors.bytes("boxRoot"))
            }
        }
    }

    @Test func aLineLostInTheMidstOfTheBoxesGoesOn() async throws {
        try await PreparedRound.run(.voting) { round in
            let device = try await round.vote(0, [Choice](repeating: .first, count: round.manifest.contests.count))
            _ = try await round.seal([device])
            let whole = try await round.service.call("GET", round.voterPath + "/boxes")
            try await Self.goOn(round.service, round.manifest.roundID, whole.body)
        }
    }
}
