import SecretBallot
import StrictEncoding

@testable import Service

/// A step that the staff may ask for, with a body that would do, and the stages at which it is not refused.
struct StaffStep: Sendable, CustomStringConvertible {
    let method: String
    let path: String
    let role: Role
    let stages: Set<Stage>
    let body: @Sendable (TestRound) throws -> [UInt8]

    var description: String { "\(method) \(path)" }

    private init(
        _ method: String, _ path: String, _ role: Role, _ stages: Set<Stage>,
        _ body: @escaping @Sendable (TestRound) throws -> JSONValue = { _ in [:] }
    ) {
        self.init(method, path, role, stages, bytes: { try body($0).encoded() })
    }

    private init(
        _ method: String, _ path: String, _ role: Role, _ stages: Set<Stage>,
        bytes: @escaping @Sendable (TestRound) throws -> [UInt8]
    ) {
        (self.method, self.path, self.role, self.stages, body) = (method, path, role, stages, bytes)
    }

    func take(_ round: TestRound) async throws -> RawAnswer {
        try await round.service.call(method, "\(round.staffPath)/\(path)", body(round), as: role)
    }

    /// Where the step led is among its stages: repeating it is no fault.
    static let all: [StaffStep] = [
        StaffStep("PUT", "units", .secretary, [.draft], bytes: { _ in try TestRound.units(1) }),
        StaffStep(
            "PUT", "voters?acknowledge=cards-void", .secretary, [.draft],
            bytes: { try TestRound.voters(Array($0.codes.dropLast())) }),
        StaffStep("PUT", "board", .board, [.draft]) { round in
            [
                "threshold": 1,
                "members": [["name": "Trưởng ban", "key": .bytes(round.memberKey.publicKey.bytes)]],
                "publicKey": .bytes(round.boardKey.publicKey.bytes),
            ]
        },
        StaffStep("PUT", "relays", .secretary, [.draft]) { _ in ["relays": []] },
        StaffStep("POST", "freeze", .secretary, .since(.draft)),
        StaffStep("POST", "freeze-signatures", .board, .since(.frozen)) { round in
            try FreezeSignature(member: 0, of: round.roundID, signedBy: round.memberKey).json
        },
        StaffStep("POST", "issuing", .secretary, .since(.frozen)),
        StaffStep("PUT", "presence", .secretary, [.frozen, .issuing, .voting]) { round in
            ["marks": [["voter": .string(round.voterID(0)), "mark": "absent"]]]
        },
        StaffStep("POST", "voting", .secretary, .since(.issuing)) { _ in ["acknowledge": []] },
        StaffStep("POST", "closing", .secretary, .since(.voting)) { _ in ["acknowledge": ["without-ballot"]] },
        StaffStep("POST", "seal", .secretary, .since(.closing)) { _ in ["acknowledge": []] },
        StaffStep("POST", "open", .board, .since(.sealed)) { round in
            let seal = Seal(
                Seal.Parts(
                    boxRoot: round.roundID.bytes, attendanceHash: round.roundID.bytes,
                    rollHash: round.roundID.bytes), of: round.roundID, contestCount: 8)
            return try BoardShare(
                member: 0, share: round.boardKey.scalar, for: seal, signedBy: round.memberKey
            ).json
        },
        StaffStep("GET", "results", .board, [.opened, .certified]),
        StaffStep("POST", "tally", .board, [.opened, .certified]),
        StaffStep("POST", "minutes-signatures", .board, [.opened, .certified]) { _ in
            ["member": 0, "signature": .bytes([UInt8](repeating: 1, count: 64))]
        },
        StaffStep("POST", "certify", .board, [.opened, .certified]) { _ in ["acknowledge": ["unanimous"]] },
        StaffStep("POST", "cancel", .secretary, [.draft, .frozen, .issuing, .voting, .closing, .cancelled]) { _ in
            ["reason": "Hoãn hội nghị"]
        },
        StaffStep("POST", "decisions", .signer, [.certified]) { _ in
            [
                "units": .null, "date": "2026-12-22", "password": "không",
                "signer": ["name": "Nguyễn Văn Thắng", "position": "Bí thư"],
            ]
        },
    ]
}
