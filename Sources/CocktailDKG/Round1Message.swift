import OpenSSLKit
import StrictEncoding

/// msg1: a dealing, and a share for each participant that only they can open.
///
///     C (33 each) || PoP (65) || E (33) || n × (u64 length || ciphertext)
public struct Round1Message: Hashable, Sendable {
    public let dealing: Dealing

    /// One for each participant, in order, the dealer's own too.
    public let ciphertexts: [[UInt8]]

    init(_ dealing: Dealing, _ ciphertexts: [[UInt8]]) { (self.dealing, self.ciphertexts) = (dealing, ciphertexts) }

    /// - Throws: `MalformedInput` for other bytes than those of a message in this session; `OpenSSLError`.
    public init(_ bytes: [UInt8], in session: DKGSession) throws {
        var reader = ByteReader(bytes, of: "msg1")
        dealing = try Dealing(reading: &reader, threshold: session.threshold)
        ciphertexts = try reader.framedCiphertexts(of: session)
        try reader.finish()
    }

    public var bytes: [UInt8] { dealing.bytes + ciphertexts.flatMap(\.framed) }

    /// What of this message goes to one participant.
    /// - Parameter recipient: from 1.
    public func part(for recipient: Int) -> DealtShare {
        DealtShare(dealing: dealing, ciphertext: ciphertexts[recipient - 1])
    }
}

/// A dealing with the one ciphertext that its recipient can open.
public struct DealtShare: Hashable, Sendable {
    public let dealing: Dealing
    public let ciphertext: [UInt8]

    public init(dealing: Dealing, ciphertext: [UInt8]) { (self.dealing, self.ciphertext) = (dealing, ciphertext) }
}

/// What goes to one participant of all messages of round 1, msg2.
///
///     n × (C || PoP || E || u64 length || ciphertext)
public struct Round2Message: Hashable, Sendable {
    /// One of each dealer, in order.
    public let shares: [DealtShare]

    /// The coordinator's work.
    /// - Parameter recipient: from 1.
    public init(for recipient: Int, from messages: [Round1Message]) {
        shares = messages.map { $0.part(for: recipient) }
    }

    /// - Throws: `MalformedInput`; `OpenSSLError`.
    public init(_ bytes: [UInt8], in session: DKGSession) throws {
        var reader = ByteReader(bytes, of: "msg2")
        var shares: [DealtShare] = []
        for _ in session.staticKeys {
            let dealing = try Dealing(reading: &reader, threshold: session.threshold)
            shares.append(DealtShare(dealing: dealing, ciphertext: try reader.framedCiphertext(of: session)))
        }
        self.shares = shares
        try reader.finish()
    }

    public var bytes: [UInt8] { shares.flatMap { $0.dealing.bytes + $0.ciphertext.framed } }
}

extension [UInt8] {
    /// u64 length || bytes.
    var framed: [UInt8] { [UInt8](bigEndian: UInt64(count)) + self }
}

extension ByteReader {
    /// One for each participant.
    mutating func framedCiphertexts(of session: DKGSession) throws(MalformedInput) -> [[UInt8]] {
        var ciphertexts: [[UInt8]] = []
        for _ in session.staticKeys { ciphertexts.append(try framedCiphertext(of: session)) }
        return ciphertexts
    }

    mutating func framedCiphertext(of session: DKGSession) throws(MalformedInput) -> [UInt8] {
        let shortest = Ciphersuite.ciphertextByteCount
        guard let count = Int(exactly: try integer(UInt64.self)),
            (shortest...shortest + session.maximumPayloadByteCount).contains(count)
        else { throw MalformedInput(.outOfRange, at: "ciphertext", "a share and at most the payload that is agreed") }
        return try take(count)
    }
}
