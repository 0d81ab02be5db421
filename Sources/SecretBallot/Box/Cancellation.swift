public import StrictEncoding

/// The end of a round that has no box.
///
///     cancellation = label("cancelled") || roundID || u64 cancelledAt || H(reason)
///
/// Beside a seal of the same round it proves misconduct.
public struct Cancellation: Sendable, Hashable {
    public let bytes: [UInt8]

    /// Seconds since 1970.
    public let cancelledAt: Int

    /// Of what was said for the minutes, in UTF-8, which is not public.
    public let reasonHash: [UInt8]

    public init(cancelledAt: Int, reason: String, of roundID: RoundID) {
        reasonHash = Hash.digest(Array(reason.utf8))
        self.cancelledAt = cancelledAt
        bytes = Label.cancelled.message(.two, roundID.bytes, [UInt8](bigEndian: UInt64(cancelledAt)), reasonHash)
    }

    /// - Throws: `MalformedInput` unless the bytes are a cancellation of this round.
    public init(_ bytes: [UInt8], of roundID: RoundID) throws(MalformedInput) {
        let start = Label.cancelled.message(.two, roundID.bytes)
        guard bytes.count == start.count + 8 + Hash.byteCount, bytes.starts(with: start),
            let cancelledAt = Int(
                exactly: bytes.dropFirst(start.count).prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
        else { throw MalformedInput(.wrongValue, at: "cancellation", "the cancellation of this round") }
        (self.bytes, self.cancelledAt) = (bytes, cancelledAt)
        reasonHash = bytes.suffix(Hash.byteCount)
    }
}

/// The cancellation, signed by the receipt key.
public struct CancellationDocument: Sendable {
    public let cancellation: Cancellation
    public let signature: [UInt8]

    /// - Throws: an error of the cryptographic library.
    public init(_ cancellation: Cancellation, signedBy receiptKey: SigningKey) throws {
        self.cancellation = cancellation
        signature = try receiptKey.sign(cancellation.bytes)
    }

    /// - Throws: `MalformedInput`, also where the signature is not the service's.
    public init(_ bytes: [UInt8], of manifest: Manifest) throws(MalformedInput) {
        let object = try JSONReader(parsing: bytes, as: "cancellation", limit: 8 << 10)
            .object(["cancellation", "signature"])
        cancellation = try Cancellation(object.member("cancellation").bytes(), of: manifest.roundID)
        let signature = try object.member("signature")
        self.signature = try signature.bytes(SigningKey.signatureByteCount)
        guard manifest.service.receiptKey.isValid(self.signature, over: cancellation.bytes) else {
            throw signature.wrongValue("the service's over this cancellation")
        }
    }

    public var bytes: [UInt8] {
        let value: JSONValue = ["cancellation": .bytes(cancellation.bytes), "signature": .bytes(signature)]
        return value.encoded(indented: true)
    }
}
