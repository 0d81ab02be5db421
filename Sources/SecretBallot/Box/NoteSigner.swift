import Crypto
import Foundation

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
