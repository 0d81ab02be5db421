public import SecretBallot
import StrictEncoding

/// The public and the voter's side of a service: no login, no cookie, nothing that names this device.
public struct VoterClient: Sendable {
    let connection: Connection
    let patience: Patience

    /// - Parameter patience: how calls that may be repeated are repeated when their answer is lost.
    public init(_ connection: Connection, patience: Patience = .usual) {
        self.connection = connection
        self.patience = patience
    }

    public var address: ServerAddress { connection.address }

    static func path(_ roundID: RoundID, _ rest: String = "") -> String { "/rounds/\(roundID)\(rest)" }
}

extension VoterClient {
    public func status(of roundID: RoundID) async throws -> RoundStatus {
        try await connection.read(Call(.get, Self.path(roundID)), RoundStatus.init(reading:))
    }

    /// The manifest, compared with the roundID before anything of it is read.
    /// - Throws: `MalformedInput` too.
    public func manifest(of roundID: RoundID) async throws -> Manifest {
        let call = Call(.get, Self.path(roundID, "/manifest"), limit: Manifest.maximumByteCount)
        return try Manifest(try await connection.document(call), expecting: roundID)
    }

    /// All boxes, whole: looking up a single slip would tell whose it is.
    public func boxes(of manifest: Manifest) async throws -> [UInt8] {
        let limit = manifest.contests.count * (4 + Slip.byteCount * manifest.voters.count)
        return try await connection.document(Call(.get, Self.path(manifest.roundID, "/boxes"), limit: limit))
    }

    /// Who has tokens, line by line: there once the voting has ended.
    public func roll(of manifest: Manifest) async throws -> [UInt8] {
        try await connection.document(
            Call(.get, Self.path(manifest.roundID, "/roll"), limit: Self.rollLimit(of: manifest)))
    }

    /// - Throws: `MalformedInput` too, also where it is not signed by the service's receipt key.
    public func closing(of manifest: Manifest) async throws -> ClosingDocument {
        try ClosingDocument(
            try await connection.document(Call(.get, Self.path(manifest.roundID, "/closing"))), of: manifest)
    }

    static func rollLimit(of manifest: Manifest) -> Int {
        manifest.voters.count * (manifest.contests.count * 400 + 4_096)
    }

    public func seal(of manifest: Manifest) async throws -> SealDocument {
        let bytes = try await connection.document(Call(.get, Self.path(manifest.roundID, "/seal")))
        return try SealDocument(bytes, of: manifest)
    }

    /// The board members' signatures over the round, unchecked.
    /// - Throws: `MalformedInput` too.
    public func board(of manifest: Manifest) async throws -> BoardDocument {
        try BoardDocument(try await connection.document(Call(.get, Self.path(manifest.roundID, "/board"))))
    }

    /// How a board of several made its key, checked in itself; whether it is the manifest's, its `contradiction` says.
    /// - Throws: what of it does not hold, too.
    public func transcript(of manifest: Manifest) async throws -> BoardTranscript {
        let path = Self.path(manifest.roundID, "/transcript")
        return try BoardTranscript(
            try await connection.document(Call(.get, path, limit: BoardTranscript.maximumByteCount)))
    }

    public func attendance(of manifest: Manifest) async throws -> Attendance {
        let bytes = try await connection.document(Call(.get, Self.path(manifest.roundID, "/attendance")))
        return try Attendance(bytes, of: manifest)
    }

    /// The board's published key, once the round is certified.
    public func opening(of manifest: Manifest) async throws -> Opening {
        try Opening(try await connection.document(Call(.get, Self.path(manifest.roundID, "/opening"))))
    }

    /// The whole archive, handed on as it comes in.
    public func record(of roundID: RoundID, limit: Int = 4 << 30, _ receive: ([UInt8]) throws -> Void) async throws {
        try await connection.stream(Call(.get, Self.path(roundID, "/record"), limit: limit), receive)
    }
}
