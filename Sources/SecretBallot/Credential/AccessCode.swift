import Crypto
import OpenSSLKit
public import StrictEncoding

/// A voter's access code: 26 Crockford base32 characters (130 bits), printed on a card and never sent to the server.
public struct AccessCode: Sendable {
    public static let characterCount = 26

    /// The 26 characters, without hyphens.
    let characters: String

    /// - Throws: `MalformedInput`, which never repeats what was typed.
    public init(typed text: String) throws(MalformedInput) {
        guard let characters = Crockford.normalised(text) else {
            throw MalformedInput(.syntax, at: "access code", "letters and digits but U")
        }
        guard characters.count == Self.characterCount else {
            throw MalformedInput(.wrongLength, at: "access code", "26 characters")
        }
        self.characters = characters
    }

    /// A fresh code.
    /// - Throws: `OpenSSLError` if there is no randomness.
    public static func random() throws -> AccessCode {
        let bytes = try SecretBytes(random: 17).unwipedCopy
        return try AccessCode(typed: Crockford.encode(bytes, count: characterCount))
    }

    /// As it is printed: groups of five.
    public var printed: String { Crockford.grouped(characters, by: 5) }

    /// The key that the code stands for in rounds of a version.
    /// - Throws: `OpenSSLError`.
    public func credential(in version: ProtocolVersion = .current) throws -> Credential {
        let material = HKDF<SHA256>.deriveKey(
            inputKeyMaterial: SymmetricKey(data: Array(characters.utf8)), info: Label.credential.bytes(version),
            outputByteCount: 48)
        let scalar = try P256Scalar(reducing: SecretBytes(copying: material.withUnsafeBytes { Array($0) }))
        return Credential(key: try SigningKey(scalar.bytes.unwipedCopy))
    }

    /// Whose card of a round it is, with the key that it stands for there. A card that was printed while the service knew
    /// an earlier version, for a round that is frozen in a later one, stands for that version's key, and is as good.
    /// - Returns: nil for a code that is no voter's of the round.
    /// - Throws: `OpenSSLError`.
    func holder(in manifest: Manifest) throws -> (voter: Voter, credential: Credential)? {
        for version in manifest.version.upToThis {
            let credential = try credential(in: version)
            if let voter = manifest.voters.first(where: { $0.credentialKey == credential.publicKey }) {
                return (voter, credential)
            }
        }
        return nil
    }
}
