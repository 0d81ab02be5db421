public import SecretBallot

/// A sealed round's documents, downloaded: what a board member's own machine audits before it releases a share.
public struct SealedRound: RecordSource, Sendable {
    public let manifest: Manifest
    private let documents: [RecordFile: [UInt8]]

    /// Downloads what an audit through `.sealed` looks at.
    public init(_ roundID: RoundID, from voter: VoterClient) async throws {
        let manifest = try await voter.manifest(of: roundID)
        var documents: [RecordFile: [UInt8]] = [.manifest: manifest.bytes]
        documents[.boxes] = try await voter.boxes(of: manifest)
        documents[.roll] = try await voter.roll(of: manifest)
        documents[.attendance] = try await voter.document("/attendance", of: roundID)
        documents[.board] = try await voter.document("/board", of: roundID)
        documents[.seal] = try await voter.document("/seal", of: roundID)
        documents[.found] = try await voter.document("/found", of: roundID)
        documents[.guidance] = try await voter.document("/guidance", of: roundID)
        if manifest.version != .one {
            documents[.closing] = try await voter.document("/closing", of: roundID)
            documents[.steps] = try await voter.document("/steps", of: roundID)
            documents[.relays] = try await voter.document("/relays", of: roundID)
        }
        if manifest.board.members.count > 1 {
            documents[.boardTranscript] = try await voter.document(
                "/transcript", of: roundID, limit: BoardTranscript.maximumByteCount)
        }
        self.manifest = manifest
        self.documents = documents
    }

    public func document(_ file: RecordFile, limit: Int) throws -> [UInt8]? {
        guard let bytes = documents[file] else { return nil }
        guard bytes.count <= limit else { throw AnswerFault(file.rawValue, "more than \(limit) bytes") }
        return bytes
    }

    public func stream(_ file: RecordFile, _ receive: ([UInt8]) throws -> Void) throws -> Bool {
        guard let bytes = documents[file] else { return false }
        try receive(bytes)
        return true
    }
}

extension VoterClient {
    fileprivate func document(
        _ name: String, of roundID: RoundID, limit: Int = Call.usualLimit
    ) async throws -> [UInt8] {
        try await connection.document(Call(.get, Self.path(roundID, name), limit: limit))
    }
}
