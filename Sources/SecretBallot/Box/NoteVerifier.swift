import Crypto
import Foundation

/// A log key known to whoever checks a note.
public struct NoteVerifier: Sendable {
    private let name: String
    private let keyID: [UInt8]
    private let key: Curve25519.Signing.PublicKey

    /// - Returns: nil unless the name may stand in a note and the key is 32 bytes of Ed25519.
    public init?(name: String, key bytes: [UInt8]) {
        guard SignedNote.isName(name), let key = try? Curve25519.Signing.PublicKey(rawRepresentation: bytes) else {
            return nil
        }
        self.name = name
        self.key = key
        keyID = SignedNote.keyID(name: name, key: bytes)
    }

    /// The text that the note's signer vouches for; nil if this key did not sign it.
    public func text(of note: String) -> String? {
        guard let gap = note.range(of: "\n\n", options: .backwards) else { return nil }
        let text = note[..<gap.lowerBound] + "\n"
        let lines = note[gap.upperBound...].split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.last == "", lines.dropLast().contains(where: { isSignature($0, over: String(text)) }) else {
            return nil
        }
        return String(text)
    }

    private func isSignature(_ line: Substring, over text: String) -> Bool {
        let prefix = "\u{2014} \(name) "
        guard line.hasPrefix(prefix), let blob = Data(base64Encoded: String(line.dropFirst(prefix.count))) else {
            return false
        }
        return blob.prefix(4).elementsEqual(keyID)
            && key.isValidSignature(Data(blob.dropFirst(4)), for: Data(text.utf8))
    }
}
