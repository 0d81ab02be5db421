import OpenSSLKit
import SecretBallot
import StrictEncoding

/// What opens a seat of a round's board: 160 random bits, shown once and kept as their digest alone.
struct InvitationCode: Sendable {
    private static let byteCount = 20
    private static let characterCount = 32

    private let characters: String

    /// - Throws: `OpenSSLError` if there is no randomness.
    static func random() throws -> InvitationCode {
        InvitationCode(
            characters: Crockford.encode(
                try SecretBytes(random: byteCount).unwipedCopy, count: characterCount))
    }

    /// Reads what somebody shows, in groups or not.
    /// - Returns: nil for what cannot be a code.
    init?(shown text: String) {
        guard text.utf8.count <= 2 * Self.characterCount, let characters = Crockford.normalised(text),
            characters.count == Self.characterCount
        else { return nil }
        self.init(characters: characters)
    }

    private init(characters: String) { self.characters = characters }

    /// "5JRE-7BVB-…": eight groups of four.
    var printed: String { Crockford.grouped(characters, by: 4) }

    /// What is kept of it. So many random bits need no slow hash.
    var digest: [UInt8] { Hash.digest(Array("phieukin invitation ".utf8) + Array(characters.utf8)) }
}
