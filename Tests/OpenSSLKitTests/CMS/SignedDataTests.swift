import TestSupport
import Testing

@testable import OpenSSLKit

@Suite struct SignedDataTests {
    private func signature() throws -> [UInt8] {
        try DetachedSignature.sign(content: Trial.content, by: Trial.p256Signer.get(), as: .pades)
    }

    @Test func whatIsReadIsWrittenAlike() throws {
        let signer = try Trial.p256Signer.get()
        let data = try #require(SignedData(der: signature()))
        #expect(data.version == [1] && data.revocationLists == nil)
        #expect(Set(data.certificates) == [signer.certificate.der, signer.chain[0].der])
        var bare = data
        bare.certificates = []
        #expect(SignedData(der: bare.der)?.der == bare.der)
        var listed = data
        listed.revocationLists = [0x30, 0x00]
        #expect(SignedData(der: listed.der)?.revocationLists == [0x30, 0x00])
    }

    /// Beside the signer's: only reading it shows that it is none.
    @Test func aCertificateThatIsNone() throws {
        var data = try #require(SignedData(der: signature()))
        #expect(DetachedSignature.inspect(data.der, content: Trial.content).isIntact)
        data.certificates.append([0x30, 0x03, 0x02, 0x01, 0x07])
        #expect(DetachedSignature.inspect(data.der, content: Trial.content) == .refused(.unreadableCertificate))
    }

    @Test func whatIsReadFromNoiseIsWrittenAlike() throws {
        let der = try signature()
        var mutator = Mutator(seed: 23)
        for _ in 0..<5_000 {
            let mutant = mutator.mutate(der)
            guard let data = SignedData(der: mutant) else { continue }
            #expect(data.der == mutant)
        }
    }

    @Test(arguments: [0x80, 0x81, 0x82, 0x83, 0x84, 0xFF] as [UInt8]) func lengthsAreChecked(length: UInt8) throws {
        #expect(SignedData(der: [0x30, length]) == nil)
        #expect(SignedData(der: [0x30, length] + [UInt8](repeating: 0xFF, count: 20)) == nil)
        let der = try signature()
        // The same length, in one byte more than needed.
        #expect(SignedData(der: [0x30, 0x83, 0x00] + der.dropFirst(2)) == nil)
    }
}
