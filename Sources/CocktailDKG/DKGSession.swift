public import OpenSSLKit
import StrictEncoding

/// What all participants agree on before the first message ("Setup"): their static keys in order, how many of them
/// have the secret together, and a context that no other session has.
///
/// Participants are numbered from 1, as the polynomials are evaluated; arrays of theirs are in that order.
public struct DKGSession: Hashable, Sendable {
    /// More than anybody needs; it bounds what is read.
    public static let maximumParticipantCount = 255

    public let threshold: Int
    public let staticKeys: [P256Point]
    public let context: [UInt8]

    /// How many bytes a dealer may send along with each share.
    public let maximumPayloadByteCount: Int

    public var participantCount: Int { staticKeys.count }

    /// - Throws: `DKGSetupError`.
    public init(
        threshold: Int, staticKeys: [P256Point], context: [UInt8], maximumPayloadByteCount: Int = 0
    ) throws(DKGSetupError) {
        guard (1...Self.maximumParticipantCount).contains(staticKeys.count) else { throw .participantCount }
        guard (1...staticKeys.count).contains(threshold) else { throw .threshold }
        guard Set(staticKeys).count == staticKeys.count else { throw .repeatedKey }
        (self.threshold, self.staticKeys, self.context) = (threshold, staticKeys, context)
        self.maximumPayloadByteCount = maximumPayloadByteCount
    }

    /// The recommended construction of a context: a hash that binds ciphersuite, participants and `sessionID`, which
    /// no other session may have.
    /// - Throws: `OpenSSLError`.
    public static func context(sessionID: [UInt8], staticKeys: [P256Point]) throws -> [UInt8] {
        var bytes = Array("COCKTAIL-DKG-CONTEXT".utf8)
        for field in [sessionID, Ciphersuite.identifier] { bytes += [UInt8](bigEndian: UInt64(field.count)) + field }
        bytes += [UInt8](littleEndian: UInt32(staticKeys.count))
        return try HashFunction.sha256(bytes + staticKeys.flatMap(\.compressed))
    }
}

/// Why there can be no such session, or nobody takes part in it with this key.
public enum DKGSetupError: Error, Hashable, Sendable, CustomStringConvertible {
    case participantCount
    case threshold
    case repeatedKey
    case notAParticipant

    public var description: String {
        switch self {
        case .participantCount: "a key is made by 1 to \(DKGSession.maximumParticipantCount) participants"
        case .threshold: "the threshold is from 1 to the number of participants"
        case .repeatedKey: "two participants have one static key"
        case .notAParticipant: "the static key is of no participant of this session"
        }
    }
}
