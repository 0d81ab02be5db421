public import StrictEncoding

/// A ballot handed to a relay: whose it is, that the service issued tokens to that device, in how great a mix it may be
/// sent, and the bundle itself, which says nothing to the relay.
public struct Handover: Sendable {
    public let voter: String
    public let deviceKey: VerifyingKey

    /// The service's word that it issued tokens to this voter for this device key.
    public let issued: [UInt8]

    /// The fewest voters, this one among them, with whose slips these are mixed.
    public let atLeast: Int
    public let bundle: Bundle

    /// The device key's over `label("relay") || roundID || u8 relay || u16 atLeast || H(bundle)`.
    public let signature: [UInt8]

    /// - Parameter relay: the relay's place in the manifest.
    /// - Throws: an error of the cryptographic library.
    public init(
        _ bundle: Bundle, of voter: String, deviceKey: SigningKey, issued: [UInt8], atLeast: Int, to relay: Int,
        of manifest: Manifest
    ) throws {
        (self.voter, self.issued, self.atLeast, self.bundle) = (voter, issued, atLeast, bundle)
        self.deviceKey = deviceKey.publicKey
        signature = try deviceKey.sign(
            Self.message(atLeast: atLeast, bundleHash: bundle.hash, to: relay, manifest.version, manifest.roundID))
    }

    /// Reads {voter, deviceKey, issued, atLeast, bundle, signature}, and checks nothing that needs a key.
    /// - Throws: `MalformedInput`.
    public init(_ bytes: [UInt8], of form: BundleForm) throws(MalformedInput) {
        let reader = try JSONReader(parsing: bytes, as: "body", limit: Self.byteLimit(of: form))
        let object = try reader.object(["voter", "deviceKey", "issued", "atLeast", "bundle", "signature"])
        voter = try object.member("voter").string(maximum: 2_000)
        deviceKey = try VerifyingKey(reading: object.member("deviceKey"))
        issued = try object.member("issued").bytes(SigningKey.signatureByteCount)
        atLeast = try object.member("atLeast").integer(in: 1...Int(UInt16.max))
        let bundle = try object.member("bundle").bytes(form.byteCount)
        do { self.bundle = try Bundle(bundle, of: form) } catch { throw error.inside("body") }
        signature = try object.member("signature").bytes(SigningKey.signatureByteCount)
    }

    /// The longest body that is looked at, in bytes.
    public static func byteLimit(of form: BundleForm) -> Int { (8 << 10) + (form.byteCount + 2) / 3 * 4 }

    public var json: JSONValue {
        [
            "voter": .string(voter), "deviceKey": .bytes(deviceKey.bytes), "issued": .bytes(issued),
            "atLeast": .integer(atLeast), "bundle": .bytes(bundle.bytes), "signature": .bytes(signature),
        ]
    }

    /// The first check that fails; nil where all hold.
    public func fault(at relay: Int, of manifest: Manifest) -> HandoverFault? {
        guard manifest.position(ofVoter: voter) != nil else { return .voter }
        guard Issued.isValid(issued, for: voter, deviceKey: deviceKey, of: manifest) else { return .issued }
        let message = Self.message(
            atLeast: atLeast, bundleHash: bundle.hash, to: relay, manifest.version, manifest.roundID)
        return deviceKey.isValid(signature, over: message) ? nil : .signature
    }

    static func message(
        atLeast: Int, bundleHash: [UInt8], to relay: Int, _ version: ProtocolVersion, _ roundID: RoundID
    ) -> [UInt8] {
        Label.relay.message(
            version, roundID.bytes, [UInt8(truncatingIfNeeded: relay)],
            [UInt8](bigEndian: UInt16(truncatingIfNeeded: atLeast)), bundleHash)
    }
}

/// The first check of a ballot handed over that failed, in the order in which they are made.
public enum HandoverFault: String, Error, Sendable, CaseIterable {
    case voter, issued, signature
}
