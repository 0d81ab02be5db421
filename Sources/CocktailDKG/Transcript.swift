import OpenSSLKit
import StrictEncoding

/// T: all of a session that everybody sees, and what every participant signs ("Round 3").
///
///     u64 length || ciphersuite_id || u64 length || context || u32 n || u32 t
///     || P₁ … Pₙ || C₁ … Cₙ || PoP₁ … PoPₙ || E₁ … Eₙ || u64 length || extension        integers little-endian
///
/// Read or made, a value has as many dealings as participants, each with as many commitments as the threshold.
public struct Transcript: Hashable, Sendable {
    /// Longer contexts and extensions are not read.
    public static let maximumFieldByteCount = 1 << 16

    public let session: DKGSession
    public let dealings: [Dealing]

    /// What the application has all participants agree on besides.
    public let `extension`: [UInt8]

    public let bytes: [UInt8]

    /// - Parameter dealings: of all participants, in order, checked already.
    public init(of session: DKGSession, dealings: [Dealing], extension: [UInt8] = []) {
        (self.session, self.dealings, self.extension) = (session, dealings, `extension`)
        bytes = Self.encoded(session, dealings, `extension`)
    }

    /// - Throws: `MalformedInput` for what is no transcript of this ciphersuite; `DKGSetupError`; `OpenSSLError`.
    public init(_ bytes: [UInt8]) throws {
        var reader = ByteReader(bytes, of: "transcript")
        guard try reader.field() == Ciphersuite.identifier else {
            throw MalformedInput(.wrongValue, at: "ciphersuite", "COCKTAIL(P-256, SHA-256)")
        }
        session = try DKGSession(reading: &reader)
        dealings = try Dealing.columns(reading: &reader, of: session)
        self.extension = try reader.field()
        try reader.finish()
        self.bytes = bytes
    }

    private static func encoded(_ session: DKGSession, _ dealings: [Dealing], _ extension: [UInt8]) -> [UInt8] {
        var bytes = Ciphersuite.identifier.field + session.context.field
        bytes += [UInt8](littleEndian: UInt32(session.participantCount))
        bytes += [UInt8](littleEndian: UInt32(session.threshold))
        bytes += session.staticKeys.flatMap(\.compressed)
        bytes += dealings.flatMap(\.commitment.bytes)
        bytes += dealings.flatMap(\.proofOfPossession.bytes)
        bytes += dealings.flatMap(\.ephemeralKey.compressed)
        return bytes + `extension`.field
    }
}

extension DKGSession {
    fileprivate init(reading reader: inout ByteReader) throws {
        let context = try reader.field()
        let count = try reader.littleEndian(UInt32.self)
        let threshold = try reader.littleEndian(UInt32.self)
        guard count <= DKGSession.maximumParticipantCount else { throw DKGSetupError.participantCount }
        var keys: [P256Point] = []
        for place in 0..<count { keys.append(try reader.point("staticKeys[\(place)]")) }
        try self.init(threshold: Int(threshold), staticKeys: keys, context: context)
    }
}

extension Dealing {
    /// All commitments, then all proofs, then all ephemeral keys.
    fileprivate static func columns(reading reader: inout ByteReader, of session: DKGSession) throws -> [Dealing] {
        let places = session.staticKeys.indices
        var (commitments, proofs, dealings): ([Commitment], [SchnorrSignature], [Dealing]) = ([], [], [])
        for _ in places { commitments.append(try Commitment(reading: &reader, threshold: session.threshold)) }
        for place in places { proofs.append(try SchnorrSignature(reading: &reader, as: "proofs[\(place)]")) }
        for place in places {
            dealings.append(
                Dealing(
                    commitment: commitments[place], proofOfPossession: proofs[place],
                    ephemeralKey: try reader.point("ephemeralKeys[\(place)]")))
        }
        return dealings
    }
}

extension ByteReader {
    fileprivate mutating func littleEndian<Value: FixedWidthInteger & UnsignedInteger>(
        _ type: Value.Type
    ) throws(MalformedInput) -> Value {
        try integer(type).byteSwapped
    }

    fileprivate mutating func field() throws(MalformedInput) -> [UInt8] {
        let count = try littleEndian(UInt64.self)
        guard count <= Transcript.maximumFieldByteCount else { throw MalformedInput(.tooLarge, at: "transcript") }
        return try take(Int(count))
    }
}
