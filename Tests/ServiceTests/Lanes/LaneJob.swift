import Recognition
import SecretBallot
import StrictEncoding

@testable import Service

/// What somebody asks of a service, and the lanes in which it is done.
struct LaneJob: Sendable {
    let name: String
    let lanes: Set<LaneKind>
    let ask: @Sendable (LaneHouse) async throws -> RawAnswer

    private init(
        _ name: String, _ lanes: Set<LaneKind>, _ ask: @escaping @Sendable (LaneHouse) async throws -> RawAnswer
    ) {
        (self.name, self.lanes, self.ask) = (name, lanes, ask)
    }

    /// In an order in which each can be done.
    static let all = [
        LaneJob("tokens", [.live]) { try await $0.voting.post("tokens", $0.device.tokenRequest.json) },
        LaneJob("a sign-in", [.signIns]) { try await LaneHouse.signIn($0.service) },
        LaneJob("a token, for the password", [.passwords]) { house in
            let body: JSONValue = ["label": "x", "days": 1, "password": .string(TestService.adminPassword)]
            return try await house.service.call(
                "POST", "/api/v1/staff/tokens", body.encoded(), headers: house.cookie)
        },
        LaneJob("verifying", [.verification]) { try await $0.service.call("POST", "/api/v1/verify", $0.file) },
        LaneJob("verifying on the page", [.uploads, .verification]) { house in
            let page = try await house.visitor.upload("/verify", [:], file: "file", house.file)
            return RawAnswer(status: page.status, body: Array(page.text.utf8), headers: page.headers)
        },
        LaneJob("a paper", [.papers]) { house in
            try await house.service.call("GET", house.voting.staffPath + "/documents/ballot", as: .secretary)
        },
        LaneJob("a signer's key", [.papers]) { house in
            let body: JSONValue = [
                "pkcs12": .bytes(house.certified.trial.pkcs12), "password": .string(TrialSigner.password),
            ]
            return try await house.service.call("PUT", "/api/v1/staff/identity", body.encoded(), as: .signer)
        },
        LaneJob("preparing a decision", [.papers]) { house in
            let body: JSONValue = [
                "units": ["cb-02"], "date": "2026-12-22", "signer": house.certified.trial.signer.json,
            ]
            return try await house.service.call(
                "POST", house.certified.round.staffPath + "/preparations", body.encoded(), as: .signer)
        },
        LaneJob("the record", [.papers, .records]) { house in
            try await house.service.call("GET", house.certified.round.voterPath + "/record")
        },
        LaneJob("closing", [.counting]) { house in
            let body: JSONValue = ["acknowledge": ["without-ballot"]]
            return try await house.service.call(
                "POST", house.voting.staffPath + "/closing", body.encoded(), as: .secretary)
        },
        LaneJob("sealing", [.counting]) { house in
            let body: JSONValue = ["acknowledge": ["slips-missing"]]
            return try await house.service.call(
                "POST", house.voting.staffPath + "/seal", body.encoded(), as: .secretary)
        },
        LaneJob("opening", [.counting, .records]) { house in
            let round = house.voting
            let document = try await house.service.call("GET", round.voterPath + "/seal").body
            let share = try BoardShare(
                member: 0, share: round.boardKey.scalar, for: SealDocument(document, of: round.manifest).seal,
                signedBy: round.memberKey)
            return try await house.service.call("POST", round.staffPath + "/open", share.json.encoded(), as: .board)
        },
        LaneJob("counting again", [.counting, .records]) { house in
            try await house.service.call("POST", house.voting.staffPath + "/tally", [], as: .board)
        },
    ]
}
