public import StrictEncoding

/// In version 2, what the end of voting fixes: after it no tokens are issued, and slips are taken until the seal.
///
///     closing = label("closing") || roundID || u64 closedAt || H(roll)
///
/// Two closings of a round, or a seal over another roll, prove misconduct.
public struct Closing: Sendable, Hashable {
    public let bytes: [UInt8]

    /// Seconds since 1970.
    public let closedAt: Int
    public let rollHash: [UInt8]

    public init(closedAt: Int, rollHash: [UInt8], of roundID: RoundID) {
        bytes = Label.closing.message(.two, roundID.bytes, [UInt8](bigEndian: UInt64(closedAt)), rollHash)
        self.closedAt = closedAt
        self.rollHash = rollHash
    }

    /// - Throws: `MalformedInput` unless the bytes are a closing of this round.
    public init(_ bytes: [UInt8], of roundID: RoundID) throws(MalformedInput) {
        let start = Label.closing.message(.two, roundID.bytes)
        guard bytes.count == start.count + 8 + Hash.byteCount, bytes.starts(with: start),
            let closedAt = Int(
                exactly: bytes.dropFirst(start.count).prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
        else { throw MalformedInput(.wrongValue, at: "closing", "the closing of this round") }
        self.bytes = bytes
        self.closedAt = closedAt
        rollHash = bytes.suffix(Hash.byteCount)
    }

    public var hash: [UInt8] { Hash.digest(bytes) }
}

/// `closing.json`: the closing, signed by the receipt key.
public struct ClosingDocument: Sendable {
    public let closing: Closing
    public let signature: [UInt8]

    /// - Throws: an error of the cryptographic library.
    public init(_ closing: Closing, signedBy receiptKey: SigningKey) throws {
        self.closing = closing
        signature = try receiptKey.sign(closing.bytes)
    }

    /// - Throws: `MalformedInput`, also where the signature is not the service's.
    public init(_ bytes: [UInt8], of manifest: Manifest) throws(MalformedInput) {
        let object = try JSONReader(parsing: bytes, as: "closing", limit: 8 << 10).object(["closing", "signature"])
        closing = try Closing(object.member("closing").bytes(), of: manifest.roundID)
        let signature = try object.member("signature")
        self.signature = try signature.bytes(SigningKey.signatureByteCount)
        guard manifest.service.receiptKey.isValid(self.signature, over: closing.bytes) else {
            throw signature.wrongValue("the service's over this closing")
        }
    }

    public var bytes: [UInt8] {
        let value: JSONValue = ["closing": .bytes(closing.bytes), "signature": .bytes(signature)]
        return value.encoded(indented: true)
    }
}
