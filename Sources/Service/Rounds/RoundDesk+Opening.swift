import OpenSSLKit
import Recognition
import SecretBallot
import Storage
import StrictEncoding

/// Opening the box: as many members as the threshold give their shares, one by one.
extension RoundDesk {
    /// Takes a board member's share; with enough of them the box is audited, opened and counted.
    ///
    /// Of a board of several each share is checked on taking, and kept: a bad one is refused, named, and hinders nothing.
    /// Whoever gives a share again once there are enough has the box opened, should that have failed before.
    /// - Parameters:
    ///   - entry: what the journal keeps of the opening.
    ///   - share: what it keeps of the share of one of several.
    /// - Throws: `Problem.unacknowledgedWarnings`, `OpeningFault`, `Problem.auditFailed`, `.wrongState`.
    func open(
        with share: BoardShare, acknowledging names: Set<String>, noting entry: JournalEntry,
        sharing given: JournalEntry? = nil
    ) async throws {
        try await steps.withLock { [self] in
            guard try await isDue(.open) else { return }
            try StepWarning.require(try await warningsBeforeOpening(after: pastSteps()), acknowledged: names)
            // Where the sealing could not finish it, nothing is opened before the spool is gone.
            if live != nil { try await dropSpool() }
            guard let opening = try await opening(with: share, noting: given) else { return }
            let report = try await audit(try await recordSource().adding([.opening: opening.bytes]), through: .opened)
            let tally = TallyDocument(report.tallies).bytes(of: try await manifest())
            try await move(
                from: [.sealed], to: .opened, documents: [.opening: opening.bytes, .tally: tally], noting: entry)
        }
    }

    /// - Returns: nil while members' shares are missing.
    private func opening(with share: BoardShare, noting entry: JournalEntry?) async throws -> Opening? {
        let manifest = try await manifest()
        let seal = try SealDocument(try await require(.seal), of: manifest).seal
        let (board, keys) = (manifest.board, try await boardTranscript(of: manifest)?.keys)
        if let fault = share.fault(for: seal, board: board, keys: keys) { throw Self.problem(fault, of: share, board) }
        let shares = try await collected(share, of: manifest, noting: entry)
        guard shares.count >= board.threshold else { return nil }
        return try Opening(Array(shares.prefix(board.threshold)), for: seal, of: manifest, keys: keys)
    }

    /// A share that is refused is its member's, by name.
    private static func problem(_ fault: OpeningFault, of share: BoardShare, _ board: CountingBoard) -> Problem {
        guard board.members.indices.contains(share.member) else { return Problem(translating: fault) }
        let (name, text) = (board.members[share.member].name, fault.text)
        return Problem(
            .opening, because: BilingualText("\(name): \(text.vietnamese)", "\(name): \(text.english)"))
    }

    /// How a board of several made its key, checked; nil of a board of one.
    func boardTranscript(of manifest: Manifest) async throws -> BoardTranscript? {
        guard manifest.board.members.count > 1 else { return nil }
        let bytes = try await require(.boardTranscript)
        return try await tools.lanes.records.run { try BoardTranscript(bytes) }
    }

    /// All shares that were given so far, this one too, in the order of the members. That of a board of one is the key:
    /// it is not kept before the box is open.
    private func collected(
        _ share: BoardShare, of manifest: Manifest, noting entry: JournalEntry?
    ) async throws -> [BoardShare] {
        guard manifest.board.members.count > 1 else { return [share] }
        try await keep(share, noting: entry)
        let signatures = try await tools.register.boardSignatures(at: .open, in: name)
        var shares: [BoardShare] = []
        for (member, signature) in signatures.sorted(by: { $0.key < $1.key }) {
            let secret = try await tools.register.secret(named: secretName(ofShare: member)) {
                throw StorageError(.corrupt, "a share of the board's key is missing")
            }
            shares.append(BoardShare(member: member, share: secret.unwipedCopy, signature: signature))
        }
        return shares
    }

    /// The share itself, of which there is only one that is good, under the master key; then that it was given.
    private func keep(_ share: BoardShare, noting entry: JournalEntry?) async throws {
        _ = try await tools.register.secret(named: secretName(ofShare: share.member)) {
            SecretBytes(copying: share.share)
        }
        try await tools.register.notingAny(entry).addBoardSignature(
            share.signature, by: share.member, at: .open, in: name)
    }

    private func secretName(ofShare member: Int) -> String { "board-share \(name) \(member)" }
}
