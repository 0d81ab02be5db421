import Foundation
import StrictEncoding

@testable import SecretBallot

extension Damage {
    private static let nothing = [UInt8](repeating: 0, count: 32)

    /// What stands where no seal can be read: neither can be opened then.
    private static func unreadable(_ name: String) -> Damage {
        Damage(
            name, "seal: seal.json: seal: wrong-value (the seal of this round)",
            "opening: opening.json: there is no seal to open", "tally: tally.json: the boxes could not be counted")
    }

    /// The seal and the log's note over it.
    static let ofSeal: [Damage] = [
        Damage("other boxes sealed", "seal: seal.json: the boxes are not what was sealed")
            .inGround { $0.sealedBoxRoot = nothing },
        Damage("another attendance sealed", "seal: seal.json: the attendance are not what was sealed")
            .inGround { $0.sealedAttendance = nothing },
        Damage("another roll sealed", "seal: seal.json: the roll are not what was sealed")
            .inGround { $0.sealedRoll = nothing },
        unreadable("another round sealed").inGround { $0.sealedRound = try RoundVectors.shared.get().manifest.roundID },
        unreadable("another number of contests sealed").inGround { $0.sealedContestCount = 5 },
        Damage("a note by another key", noteFault).afterSeal { parts in
            guard let other = NoteSigner(name: parts.noteSigner.name, seed: [UInt8](repeating: 9, count: 32)) else {
                return
            }
            parts.noteSigner = other
        },
        Damage("a note in another name", noteFault).afterSeal { parts in
            guard let other = NoteSigner(name: "other.test", seed: [UInt8](repeating: 7, count: 32)) else { return }
            parts.noteSigner = other
        },
        Damage("a note under the id of another key", noteFault).inRecord { record, _ in
            record.change(.seal) { $0.changing("note") { changed($0, at: 0) } }
        },
        Damage("a note whose signature does not hold", noteFault).inRecord { record, _ in
            record.change(.seal) { $0.changing("note") { changed($0, at: 40) } }
        },
        Damage("a note over another seal", noteFault).afterSeal { parts in
            var other = parts.ground
            other.sealedRoll = nothing
            parts.notedSeal = other.seal()
        },
    ]

    /// One byte changed of the key's id (4) and the signature behind it.
    private static func changed(_ note: JSONValue, at place: Int) -> JSONValue {
        guard case .string(let text) = note, let space = text.lastIndex(of: " "),
            var blob = Data(base64Encoded: String(text[space...].dropFirst().dropLast()))
        else { return note }
        blob[place] ^= 1
        return .string(String(text[...space]) + blob.base64EncodedString() + "\n")
    }

    private static let noteFault = "note: seal.json: the note is not the log key's over this seal"
}
