public import StrictEncoding

/// `seal.json`: the seal, when it was made, and the service's signed note over it.
public struct SealDocument: Sendable {
    public let seal: Seal

    /// Seconds since 1970.
    public let sealedAt: Int

    /// A C2SP signed note by the log key.
    public let note: String

    /// - Throws: an error of the cryptographic library.
    public init(_ seal: Seal, of manifest: Manifest, sealedAt: Int, signedBy logKey: NoteSigner) throws {
        self.seal = seal
        self.sealedAt = sealedAt
        note = try logKey.sign(Self.text(for: seal, of: manifest))
    }

    /// - Throws: `MalformedInput`.
    public init(_ bytes: [UInt8], of manifest: Manifest) throws(MalformedInput) {
        let reader = try JSONReader(parsing: bytes, as: "seal", limit: 64 << 10)
        let object = try reader.object(["seal", "sealedAt", "note"])
        seal = try Seal(object.member("seal").bytes(), of: manifest)
        let time = try object.member("sealedAt")
        sealedAt = try time.integer(in: 0 ... .max)
        guard sealedAt == seal.parts.times?.sealedAt ?? sealedAt else {
            throw time.wrongValue("the time that the seal has")
        }
        note = try object.member("note").string(maximum: 8 << 10)
    }

    public var bytes: [UInt8] {
        let value: JSONValue = ["seal": .bytes(seal.bytes), "sealedAt": .integer(sealedAt), "note": .string(note)]
        return value.encoded(indented: true)
    }

    /// Whether the note is the service's, over this seal.
    public func isNoted(in manifest: Manifest) -> Bool {
        guard let verifier = NoteVerifier(name: manifest.issuerName, key: manifest.service.logKey) else { return false }
        return verifier.text(of: note) == Self.text(for: seal, of: manifest)
    }

    private static func text(for seal: Seal, of manifest: Manifest) -> String {
        "phieukin/\(manifest.version.rawValue) seal\n\(manifest.roundID)\n\(Base64URL.encode(seal.hash))\n"
    }
}
