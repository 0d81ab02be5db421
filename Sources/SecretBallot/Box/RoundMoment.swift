public import StrictEncoding

/// A moment of a round that the service fixes, with the digest of what is fixed then: a closing, a cancellation.
public protocol RoundMoment: Sendable, Hashable {
    /// What it is, in documents and faults.
    static var name: String { get }

    /// What is signed.
    var bytes: [UInt8] { get }

    /// - Throws: `MalformedInput` unless the bytes are one of this round.
    init(_ bytes: [UInt8], of roundID: RoundID) throws(MalformedInput)
}

/// How all of them are laid out.
///
///     label || roundID || u64 at || digest
struct MomentLayout: Sendable, Hashable {
    let bytes: [UInt8]

    /// Seconds since 1970.
    let at: Int
    let digest: [UInt8]

    init(_ label: Label, at: Int, digest: [UInt8], of roundID: RoundID) {
        bytes = label.message(.two, roundID.bytes, [UInt8](bigEndian: UInt64(at)), digest)
        (self.at, self.digest) = (at, digest)
    }

    /// - Throws: `MalformedInput` unless the bytes are laid out so, under this label and for this round.
    init(_ label: Label, _ bytes: [UInt8], of roundID: RoundID, named name: String) throws(MalformedInput) {
        let start = label.message(.two, roundID.bytes)
        guard bytes.count == start.count + 8 + Hash.byteCount, bytes.starts(with: start),
            let at = Int(exactly: bytes.dropFirst(start.count).prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
        else { throw MalformedInput(.wrongValue, at: name, "the \(name) of this round") }
        (self.bytes, self.at, digest) = (bytes, at, bytes.suffix(Hash.byteCount))
    }
}

/// A moment signed by the receipt key: {its name, signature}.
public struct SignedMoment<Moment: RoundMoment>: Sendable {
    public let moment: Moment
    public let signature: [UInt8]

    /// - Throws: an error of the cryptographic library.
    public init(_ moment: Moment, signedBy receiptKey: SigningKey) throws {
        (self.moment, signature) = (moment, try receiptKey.sign(moment.bytes))
    }

    /// - Throws: `MalformedInput`, also where the signature is not the service's.
    public init(_ bytes: [UInt8], of manifest: Manifest) throws(MalformedInput) {
        let object = try JSONReader(parsing: bytes, as: Moment.name, limit: 8 << 10).object([Moment.name, "signature"])
        moment = try Moment(object.member(Moment.name).bytes(), of: manifest.roundID)
        let signature = try object.member("signature")
        self.signature = try signature.bytes(SigningKey.signatureByteCount)
        guard manifest.service.receiptKey.isValid(self.signature, over: moment.bytes) else {
            throw signature.wrongValue("the service's over this \(Moment.name)")
        }
    }

    public var bytes: [UInt8] {
        JSONValue.object([.init(Moment.name, .bytes(moment.bytes)), .init("signature", .bytes(signature))])
            .encoded(indented: true)
    }
}
