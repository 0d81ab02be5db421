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
