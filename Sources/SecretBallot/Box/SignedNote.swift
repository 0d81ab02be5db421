import Crypto
import Foundation

/// A C2SP signed note (c2sp.org/signed-note): a text, a blank line, one signature line a signer.
///
///     — <name> <base64(key id (4) || Ed25519 signature (64))>
enum SignedNote {
    static let ed25519: UInt8 = 0x01

    /// The first four bytes of SHA-256(name || LF || algorithm || public key).
    static func keyID(name: String, key: [UInt8]) -> [UInt8] {
        Array(Hash.digest(Array(name.utf8) + [0x0A, ed25519] + key).prefix(4))
    }

    /// Names go into a line of words.
    static func isName(_ name: String) -> Bool {
        !name.isEmpty && !name.unicodeScalars.contains { $0.properties.isWhitespace || $0 == "+" }
    }
}

/// The log key, signing notes.
public struct NoteSigner: Sendable {
    public let name: String
    private let key: Curve25519.Signing.PrivateKey

    /// - Parameters:
    ///   - name: the issuer's name; no spaces and no plus sign in it.
    ///   - seed: the private key, 32 bytes.
    /// - Returns: nil for a bad name or a seed of another length.
    public init?(name: String, seed: [UInt8]) {
        guard SignedNote.isName(name), let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed) else {
            return nil
        }
        self.name = name
        self.key = key
    }

    public var publicKey: [UInt8] { Array(key.publicKey.rawRepresentation) }

    /// - Parameter text: ends with a line feed.
    /// - Throws: an error of the cryptographic library.
    public func sign(_ text: String) throws -> String {
        let signature = try key.signature(for: Data(text.utf8))
        let blob = Data(SignedNote.keyID(name: name, key: publicKey)) + signature
        return "\(text)\n\u{2014} \(name) \(blob.base64EncodedString())\n"
    }
}
