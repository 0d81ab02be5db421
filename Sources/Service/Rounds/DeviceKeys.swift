import SecretBallot
import Storage
import StrictEncoding
import Synchronization

/// The device keys that stand on the roll, or are about to: none is two voters', so that what one signs is one voter's.
final class DeviceKeys: Sendable {
    /// A voter's hold on a key, which may be let go of as long as it stands on no line.
    struct Claim: Sendable {
        fileprivate let key: VerifyingKey
        fileprivate let isNew: Bool
    }

    /// By the voters' places.
    private let holders: Mutex<[VerifyingKey: Int]>
    private let manifest: Manifest

    /// - Throws: `MalformedInput` for an issuance that is no line of this round's roll.
    init(_ issuances: [Issuance], of manifest: Manifest) throws {
        var holders: [VerifyingKey: Int] = [:]
        // Version 1 has none, and reading its lines would be for nothing.
        for issuance in issuances where manifest.version != .one {
            let entry = try RollEntry(issuance.batch, as: "issuance", in: manifest.version)
            if let key = entry.deviceKey { holders[key] = issuance.voter }
        }
        self.holders = Mutex(holders)
        self.manifest = manifest
    }

    /// Takes hold of a key for a voter.
    /// - Throws: `IssuanceFault`: `deviceKeyOfRound`, `deviceKeyOfAnother`.
    func claim(_ key: VerifyingKey, for voter: Int) throws(IssuanceFault) -> Claim {
        guard !manifest.names(key) else { throw .deviceKeyOfRound }
        let before = holders.withLock { holders in
            defer { if holders[key] == nil { holders[key] = voter } }
            return holders[key]
        }
        guard before == nil || before == voter else { throw .deviceKeyOfAnother }
        return Claim(key: key, isNew: before == nil)
    }

    /// Lets go of a key whose voter has tokens for another one.
    func release(_ claim: Claim) {
        guard claim.isNew else { return }
        holders.withLock { _ = $0.removeValue(forKey: claim.key) }
    }
}
