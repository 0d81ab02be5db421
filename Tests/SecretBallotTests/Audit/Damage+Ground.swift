import StrictEncoding

@testable import SecretBallot

extension Damage {
    /// The manifest and what else is fixed before the first token.
    static let ofGround: [Damage] = [
        Damage(
            "two token keys with a common prime", "manifest: issuer.tokenKeys[3]: shares a factor with an earlier key"
        )
        .on { try DamageRounds.sharedPrime.get() },
        Damage("another guidance", "guidance: guidance.json: not the profile that the manifest names")
            .inGround { $0.guidance = Array("{} ".utf8) },
        Damage("no freeze signature", freezeFault).inGround { $0.freeze = [] },
        Damage("the board's signature twice", freezeFault).inGround { $0.freeze += $0.freeze },
        Damage("one member signs for the other", freezeFault).on { try DamageRounds.board.get() }.through(.sealed)
            .inGround { $0.freeze += $0.freeze },
        Damage("a stranger signs the freeze", freezeFault).inGround { ground in
            ground.freeze = [try freeze(ground, signedBy: try DamageRounds.stranger())]
        },
        Damage("a member that the board does not have", freezeFault).inGround { ground in
            ground.freeze = [try freeze(ground, as: 1, signedBy: ground.round.memberKey)]
        },
        Damage("the freeze of another round", freezeFault).inGround { ground in
            let other = try RoundVectors.shared.get().manifest.roundID
            ground.freeze = [
                try FreezeSignature(
                    member: 0, of: other, in: ground.round.manifest.version, signedBy: ground.round.memberKey)
            ]
        },
        Damage("the attendance of another round", attendanceFault("roundID: wrong-value (another round's)"))
            .inGround {
                $0.attendance = $0.attendance.setting("roundID", to: .bytes([UInt8](repeating: 0, count: 32)))
            },
        Damage("a stranger present", attendanceFault("present[4]: wrong-value (not a voter)"))
            .inGround { $0.attendance = $0.attendance.appending("uv-9", to: "present") },
        Damage("a voter present and absent", attendanceFault("absent[1]: repeated"))
            .inGround { $0.attendance = $0.attendance.appending("uv-0", to: "absent") },
        Damage("a voter nowhere", "attendance: attendance.json: attendance: wrong-length (each voter once)")
            .inGround { $0.attendance = $0.attendance.setting("absent", to: []) },
        Damage("a list too many", attendanceFault("late: unknown-member"))
            .inGround { $0.attendance = $0.attendance.adding("late", []) },
    ]

    private static func attendanceFault(_ fault: String) -> String {
        "attendance: attendance.json: attendance.\(fault)"
    }

    private static let freezeFault = "freeze: board.json: not every member's signature is there and holds"

    private static func freeze(
        _ ground: RoundGround, as member: Int = 0, signedBy key: SigningKey
    ) throws -> FreezeSignature {
        try FreezeSignature(member: member, of: ground.round.manifest, signedBy: key)
    }
}

extension JSONValue {
    /// This object with one member's value exchanged.
    func setting(_ name: String, to value: JSONValue) -> JSONValue { changing(name) { _ in value } }

    /// This object with one more element in one of its lists.
    func appending(_ element: JSONValue, to name: String) -> JSONValue {
        changing(name) { if case .array(let elements) = $0 { .array(elements + [element]) } else { $0 } }
    }

    func changing(_ name: String, _ change: (JSONValue) -> JSONValue) -> JSONValue {
        guard case .object(let members) = self else { return self }
        return .object(members.map { $0.name == name ? Member(name, change($0.value)) : $0 })
    }
}
