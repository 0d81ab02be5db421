import OpenSSLKit
import TestSupport
import Testing

@Suite struct DetachedSignatureTests {
    private func sign(_ signer: SigningIdentity) throws -> [UInt8] {
        try DetachedSignature.sign(content: Trial.content, by: signer, at: Trial.newYear)
    }

    private func inspect(_ der: [UInt8], content: [UInt8] = Trial.content) throws -> InspectedSignature {
        let inspection = DetachedSignature.inspect(der, content: content)
        guard case .inspected(let signature) = inspection else { throw Refused(inspection: inspection) }
        return signature
    }

    private struct Refused: Error {
        let inspection: SignatureInspection
    }

    @Test func saysWhoSignedAndWhen() throws {
        for signer in try Trial.signers() {
            let signature = try inspect(sign(signer))
            #expect(signature.isIntact && signature.integrity == .intact && signature.binding == .bound)
            #expect(signature.signer == signer.certificate)
            #expect(signature.otherCertificates == signer.chain)
            #expect(signature.signingTime == Trial.newYear)
        }
    }

    @Test func theTimeOfPAdESIsElsewhere() throws {
        for signer in try Trial.signers() {
            let signature = try inspect(DetachedSignature.sign(content: Trial.content, by: signer, as: .pades))
            #expect(signature.isIntact && signature.signingTime == nil)
            #expect(signature.timestamps.isEmpty && signature.timestamp == nil)
        }
    }

    /// Several programs do not sort them, and some put one in twice.
    @Test func certificatesMayStandInAnyOrder() throws {
        let signer = try Trial.p256Signer.get()
        let der = try sign(signer)
        let both = [signer.certificate.der, signer.chain[0].der].sorted { $0.lexicographicallyPrecedes($1) }
        let swapped = try inspect(der.replacing(both[0] + both[1], with: both[1] + both[0]))
        #expect(swapped.isIntact && swapped.signer == signer.certificate && swapped.otherCertificates == signer.chain)
    }

    @Test func indefiniteLengthsAreRefusedByName() throws {
        let der = try sign(Trial.p256Signer.get())
        let streamed = [0x30, 0x80] + der.dropFirst(4) + [0, 0]
        #expect(DetachedSignature.inspect(streamed, content: Trial.content) == .refused(.notDER))
        let padded = DetachedSignature.inspect(streamed + [0, 0, 0], content: Trial.content)
        #expect(padded == .refused(.trailingBytes))
    }

    @Test(arguments: [0, 2_524_607_999, 2_524_608_000]) func signingTimeIsTheGivenOne(time: Int64) throws {
        let der = try DetachedSignature.sign(content: [], by: Trial.p256Signer.get(), at: time)
        #expect(try inspect(der, content: []).signingTime == time)
    }

    @Test(arguments: [0, 1, 1_000_000]) func anyLengthIsSigned(count: Int) throws {
        let content = [UInt8](repeating: 13, count: count)
        let der = try DetachedSignature.sign(content: content, by: Trial.p256Signer.get(), at: 0)
        #expect(try inspect(der, content: content).isIntact)
        #expect(try inspect(der, content: content + [10]).integrity == .contentDiffers)
    }

    @Test func anotherContentIsToldApartFromAWrongSignature() throws {
        for signer in try Trial.signers() {
            let der = try sign(signer)
            #expect(try inspect(der, content: Trial.content.dropLast()).integrity == .contentDiffers)
            #expect(try inspect(der, content: []).integrity == .contentDiffers)
            var wrong = der
            wrong[wrong.count - 1] ^= 1
            #expect(try inspect(wrong).integrity == .signatureInvalid)
        }
    }

    @Test func aChangedSigningTimeBreaksTheSignature() throws {
        let der = try sign(Trial.p256Signer.get())
        let changed = der.replacing("260101000000Z", with: "270101000000Z")
        #expect(changed != der)
        let signature = try inspect(changed)
        #expect(signature.integrity == .signatureInvalid && signature.signingTime == Trial.newYear + 365 * Trial.day)
    }

    @Test func everySignedAttributeByteCounts() throws {
        let signer = try Trial.p256Signer.get()
        let der = try sign(signer)
        let contentType: [UInt8] = [0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x09, 0x03]
        let start = try #require(der.firstIndex(of: contentType))
        let hash = try #require(der.firstIndex(of: signer.certificate.fingerprint))
        #expect(start < hash)
        for place in start..<(hash + 32) {
            var changed = der
            changed[place] ^= 0x20
            #expect(!DetachedSignature.inspect(changed, content: Trial.content).isIntact, "byte \(place)")
        }
    }

    @Test func truncatedIsRefusedAtEveryLength() throws {
        let der = try sign(Trial.p256Signer.get())
        for count in 0..<der.count {
            let inspection = DetachedSignature.inspect(Array(der.prefix(count)), content: Trial.content)
            #expect(inspection == .refused(.notCMS), "\(count)")
        }
        #expect(DetachedSignature.inspect(der + [0], content: Trial.content) == .refused(.trailingBytes))
    }

    @Test func sizeIsLimited() throws {
        let der = try sign(Trial.p256Signer.get())
        let limit = der.count - 1
        let tooLong = DetachedSignature.inspect(der, content: Trial.content, sizeLimit: limit)
        #expect(tooLong == .refused(.tooLarge(limit: limit)))
        #expect(DetachedSignature.inspect(der, content: Trial.content, sizeLimit: limit + 1).isIntact)
    }

    @Test func mutationsNeverCrashNorPass() throws {
        for (seed, signer) in try Trial.signers().enumerated() {
            let der = try sign(signer)
            var mutator = Mutator(seed: UInt64(seed + 1))
            for _ in 0..<2_000 {
                let inspection = DetachedSignature.inspect(mutator.mutate(der), content: Trial.content)
                guard case .inspected(let read) = inspection, read.isIntact else { continue }
                // Only what is not signed may differ: the certificates beside the signer's.
                #expect(read.signer == signer.certificate && read.signingTime == Trial.newYear)
            }
        }
    }

    @Test func mutatedContentNeverPasses() throws {
        let der = try sign(Trial.p256Signer.get())
        var mutator = Mutator(seed: 7)
        for _ in 0..<500 {
            #expect(try inspect(der, content: mutator.mutate(Trial.content)).integrity == .contentDiffers)
        }
    }

    @Test func randomBytesAreRefused() {
        var mutator = Mutator(seed: 11)
        for count in 0..<500 {
            let noise = mutator.mutate([0x30, 0x80] + [UInt8](repeating: 0x30, count: count))
            #expect(!DetachedSignature.inspect(noise, content: []).isIntact)
        }
    }

    @Test func aKeyThatIsNotItsOwnNeverSigns() throws {
        let (first, second) = (try PrivateKey.generateP256(), try PrivateKey.generateP256())
        let der = try first.pkcs8().unwipedCopy
        // A P-256 PrivateKeyInfo ends with the public point, 65 bytes.
        let mixed = try Array(second.pkcs8().unwipedCopy.prefix(der.count - 65)) + der.suffix(65)
        let chimera = try PrivateKey(pkcs8: SecretBytes(copying: mixed))
        let certificate = try Trial.signer("N").selfSigned(by: first).certificate
        let identity = try SigningIdentity(certificate: certificate, key: chimera)
        let error = #expect(throws: OpenSSLError.self) {
            try DetachedSignature.sign(content: [1], by: identity, at: 0)
        }
        #expect(error?.operation == "verifying the signature just made")
    }
}
