import StrictEncoding

@testable import SecretBallot

extension Damage {
    /// The issuance roll, and those who found their slips.
    static let ofRoll: [Damage] = [
        Damage("tokens for one who was absent", "issuance: roll line 4: uv-4 was not present")
            .inGround { $0.roll.append(try $0.rollEntry(of: 4)) },
        Damage("a voter twice in a row", "issuance: roll line 2: uv-0 stands twice or out of the manifest's order")
            .inGround { $0.roll.insert($0.roll[0], at: 1) }.afterSeal { $0.found.remove(at: 1) },
        Damage("lines out of order", "issuance: roll line 3: uv-1 stands twice or out of the manifest's order")
            .inGround { $0.roll.swapAt(1, 2) },
        Damage("tokens for a stranger", "issuance: roll line 4: not a voter of the round")
            .inGround { ground in
                let entry = try ground.rollEntry(of: 3)
                ground.roll.append(
                    RollEntry(
                        voter: "uv-9", deviceKey: entry.deviceKey, tokenRequests: entry.tokenRequests,
                        signature: entry.signature))
            },
        Damage("a request too few", "issuance: roll line 3: a batch has one token request for each of the 4 contests")
            .inGround { try $0.resignRequests { $0.removeLast() } },
        Damage(
            "a request of another length",
            "issuance: roll line 3: token request 0: token request: wrong-length (260 bytes, 259 expected)"
        ).inGround { try $0.resignRequests { $0[0].append(0) } },
        Damage(
            "a request of another type",
            "issuance: roll line 3: token request 0: token request: wrong-type (token type 1, expected 2)"
        ).inGround { try $0.resignRequests { $0[0][1] = 1 } },
        Damage(
            "a request for another key",
            "issuance: roll line 3: token request 0: token request.truncated_token_key_id: wrong-value (meant for "
                + "another key)"
        ).inGround { try $0.resignRequests { $0[0][2] ^= 1 } },
        Damage(
            "a blinded message above the modulus",
            "issuance: roll line 3: token request 0: the blinded message is not below the modulus"
        ).inGround {
            try $0.resignRequests { $0[0].replaceSubrange(3..., with: [UInt8](repeating: 0xFF, count: 256)) }
        },
        Damage("a request that nobody signed", "issuance: roll line 3: the signature of uv-2 does not hold")
            .inGround { ground in
                let (entry, other) = (ground.roll[2], ground.roll[1])
                ground.roll[2] = RollEntry(
                    voter: entry.voter, deviceKey: entry.deviceKey, tokenRequests: entry.tokenRequests,
                    signature: other.signature)
            },
        Damage("a line that is no entry", "issuance: roll line 4: roll line 4.voter: missing-member")
            .inGround { $0.rollEnd = Array("{}\n".utf8) },
        Damage("a last line without end", "issuance: roll.jsonl: roll line 4: wrong-length (truncated)").inGround {
            $0.rollEnd = Array("{}".utf8)
        },
        Damage("found by a stranger", "found: found line 4: not a voter of the round")
            .afterSeal { $0.found.append(FoundEntry(voter: "uv-9", signature: $0.found[0].signature)) },
        Damage("found by one without tokens", "found: found line 3: uv-3 is not on the roll")
            .afterSeal { $0.found[2] = try $0.finder(3) },
        Damage("found twice", "found: found line 3: uv-0 stands twice").afterSeal { $0.found[2] = $0.found[0] },
        Damage("found without a signature", "found: found line 3: the signature of uv-2 does not hold")
            .afterSeal { $0.found[2] = FoundEntry(voter: "uv-2", signature: $0.found[0].signature) },
        Damage("a finder's line that is none", "found: found line 4: found line 4.voter: missing-member")
            .afterSeal { $0.foundEnd = Array("{}\n".utf8) },
        Damage("a finder's line without end", "found: found.jsonl: found line 4: wrong-length (truncated)")
            .afterSeal { $0.foundEnd = Array("{}".utf8) },
    ]
}

extension RoundGround {
    /// The last voter's requests changed, and signed again by that voter.
    mutating func resignRequests(_ change: (inout [[UInt8]]) -> Void) throws {
        let last = roll.count - 1
        var requests = roll[last].tokenRequests
        change(&requests)
        try resign(last, requests: requests, deviceKey: roll[last].deviceKey)
    }

    /// A voter's line made again, signed by that voter.
    mutating func resign(_ line: Int, requests: [[UInt8]]? = nil, deviceKey: VerifyingKey?) throws {
        let requests = requests ?? roll[line].tokenRequests
        let message = round.manifest.message(
            .issue, Hash.digest(Array(requests.joined())), deviceKey?.bytes ?? [])
        let key = try SigningKey(round.codes[line].credential(in: round.manifest.version).scalar)
        roll[line] = RollEntry(
            voter: roll[line].voter, deviceKey: deviceKey, tokenRequests: requests, signature: try key.sign(message))
    }
}
