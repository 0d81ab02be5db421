import Crypto
import StrictEncoding

/// The service as authenticators know it: verifies what they answer (WebAuthn level 2, sections 7.1 and 7.2).
public struct RelyingParty: Sendable {
    /// More than any browser writes, and no work for anybody.
    private static let clientDataLimit = 8 << 10
    private static let attestationLimit = 16 << 10

    /// The host's name: no address, no port.
    public let id: String

    /// "https://phieukin.example", as browsers write it.
    public let origin: String

    public init(id: String, origin: String) {
        self.id = id
        self.origin = origin
    }

    /// A new credential.
    /// - Parameters:
    ///   - challenge: what was asked; the caller sees to it that it is asked once.
    ///   - clientData: the JSON as the browser wrote it.
    ///   - attestation: the attestation object; its format must be "none", as nothing else was asked for.
    /// - Throws: `PasskeyFault`, `MalformedInput`.
    public func register(
        challenge: [UInt8], clientData: [UInt8], attestation: [UInt8], verifyingUser: Bool = false
    ) throws -> Passkey {
        try check(clientData, type: "webauthn.create", challenge)
        guard attestation.count <= Self.attestationLimit else {
            throw MalformedInput(.tooLarge, at: "attestationObject")
        }
        let object = try CBORValue(parsing: attestation, as: "attestationObject")
        guard object[.text("fmt")] == .text("none"), object[.text("attStmt")] == .map([:]),
            case .bytes(let bytes) = object[.text("authData")]
        else { throw PasskeyFault.attestation }
        let data = try AuthenticatorData(parsing: bytes)
        try check(data, verifyingUser)
        guard let passkey = data.credential else { throw PasskeyFault.credential }
        return passkey
    }

    /// - Returns: the passkey as it is to be kept from now on, with its new counter.
    /// - Throws: `PasskeyFault`, `MalformedInput`.
    public func authenticate(
        _ passkey: Passkey, challenge: [UInt8], clientData: [UInt8], authenticatorData: [UInt8], signature: [UInt8],
        verifyingUser: Bool = false
    ) throws -> Passkey {
        try check(clientData, type: "webauthn.get", challenge)
        let data = try AuthenticatorData(parsing: authenticatorData)
        try check(data, verifyingUser)
        guard passkey.verify(signature, over: authenticatorData + Array(SHA256.hash(data: clientData))) else {
            throw PasskeyFault.signature
        }
        guard data.counter > passkey.counter || (data.counter == 0 && passkey.counter == 0) else {
            throw PasskeyFault.counter
        }
        return Passkey(id: passkey.id, publicKey: passkey.publicKey, counter: data.counter)
    }

    /// The client data: browsers may add members, and do so to keep us from comparing with a template.
    private func check(_ clientData: [UInt8], type: String, _ challenge: [UInt8]) throws {
        let object = try JSONReader(parsing: clientData, as: "clientDataJSON", limit: Self.clientDataLimit)
            .looseObject()
        guard Self.same(try object.member("type").string(), type) else { throw PasskeyFault.type }
        guard try object.member("challenge").bytes() == challenge else { throw PasskeyFault.challenge }
        guard Self.same(try object.member("origin").string(), origin) else { throw PasskeyFault.origin }
        guard try object.optional("crossOrigin")?.bool() != true, object.optional("topOrigin") == nil else {
            throw PasskeyFault.crossOrigin
        }
    }

    private func check(_ data: AuthenticatorData, _ verifyingUser: Bool) throws(PasskeyFault) {
        guard data.relyingPartyHash == Array(SHA256.hash(data: Array(id.utf8))) else { throw .relyingParty }
        guard data.flags.contains(.userPresent) else { throw .userPresence }
        guard !verifyingUser || data.flags.contains(.userVerified) else { throw .userVerification }
        guard !data.flags.contains(.backedUp) || data.flags.contains(.backupEligible) else { throw .backupState }
    }

    /// By bytes: to Swift, canonically equivalent texts are equal.
    private static func same(_ one: String, _ other: String) -> Bool { ExactText(one) == ExactText(other) }
}
