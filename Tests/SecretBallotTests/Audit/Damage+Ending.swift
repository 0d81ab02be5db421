import StrictEncoding

@testable import SecretBallot

extension Damage {
    /// What only version 2 has: device keys, the closing, the steps, and the time of sealing in the seal.
    static let ofEnding: [Damage] =
        ofDeviceKeys + ofClosing + ofSteps + ofRelays + [
            Damage("other steps sealed", "seal: seal.json: the steps are not what was sealed")
                .inGround { $0.sealedSteps = [UInt8](repeating: 0, count: 32) }.only(in: .two),
            Damage("another closing sealed", "seal: seal.json: the closing are not what was sealed")
                .inGround { $0.sealedClosing = [UInt8](repeating: 0, count: 32) }.only(in: .two),
            Damage("sealed before the voting ended", "seal: seal.json: sealed before the voting ended")
                .inGround { $0.ending?.sealedAt = 1_797_569_899 }.only(in: .two),
            Damage(
                "another time of sealing than the seal has",
                "seal: seal.json: seal.sealedAt: wrong-value (the time that the seal has)",
                "opening: opening.json: there is no seal to open", "tally: tally.json: the boxes could not be counted"
            ).inRecord { record, _ in
                record.change(.seal) { $0.setting("sealedAt", to: .integer(1_797_570_001)) }
            }.only(in: .two),
        ]

    private static let ofDeviceKeys: [Damage] = [
        Damage(
            "a device key that is the gateway's",
            "issuance: roll line 3: the device key of uv-2 is a key of the manifest",
            "found: found line 3: the signature of uv-2 does not hold"
        ).inGround { try $0.resign(2, deviceKey: $0.round.gatewayKey.publicKey) }.only(in: .two),
        Damage(
            "one device key for two voters", "issuance: roll line 3: the device key of uv-2 is another voter's too",
            "found: found line 3: the signature of uv-2 does not hold"
        ).inGround { try $0.resign(2, deviceKey: $0.roll[0].deviceKey) }.only(in: .two),
        Damage(
            "a device key that the voter did not sign", "issuance: roll line 3: the signature of uv-2 does not hold",
            "found: found line 3: the signature of uv-2 does not hold"
        ).inGround { ground in
            let entry = ground.roll[2]
            ground.roll[2] = RollEntry(
                voter: entry.voter, deviceKey: SigningKey().publicKey, tokenRequests: entry.tokenRequests,
                signature: entry.signature)
        }.only(in: .two),
        Damage("found by the card instead of the device", "found: found line 3: the signature of uv-2 does not hold")
            .afterSeal { parts in
                let signature = try parts.ground.round.codes[2].credential(in: .two).signFound(parts.seal)
                parts.found[2] = FoundEntry(voter: "uv-2", signature: signature)
            }.only(in: .two),
    ]

    private static let ofClosing: [Damage] = [
        Damage("a closing over another roll", "closing: closing.json: the roll is not the one that voting ended with")
            .inGround { $0.ending?.closingRoll = [UInt8](repeating: 0, count: 32) }.only(in: .two),
        Damage(
            "a closing that another key signed",
            "closing: closing.json: closing.signature: wrong-value (the service's over this closing)"
        ).inGround { $0.ending?.closingKey = SigningKey() }.only(in: .two),
        Damage("no closing", "closing: closing.json: missing")
            .inRecord { record, _ in record.documents[.closing] = nil }.only(in: .two),
    ]

    private static let ofRelays: [Damage] = [
        Damage(
            "a relay's word that another key signed", "relays: relays line 1: the signature of relay 0 does not hold"
        )
        .inGround { $0.ending?.relays[0].key = SigningKey() }.only(in: .two),
        Damage("a relay's word over another closing", "relays: relays line 1: the signature of relay 0 does not hold")
            .inRecord { record, parts in
                guard var ending = parts.ground.ending else { return }
                ending.closedAt += 1
                record.documents[.relays] = try ending.relaysBytes(of: parts.ground.rollBytes)
            }.only(in: .two),
        Damage("a relay twice", "relays: relays line 2: relay 0 stands twice or out of order")
            .inGround { $0.ending?.relays.append((0, 1, $0.round.relayKey)) }.only(in: .two),
        Damage("a relay that the round does not have", "relays: relays line 1: the round has no relay 1")
            .inGround { $0.ending?.relays[0].relay = 1 }.only(in: .two),
        Damage("a relay's line that is none", "relays: relays line 2: relays line 2.relay: missing-member")
            .inGround { $0.ending?.relaysEnd = Array("{}\n".utf8) }.only(in: .two),
        Damage("a relay's line without end", "relays: relays.jsonl: relays line 2: wrong-length (truncated)")
            .inGround { $0.ending?.relaysEnd = Array("{}".utf8) }.only(in: .two),
        Damage("no word of relays", "relays: relays.jsonl: missing")
            .inRecord { record, _ in record.documents[.relays] = nil }.only(in: .two),
    ]

    private static let ofSteps: [Damage] = [
        Damage("a closing at another time than the steps say", "steps: steps.json: voting ended at another time")
            .inGround { $0.ending?.closedAt = 1_797_569_901 }.only(in: .two),
        Damage(
            "steps that go back in time",
            "steps: steps.json: steps.steps: wrong-value (times that never go back)"
        ).inGround { $0.ending?.steps[2].at = 1_797_560_999 }.only(in: .two),
        Damage("a state twice", "steps: steps.json: steps.steps[2].state: repeated")
            .inGround { $0.ending?.steps[2].state = "issuing" }.only(in: .two),
        Damage("steps without an end", "steps: steps.json: steps.steps: wrong-value (closing at the end)")
            .inGround { $0.ending?.steps.removeLast() }.only(in: .two),
        Damage("no steps", "steps: steps.json: missing")
            .inRecord { record, _ in record.documents[.steps] = nil }.only(in: .two),
    ]
}
