import ObliviousHTTP
import SecretBallot
import Storage
import StrictEncoding
import Testing

@testable import Service

/// What comes through relays, from its opening to its answer.
@Suite struct GatewayTests {
    private func code(of answer: [UInt8], _ key: ResponseKey) throws -> String {
        guard case .problem(let status, let body) = try SlipAnswer(parsing: key.open(answer)) else { return "receipt" }
        let problem = try JSONReader(parsing: body, as: "problem", limit: 512).looseObject()
        #expect(try problem.member("status").integer() == status)
        return try problem.member("code").string()
    }

    @Test func slipsAreKeptTogetherAndAnsweredInOrder() async throws {
        try await GatewayWorld.run { world in
            let slips = try await world.slips(of: 0) + world.slips(of: 1)
            let sealed = try slips.shuffled().map { ($0, try world.sealed(slip: $0)) }
            let before = world.live.spool.counts.commits
            let answers = try await world.cast(relayed: sealed.map(\.1.message))
            #expect(world.live.spool.counts.commits == before + 1)
            #expect(world.live.spool.counts.slips == slips.count && answers.count == slips.count)
            #expect(answers.allSatisfy { $0.count == SlipAnswer.messageByteCount })
            for (answer, (slip, sealed)) in zip(answers, sealed) {
                guard case .receipt(let receipt) = try SlipAnswer(parsing: sealed.answer.open(answer)) else {
                    Issue.record("no receipt")
                    continue
                }
                #expect(Receipt.isValid(receipt, for: slip, of: world.manifest))
            }
            // The same bytes again, as a relay repeats what was not answered; and a slip straight from its device.
            let again = try await world.cast(relayed: sealed.map(\.1.message))
            for (answer, (_, sealed)) in zip(again, sealed) {
                #expect(try code(of: answer, sealed.answer) == "receipt")
            }
            let receipt = try await world.live.cast(slips[3])
            #expect(Receipt.isValid(receipt, for: slips[3], of: world.manifest))
            #expect(world.live.spool.counts.slips == slips.count)
        }
    }

    /// One voter's nonsense keeps nobody else from their receipts.
    @Test func eachMessageIsTreatedAlone() async throws {
        try await GatewayWorld.run { world in
            let slips = try await world.slips(of: 0)
            var forged = slips[1]
            forged[472] ^= 1
            var contest = slips[2]
            contest[5] = 9
            let good = try world.sealed(slip: slips[0])
            let request = try SlipExchange(of: world.manifest).request(slips[3])
            let cases: [(String, (message: [UInt8], answer: ResponseKey))] = [
                ("receipt", good), ("slip-signature", try world.sealed(slip: forged)),
                ("slip-contest", try world.sealed(slip: contest)),
                ("malformed-request", try world.sealed(request + [0])),
                ("malformed-request", try world.sealed(request.dropLast())),
                ("malformed-request", try world.sealed([])), ("receipt", good),
                ("receipt", try world.sealed(slip: slips[4])),
            ]
            let junk: [[UInt8]] = [[], good.message.dropLast(), [2] + good.message.dropFirst()]
            let answers = try await world.cast(relayed: junk + cases.map(\.1.message))
            #expect(answers.allSatisfy { $0.count == SlipAnswer.messageByteCount })
            for (answer, (expected, sealed)) in zip(answers.dropFirst(junk.count), cases) {
                #expect(try code(of: answer, sealed.answer) == expected)
            }
            #expect(Set(answers).count == answers.count)
            #expect(world.live.spool.counts.slips == 2)
            #expect(try await world.cast(relayed: []) == [])
        }
    }

    @Test func anotherSlipUnderTheSameKeyIsTold() throws {
        let key = ResponseKey.ofNobody()
        let slips = (0..<3).map { CastSlip(slipID: [$0], contest: 0, bytes: [$0]) }
        let judged = RelayedSlip.judged(
            [.slip(slips[0], key), .unreadable, .slip(slips[1], key), .slip(slips[2], key)],
            [.accepted, .differs, .repeated])
        #expect(judged.compactMap(\.toKeep) == [slips[0], slips[2]])
        guard case .refused(let problem, _) = judged[2], case .unreadable = judged[1] else {
            throw Problem(.internal)
        }
        #expect(problem.code == .slipDiffers)
    }

    @Test(arguments: [Stage.frozen, .issuing, .voting]) func nothingIsTakenBeforeClosing(state: Stage) async throws {
        try await GatewayWorld.run(state) { world in
            await expectProblem(.wrongState) { _ = try await world.live.cast(relayed: []) }
        }
    }

    @Test func aRoundWithoutGatewayHasNone() async throws {
        try await GatewayWorld.run(withGateway: false) { world in
            await expectProblem(.notFound) { _ = try await world.cast(relayed: []) }
        }
    }

    /// Over HTTP, to a running service: nobody but a relay of the manifest is let in, and none before closing.
    @Test func onlyRelaysOfTheManifestAreLetInAndOnlyInClosing() async throws {
        let (key, other) = (SigningKey(), SigningKey())
        let relays = [
            RelayReference(name: "Một", url: "https://mot.example", key: other.publicKey),
            RelayReference(name: "Hai", url: "https://hai.example", key: key.publicKey),
        ]
        try await PreparedRound.run(.voting, voters: 1, relays: relays) { round in
            let body = MessageList.encoded([[1, 2, 3]])
            let early = Closing(closedAt: 1, rollHash: Hash.digest([]), of: round.roundID)
            try await refuses(409, "wrong-state", body, round, by: key, over: early)
            let closing = try await round.closed()
            try await refuses(403, "not-a-relay", body, round, nil)
            try await refuses(403, "not-a-relay", body, round, by: SigningKey(), over: closing)
            try await refuses(403, "not-a-relay", body, round, by: key, over: early)
            for place in [0, 2, 255] {
                try await refuses(403, "not-a-relay", body, round, by: key, over: closing, at: place)
            }
            let pass = try GatewayPass(relay: 1, for: body, closing: closing, of: round.manifest, signedBy: key)
            for field in [pass.field + ",", "relay" + pass.field.dropFirst(5), "Bearer " + pass.field] {
                try await refuses(403, "not-a-relay", body, round, field)
            }
            try await refuses(403, "not-a-relay", body + [0], round, pass.field)
            // What is not looked at before is refused for what it is when a relay sends it.
            try await refuses(400, "malformed-request", body + [0], round, by: key, over: closing)
            let answer = try await round.gateway(body, by: key, over: closing, at: 1)
            #expect(try MessageList.parse(answer.body, as: "answer").map(\.count) == [SlipAnswer.messageByteCount])
            let first = try await round.gateway(body, by: other, over: closing, at: 0)
            #expect(answer.status == 200 && first.status == 200)
        }
    }

    private func refuses(
        _ status: Int, _ code: String, _ body: [UInt8], _ round: TestRound, by key: SigningKey, over closing: Closing,
        at place: Int = 1, sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        let pass = try GatewayPass(relay: place, for: body, closing: closing, of: round.manifest, signedBy: key)
        try await refuses(status, code, body, round, pass.field, sourceLocation: sourceLocation)
    }

    private func refuses(
        _ status: Int, _ code: String, _ body: [UInt8], _ round: TestRound, _ field: String?,
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        let answer = try await round.gateway(body, field)
        #expect(answer.status == status, sourceLocation: sourceLocation)
        #expect(answer.code == code, sourceLocation: sourceLocation)
    }

    /// Whatever is refused has room in an answer, however long its words are.
    @Test(arguments: ProblemCode.allCases) func everyProblemHasRoom(code: ProblemCode) throws {
        for problem in [Problem(code), Problem(code, String(repeating: "x", count: 600))] {
            #expect(try problem.relayed.encoded().count == SlipAnswer.byteCount)
        }
    }

    private func expectProblem(
        _ code: ProblemCode, sourceLocation: SourceLocation = #_sourceLocation, _ body: () async throws -> Void
    ) async {
        do {
            try await body()
            Issue.record("nothing was refused", sourceLocation: sourceLocation)
        } catch {
            #expect((error as? Problem)?.code == code, sourceLocation: sourceLocation)
        }
    }
}
