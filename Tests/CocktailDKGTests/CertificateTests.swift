import OpenSSLKit
import StrictEncoding
import TestSupport
import Testing

@testable import CocktailDKG

/// A certificate holds for one transcript, signed by all in their places.
struct CertificateTests {
    private static let session = Result { try SmallSession(2, of: 3) }

    @Test func everySignatureIsChecked() throws {
        let (small, certificate) = (try Self.session.get(), try Self.session.get().certificate())
        for place in 0..<3 {
            var signatures = certificate.signatures
            signatures[place] = try SchnorrSignature(of: [1], by: small.participants[place].staticKey)
            try expectFault(DKGFault(participant: place + 1, .certificate), certificate.transcript, signatures)
        }
    }

    @Test func signaturesStandInTheirPlaces() throws {
        let certificate = try Self.session.get().certificate()
        let swapped = [1, 0, 2].map { certificate.signatures[$0] }
        try expectFault(DKGFault(participant: 1, .certificate), certificate.transcript, swapped)
        #expect(throws: DKGSetupError.participantCount) {
            try SuccessCertificate(
                transcript: certificate.transcript, signatures: Array(certificate.signatures.dropLast())
            ).verified()
        }
    }

    @Test func anotherExtension() throws {
        let small = try Self.session.get()
        let certificate = try small.certificate(extension: [1])
        let other = Transcript(of: small.session, dealings: certificate.transcript.dealings, extension: [2])
        try expectFault(DKGFault(participant: 1, .certificate), other, certificate.signatures)
    }

    /// All members together cannot certify a key whose secret one of them has not proven: everybody checks the proofs.
    @Test func everyProofIsChecked() throws {
        for place in 0..<3 {
            var small = try Self.session.get()
            let own = small.messages[place].dealing
            let dealing = Dealing(
                commitment: own.commitment, proofOfPossession: own.proofOfPossession,
                ephemeralKey: small.messages[(place + 1) % 3].dealing.ephemeralKey)
            small.messages[place] = Round1Message(dealing, small.messages[place].ciphertexts)
            let certificate = try small.certificate()
            try expectFault(
                DKGFault(participant: place + 1, .proofOfPossession), certificate.transcript, certificate.signatures)
        }
    }

    @Test func recoveryRefusesAnotherBundle() throws {
        let (small, certificate) = (try Self.session.get(), try Self.session.get().certificate())
        let key = small.participants[0].staticKey
        #expect(throws: DKGFault(participant: 1, .undecryptableShare)) {
            try certificate.recovered(by: key, from: small.bundle(for: 2))
        }
        #expect(throws: DKGSetupError.notAParticipant) {
            try certificate.recovered(by: P256Scalar.random(), from: small.bundle(for: 1))
        }
        let bundle = small.bundle(for: 1)
        for wrong in [bundle + [0], Array(bundle.dropLast()), []] {
            #expect(throws: MalformedInput.self) { try certificate.recovered(by: key, from: wrong) }
        }
    }

    @Test func signaturesOfOtherMessagesAndKeys() throws {
        let key = try P256Scalar.random()
        let publicKey = try P256Point.generator * key
        let signature = try SchnorrSignature(of: [1, 2, 3], by: key)
        #expect(try signature.isValid(of: [1, 2, 3], by: publicKey))
        #expect(try !signature.isValid(of: [1, 2], by: publicKey))
        #expect(try !signature.isValid(of: [1, 2, 3], by: publicKey.negated()))
        #expect(try SchnorrSignature(signature.bytes) == signature)
        var other = signature.bytes
        other[64] ^= 1
        #expect(try !SchnorrSignature(other).isValid(of: [1, 2, 3], by: publicKey))
        other = signature.bytes
        other[0] ^= 1
        #expect(try !SchnorrSignature(other).isValid(of: [1, 2, 3], by: publicKey))
    }

    /// Zero for the response is a scalar; it does not hold, and is no accident of the arithmetic.
    @Test func aResponseOfZero() throws {
        let point = try P256Point.generator * P256Scalar.random()
        let signature = try SchnorrSignature(point.compressed + [UInt8](repeating: 0, count: 32))
        #expect(try !signature.isValid(of: [], by: point))
    }

    private func expectFault(
        _ fault: DKGFault, _ transcript: Transcript, _ signatures: [SchnorrSignature],
        at location: SourceLocation = #_sourceLocation
    ) throws {
        #expect(throws: fault, sourceLocation: location) {
            try SuccessCertificate(transcript: transcript, signatures: signatures).verified()
        }
    }
}
