import OpenSSLKit
import TestSupport
import Testing

@Suite struct TimestampedSignatureTests {
    private let authority: TimestampIssuer

    init() throws { authority = try TimestampIssuer() }

    private func inspect(_ der: [UInt8]) throws -> InspectedSignature {
        guard case .inspected(let signature) = DetachedSignature.inspect(der, content: Trial.content) else {
            throw SignatureFlaw.notInspected
        }
        return signature
    }

    private func stamp(_ der: [UInt8]) throws -> TimestampToken {
        try TimestampToken(response: authority.answer(DetachedSignature.timestampRequest(for: der)))
    }

    @Test func aStampedSignatureSaysWhen() throws {
        for signer in try Trial.signers() {
            let plain = try DetachedSignature.sign(content: Trial.content, by: signer, as: .pades)
            let token = try stamp(plain)
            let stamped = try DetachedSignature.adding(timestamp: token, to: plain)
            let signature = try inspect(stamped)
            #expect(signature.isIntact && signature.signer == signer.certificate)
            #expect(signature.otherCertificates == signer.chain)
            #expect(signature.timestamps == [.success(token)] && signature.timestamp == .success(token))
            #expect(token.verdict(by: authority.anchors) == .trusted)
        }
    }

    @Test func opensslReadsIt() throws {
        let signer = try Trial.rsaSigner.get()
        let plain = try DetachedSignature.sign(content: Trial.content, by: signer, at: Trial.newYear)
        try authority.openssl.write(DetachedSignature.adding(timestamp: stamp(plain), to: plain), to: "s.der")
        try authority.openssl.write(Trial.content, to: "content")
        try authority.openssl.write(signer.chain[0].pem(), to: "signers.crt")
        try authority.openssl(
            "cms -verify -cades -binary -inform DER -in s.der -content content -CAfile signers.crt "
                + "-attime \(Trial.newYear) -purpose any -out verified")
        let said = try authority.openssl("cms -cmsout -print -inform DER -in s.der")
        #expect(said.contains("id-smime-aa-timeStampToken"))
    }

    @Test func theEarliestCounts() throws {
        let plain = try DetachedSignature.sign(content: Trial.content, by: Trial.p256Signer.get(), as: .pades)
        let first = try stamp(plain)
        let second = try TimestampToken(
            response: authority.forge(DetachedSignature.timestampRequest(for: plain)) { info in
                info.replacing("\(1970 + first.time / 31_556_952)", with: "2016")
            })
        let twice = try DetachedSignature.adding(
            timestamp: second, to: DetachedSignature.adding(timestamp: first, to: plain))
        let signature = try inspect(twice)
        #expect(signature.isIntact && Set(signature.timestamps) == [.success(first), .success(second)])
        #expect(second.time < first.time && signature.timestamp == .success(second))
    }

    /// RSASSA-PSS signs the same attributes differently each time, at the same length, at the end of the message.
    @Test func aStampOverAnotherSignatureIsTold() throws {
        let signer = try Trial.rsaSigner.get()
        let one = try DetachedSignature.sign(content: Trial.content, by: signer, as: .pades)
        let other = try DetachedSignature.sign(content: Trial.content, by: signer, as: .pades)
        let token = try stamp(other)
        #expect(throws: TimestampFlaw.otherContent) { try DetachedSignature.adding(timestamp: token, to: one) }
        let stamped = try DetachedSignature.adding(timestamp: token, to: other)
        let swapped = try inspect(stamped.replacing(Array(other.suffix(256)), with: Array(one.suffix(256))))
        #expect(swapped.isIntact && swapped.timestamps == [.failure(.otherContent)])
        #expect(swapped.timestamp == .failure(.otherContent))
    }

    @Test func noiseInItsPlaceIsTold() throws {
        let plain = try DetachedSignature.sign(content: Trial.content, by: Trial.p256Signer.get(), as: .pades)
        let token = try stamp(plain)
        let stamped = try DetachedSignature.adding(timestamp: token, to: plain)
        var noise = token.der
        noise[noise.count - 1] ^= 1
        let damaged = try inspect(stamped.replacing(token.der, with: noise))
        #expect(damaged.isIntact && damaged.timestamps == [.failure(.signatureInvalid)])
        #expect(damaged.timestamp == .failure(.signatureInvalid))
    }

    @Test func onlySignaturesAreStamped() throws {
        #expect(throws: SignatureFlaw.notCMS) { try DetachedSignature.timestampRequest(for: []) }
        let plain = try DetachedSignature.sign(content: Trial.content, by: Trial.p256Signer.get(), as: .pades)
        let token = try stamp(plain)
        #expect(throws: SignatureFlaw.trailingBytes) { try DetachedSignature.adding(timestamp: token, to: plain + [0]) }
    }

    @Test func mutationsNeverCrashNorPass() throws {
        let signer = try Trial.p256Signer.get()
        let plain = try DetachedSignature.sign(content: Trial.content, by: signer, as: .pades)
        let token = try stamp(plain)
        let stamped = try DetachedSignature.adding(timestamp: token, to: plain)
        var mutator = Mutator(seed: 13)
        for _ in 0..<2_000 {
            let inspection = DetachedSignature.inspect(mutator.mutate(stamped), content: Trial.content)
            guard case .inspected(let read) = inspection, read.isIntact else { continue }
            #expect(read.signer == signer.certificate)
            guard case .success(let kept)? = read.timestamp else { continue }
            #expect(kept.time == token.time && kept.authority == token.authority)
        }
    }
}
