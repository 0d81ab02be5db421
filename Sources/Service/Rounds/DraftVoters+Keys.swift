import Recognition
import SecretBallot
import StrictEncoding

/// Keys that come and stay while the list of members is put together.
extension DraftVoters {
    /// These members, each of whom brings no key having the one that the same id and name had before: cards that were
    /// handed out stay good when a position is mended.
    func keepingKeys(of earlier: DraftVoters?) -> DraftVoters {
        let kept = Dictionary(
            (earlier?.entries ?? []).map { ("\($0.id)\n\($0.name)", $0.credentialKey) }
        ) { first, _ in first }
        return DraftVoters(
            entries: entries.map { entry in
                let key = entry.credentialKey ?? kept["\(entry.id)\n\(entry.name)"] ?? nil
                return entry.with(key)
            })
    }

    /// These members with the keys of new cards.
    /// - Throws: `Problem.voterUnknown` for a key that is nobody's, `MalformedInput` for one that is two members'.
    func taking(_ keys: [String: VerifyingKey]) throws -> DraftVoters {
        guard keys.keys.allSatisfy({ id in entries.contains { $0.id == id } }) else {
            throw Problem(.voterUnknown)
        }
        let taken = entries.map { $0.with(keys[$0.id] ?? $0.credentialKey) }
        let bytes = taken.compactMap { $0.credentialKey?.bytes }
        guard Set(bytes).count == bytes.count else { throw MalformedInput(.repeated, at: "keys") }
        return DraftVoters(entries: taken)
    }

    /// Whether anybody's card would stop being good.
    func isReplaced(by keys: [String: VerifyingKey]) -> Bool {
        entries.contains { entry in
            guard let present = entry.credentialKey, let key = keys[entry.id] else { return false }
            return present.bytes != key.bytes
        }
    }
}

extension DraftVoters.Entry {
    fileprivate func with(_ key: VerifyingKey?) -> Self {
        Self(id: id, name: name, position: position, birthYear: birthYear, credentialKey: key)
    }
}
