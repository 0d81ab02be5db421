public import StrictEncoding

/// A relay's word on a list of messages, without which a round's gateway looks at none of it: so nobody takes the gateway's
/// time from the relays that the manifest names. The header `Authorization` of the request, in exactly this form:
///
///     Relay relay=N,signature=SIGNATURE
///
/// N the relay's place in the manifest, SIGNATURE in base64url the relay key's over
/// `label("gateway") || H(closing) || u8 relay || H(body)`.
public struct GatewayPass: Sendable, Hashable {
    /// The relay's place in the manifest.
    public let relay: Int
    public let signature: [UInt8]

    /// - Parameter body: a `MessageList`.
    /// - Throws: an error of the cryptographic library.
    public init(
        relay: Int, for body: [UInt8], closing: Closing, of manifest: Manifest, signedBy key: SigningKey
    ) throws {
        self.relay = relay
        signature = try key.sign(Self.message(relay: relay, body, closing, manifest.version))
    }

    /// - Throws: `MalformedInput` for every other form.
    public init(_ field: String) throws(MalformedInput) {
        let parts = field.split(separator: ",", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].hasPrefix(Self.relayName), parts[1].hasPrefix(Self.signatureName),
            let relay = UInt8(parts[0].dropFirst(Self.relayName.count)),
            let signature = try? Base64URL.decode(String(parts[1].dropFirst(Self.signatureName.count))),
            signature.count == SigningKey.signatureByteCount
        else { throw Self.malformed }
        (self.relay, self.signature) = (Int(relay), signature)
        // A number has other forms that are read.
        guard self.field == field else { throw Self.malformed }
    }

    private static let (relayName, signatureName) = ("Relay relay=", "signature=")
    private static let malformed = MalformedInput(.wrongValue, at: "authorization", "Relay relay=N,signature=SIGNATURE")

    /// The header's value.
    public var field: String { "\(Self.relayName)\(relay),\(Self.signatureName)\(Base64URL.encode(signature))" }

    /// Whether a relay of this manifest gave it for these bytes, after this closing.
    public func isValid(for body: [UInt8], closing: Closing, of manifest: Manifest) -> Bool {
        guard let relays = manifest.casting?.relays, relays.indices.contains(relay) else { return false }
        return relays[relay].key.isValid(signature, over: Self.message(relay: relay, body, closing, manifest.version))
    }

    private static func message(relay: Int, _ body: [UInt8], _ closing: Closing, _ version: ProtocolVersion) -> [UInt8]
    {
        Label.gateway.message(version, closing.hash, [UInt8(truncatingIfNeeded: relay)], Hash.digest(body))
    }
}
