public import StrictEncoding

/// One line of `relays.jsonl`: of how many voters a relay mixed and sent the slips; of none, too.
public struct RelayStatement: Sendable, Hashable {
    /// The relay's place in the manifest.
    public let relay: Int
    public let voters: Int

    /// The relay key's over `label("mixed") || H(closing) || u8 relay || u32 voters`.
    public let signature: [UInt8]

    /// - Throws: an error of the cryptographic library.
    public init(relay: Int, voters: Int, closing: Closing, of manifest: Manifest, signedBy key: SigningKey) throws {
        (self.relay, self.voters) = (relay, voters)
        signature = try key.sign(
            Self.message(relay: relay, voters: voters, closingHash: closing.hash, manifest.version))
    }

    /// Reads {relay, voters, signature}.
    /// - Throws: `MalformedInput`.
    public init(_ bytes: [UInt8], as name: String) throws(MalformedInput) {
        let object = try JSONReader(parsing: bytes, as: name, limit: 8 << 10).object(["relay", "voters", "signature"])
        relay = try object.member("relay").integer(in: 0...Int(UInt8.max))
        voters = try object.member("voters").integer(in: 0...Int(UInt32.max))
        signature = try object.member("signature").bytes(SigningKey.signatureByteCount)
    }

    public var json: JSONValue {
        ["relay": .integer(relay), "voters": .integer(voters), "signature": .bytes(signature)]
    }

    /// `relays.jsonl`.
    /// - Parameter statements: in the relays' order, one a relay.
    public static func document(_ statements: some Sequence<RelayStatement>) -> [UInt8] {
        statements.flatMap { $0.json.encoded() + [UInt8(ascii: "\n")] }
    }

    /// Whether a relay of this manifest signed it for this closing.
    public func isValid(for closing: Closing, of manifest: Manifest) -> Bool {
        guard let relays = manifest.casting?.relays, relays.indices.contains(relay) else { return false }
        return relays[relay].key.isValid(
            signature, over: Self.message(relay: relay, voters: voters, closingHash: closing.hash, manifest.version))
    }

    static func message(relay: Int, voters: Int, closingHash: [UInt8], _ version: ProtocolVersion) -> [UInt8] {
        Label.mixed.message(
            version, closingHash, [UInt8(truncatingIfNeeded: relay)],
            [UInt8](bigEndian: UInt32(truncatingIfNeeded: voters)))
    }
}

/// A relay's word that it will never send a bundle, so that it may go to another: its key's signature over
/// `label("released") || roundID || H(bundle)`. The device asks for it by signing the same.
public enum Release {
    /// - Throws: an error of the cryptographic library.
    public static func sign(_ bundleHash: [UInt8], of manifest: Manifest, with key: SigningKey) throws -> [UInt8] {
        try key.sign(message(bundleHash, manifest.version, manifest.roundID))
    }

    public static func isValid(
        _ signature: [UInt8], for bundleHash: [UInt8], by key: VerifyingKey, of manifest: Manifest
    ) -> Bool {
        key.isValid(signature, over: message(bundleHash, manifest.version, manifest.roundID))
    }

    static func message(_ bundleHash: [UInt8], _ version: ProtocolVersion, _ roundID: RoundID) -> [UInt8] {
        Label.released.message(version, roundID.bytes, bundleHash)
    }
}
