public import OpenSSLKit
import StrictEncoding

/// What a dealer says to everybody in round 1, and what of it stands in the transcript: the commitment C, the proof
/// that the dealer has its secret, and the ephemeral key E.
public struct Dealing: Hashable, Sendable {
    public let commitment: Commitment
    public let proofOfPossession: SchnorrSignature
    public let ephemeralKey: P256Point

    /// C || PoP || E.
    var bytes: [UInt8] { commitment.bytes + proofOfPossession.bytes + ephemeralKey.compressed }

    /// Whether the dealer has the secret of its first commitment, in this session.
    /// - Throws: `OpenSSLError`.
    public func isProven(in session: DKGSession) throws -> Bool {
        let message = Self.provenMessage(session.context, commitment, ephemeralKey)
        return try proofOfPossession.isValid(of: message, by: commitment.points[0])
    }

    /// context || C || E.
    static func provenMessage(_ context: [UInt8], _ commitment: Commitment, _ ephemeralKey: P256Point) -> [UInt8] {
        context + commitment.bytes + ephemeralKey.compressed
    }
}

extension Dealing {
    init(_ polynomial: Polynomial, ephemeralKey: P256Point, in session: DKGSession) throws {
        commitment = try polynomial.commitment()
        self.ephemeralKey = ephemeralKey
        let message = Self.provenMessage(session.context, commitment, ephemeralKey)
        proofOfPossession = try SchnorrSignature(of: message, by: polynomial.coefficients[0])
    }

    init(reading reader: inout ByteReader, threshold: Int) throws {
        commitment = try Commitment(reading: &reader, threshold: threshold)
        proofOfPossession = try SchnorrSignature(reading: &reader, as: "proofOfPossession")
        ephemeralKey = try reader.point("ephemeralKey")
    }
}

extension Commitment {
    init(reading reader: inout ByteReader, threshold: Int) throws {
        var points: [P256Point] = []
        for place in 0..<threshold { points.append(try reader.point("commitment[\(place)]")) }
        self.init(points: points)
    }
}
