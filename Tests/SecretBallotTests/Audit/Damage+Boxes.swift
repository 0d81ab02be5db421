import OpenSSLKit
import StrictEncoding

@testable import SecretBallot

extension Damage {
    /// The boxes, slip by slip.
    static let ofBoxes: [Damage] = [
        Damage("one slip more than were issued", "boxes: box 0: 4 slips, 3 issued")
            .inGround { $0.boxes[0] = RoundGround.sorted($0.boxes[0] + [try $0.round.slip(in: 0)]) },
        Damage("a box out of order", "boxes: box 0, slip *: slipIDs do not strictly ascend")
            .inGround { $0.boxes[0].swapAt(0, 1) },
        Damage(
            "a slip twice in its box", "boxes: box 0, slip *: slipIDs do not strictly ascend",
            "slip: box 0: a one-time key that another slip has too"
        ).inGround { $0.boxes[0] = RoundGround.sorted([$0.boxes[0][0]] + $0.boxes[0].dropLast()) },
        Damage("one key in two boxes", "slip: box 1: a one-time key that another slip has too").inGround { ground in
            let key = SigningKey()
            for box in 0..<2 {
                ground.replaceFirstSlip(inBox: box, with: try ground.round.slip(in: box, key: key))
            }
        },
        Damage("a slip of another contest", "slip: box 0, slip *: a slip of another contest")
            .inGround { $0.replaceFirstSlip(with: try $0.round.slip(in: 1)) },
        Damage("a slip of another version", "slip: box 0, slip *: the slip is not of the round's version")
            .inGround { try $0.resignSlip { $0[1] = 3 - $0[1] } },
        Damage("a slip of no version", "slip: box 0, slip *: the slip is not of the round's version")
            .inGround { try $0.resignSlip { $0[1] = 3 } },
        Damage("a slip of no contest", "slip: box 0, slip *: the round has no such contest")
            .inGround { try $0.resignSlip { $0[5] = 4 } },
        Damage(
            "a slip sealed to no point", "slip: box 0, slip *: a key in the slip is not an uncompressed point of P-256"
        ).inGround { try $0.resignSlip { $0.replaceSubrange(328..<392, with: [UInt8](repeating: 1, count: 64)) } },
        Damage(
            "a token of another contest's key", "slip: box 0, slip *: the token is not one of this contest for this key"
        )
        .inGround { $0.replaceFirstSlip(with: try $0.round.slip(in: 0, issuer: 1)) },
        Damage("a token for another key", "slip: box 0, slip *: the token is not one of this contest for this key")
            .inGround { ground in
                let other = try ground.round.slip(in: 0)
                try ground.resignSlip { $0.replaceSubrange(71..<327, with: other[71..<327]) }
            },
        Damage("a slip that its key did not sign", "slip: box 0, slip *: the signature does not hold")
            .inGround { $0.replaceFirstSlip(with: try $0.round.slip(in: 0).withSignature(of: $0.round.slip(in: 0))) },
        Damage("a signature with its other s", "slip: box 0, slip *: the signature does not hold").inGround { ground in
            let slip = try ground.round.slip(in: 0)
            let s = try P256Scalar(Array(slip.suffix(32))).negated().bytes.unwipedCopy
            ground.replaceFirstSlip(with: slip.dropLast(32) + s)
        },
        Damage(
            "a byte behind the last box", "boxes: boxes.bin: boxes: trailing-bytes",
            "tally: tally.json: the boxes could not be counted",
            "minutes: member 0: the signature is not over this count"
        ).inGround { $0.boxesEnd = [0] },
        Damage(
            "a box too few", "boxes: boxes.bin: boxes: wrong-length (truncated in box 2)",
            "tally: tally.json: the boxes could not be counted",
            "minutes: member 0: the signature is not over this count"
        ).inRecord { record, parts in record.documents[.boxes] = BoxContents(parts.ground.boxes.dropLast()).bytes },
    ]
}

extension RoundGround {
    /// A slip with its body changed and signed again by its own key, in place of a box's first.
    mutating func resignSlip(_ change: (inout [UInt8]) -> Void) throws {
        let key = SigningKey()
        var body = Array(try round.slip(in: 0, key: key).prefix(Slip.bodyByteCount))
        change(&body)
        replaceFirstSlip(with: body + (try key.sign(round.manifest.message(.cast, body))))
    }
}

extension [UInt8] {
    fileprivate func withSignature(of other: [UInt8]) -> [UInt8] { dropLast(64) + other.suffix(64) }
}
