import Foundation
import SecretBallot
import Testing

@Suite struct SignedNoteTests {
    private static let text = """
        If you think cryptography is the answer to your problem,
        then you don't know what your problem is.

        """

    /// The note of the format's first implementation (Go's sumdb).
    @Test func readsThePublishedNote() throws {
        let key = try #require(Data(base64Encoded: "ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"))
        let verifier = try #require(NoteVerifier(name: "PeterNeumann", key: Array(key.dropFirst())))
        let signature =
            "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM="
        let note = "\(Self.text)\n\u{2014} PeterNeumann \(signature)\n"
        #expect(verifier.text(of: note) == Self.text)
        #expect(verifier.text(of: note.replacingOccurrences(of: "answer", with: "anſwer")) == nil)
        #expect(verifier.text(of: String(note.dropLast())) == nil)
        #expect(NoteVerifier(name: "PeterNeuman", key: Array(key.dropFirst()))?.text(of: note) == nil)
    }

    @Test func whatIsSignedVerifies() throws {
        let signer = try #require(NoteSigner(name: "phieukin.test", seed: [UInt8](repeating: 3, count: 32)))
        let verifier = try #require(NoteVerifier(name: "phieukin.test", key: signer.publicKey))
        let note = try signer.sign("một\nhai\n")
        #expect(verifier.text(of: note) == "một\nhai\n")
        #expect(verifier.text(of: "x" + note) == nil)
        #expect(verifier.text(of: note + "\u{2014} another AAAA\n") == "một\nhai\n", "another's signature may follow")
        #expect(verifier.text(of: note + "trailing") == nil)
    }

    @Test(arguments: ["", "two words", "plus+plus", "line\nfeed"])
    func namesThatCannotStandInANoteAreRefused(_ name: String) {
        #expect(NoteSigner(name: name, seed: [UInt8](repeating: 3, count: 32)) == nil)
    }
}
