import SecretBallot
import StrictEncoding

/// A device's wish to have its bundle back: {voter, deviceKey, issued, signature}, the signature the device key's over the
/// same message that the relay signs to say that it will never send it.
struct ReleaseRequest: Sendable {
    let voter: String
    let deviceKey: VerifyingKey
    let issued: [UInt8]
    let signature: [UInt8]

    /// - Throws: `MalformedInput`.
    init(_ bytes: [UInt8]) throws(MalformedInput) {
        let object = try JSONReader(parsing: bytes, as: "body", limit: 8 << 10)
            .object(["voter", "deviceKey", "issued", "signature"])
        voter = try object.member("voter").string(maximum: 2_000)
        deviceKey = try VerifyingKey(reading: object.member("deviceKey"))
        issued = try object.member("issued").bytes(SigningKey.signatureByteCount)
        signature = try object.member("signature").bytes(SigningKey.signatureByteCount)
    }

    var holder: RelayRound.Holder { RelayRound.Holder(voter: voter, deviceKey: deviceKey) }

    /// Whether it is from a device to which the service issued tokens; nil where it is.
    func refusal(for hash: [UInt8], of manifest: Manifest) -> RelayRefusal? {
        guard manifest.position(ofVoter: voter) != nil else { return .voter }
        guard Issued.isValid(issued, for: voter, deviceKey: deviceKey, of: manifest) else { return .issued }
        return Release.isValid(signature, for: hash, by: deviceKey, of: manifest) ? nil : .signature
    }
}
