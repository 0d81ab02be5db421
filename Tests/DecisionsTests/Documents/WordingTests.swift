import Decisions
import OpenSSLKit
import Recognition
import Testing

/// Whoever hands a key in reads what is wrong with it, in either language.
@Suite struct WordingTests {
    @Test func anOldKeyFileComesWithTheWayOut() {
        let text = CredentialError.unsupportedEncryption.text
        for command in CredentialError.conversion {
            #expect(text.vietnamese.contains(command) && text.english.contains(command))
        }
        #expect(text.vietnamese.contains("thuật toán cũ") && text.english.contains("no longer offered"))
    }

    @Test(arguments: [
        CredentialError.malformed("PKCS#12: cut short"), .tooLarge(limit: 1 << 20), .noCertificate, .noPrivateKey,
        .passwordNeeded, .wrongPassword, .unsupportedEncryption, .unsupportedKey(.p384), .keyDoesNotMatchCertificate,
    ])
    func everyFaultIsSaidTwice(error: CredentialError) {
        #expect(!error.text.vietnamese.isEmpty && !error.text.english.isEmpty)
        #expect(error.text.vietnamese != error.text.english)
    }
}
