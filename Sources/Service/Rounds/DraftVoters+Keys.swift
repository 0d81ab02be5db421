import Recognition
import SecretBallot
import StrictEncoding

/// Keys that come and stay while the list of members is put together.
extension DraftVoters {
    /// These members, each of whom brings no key having the one that the same id and name had before: cards that were
    /// handed out stay good when a position is mended.
    func keepingKeys(of earlier: DraftVoters?) -> DraftVoters {
        let kept = Dictionary((earlier?.entries ?? []).map { ($0.holder, $0.credentialKey) }) { first, _ in first }
        return DraftVoters(
            entries: entries.map { entry in entry.with(entry.credentialKey ?? kept[entry.holder] ?? nil) })
    }

    /// The earlier members whose cards, made by then, are good no more with this list as it stands.
    func voidedCards(of earlier: DraftVoters?) -> [VoidedCard] {
        let good = Set(entries.compactMap(\.credentialKey?.bytes))
        return (earlier?.entries ?? []).compactMap { was in
            guard let key = was.credentialKey, !good.contains(key.bytes) else { return nil }
            let now = entries.first { FoldedName($0.name) == FoldedName(was.name) && $0.id != was.id }
            return VoidedCard(id: was.id, name: was.name, newID: now?.id)
        }
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

/// A member's card that a new list makes void.
struct VoidedCard: Sendable, CustomStringConvertible {
    let id: String
    let name: String

    /// Of the member of the same name whom the new list has, by another id. (A spreadsheet makes 1 of 01.)
    let newID: String?

    /// "Lò Văn Phúc (01 → 1)"
    var description: String { "\(name) (\(id)\(newID.map { " → \($0)" } ?? ""))" }

    var json: JSONValue {
        let json: JSONValue = ["id": .string(id), "name": .string(name)]
        return json.adding("newID", newID.map(JSONValue.string) ?? .null)
    }
}

extension DraftVoters.Entry {
    /// Whom a card was made for.
    fileprivate var holder: [String] { [id, FoldedName(name).description] }

    fileprivate func with(_ key: VerifyingKey?) -> Self {
        Self(id: id, name: name, position: position, birthYear: birthYear, credentialKey: key)
    }
}
