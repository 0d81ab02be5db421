import Foundation
import OpenSSLKit
import TestSupport
import Testing

@Suite struct TimestampTokenTests {
    private let authority: TimestampIssuer
    private let request: TimestampRequest

    init() throws {
        authority = try TimestampIssuer()
        request = try TimestampRequest(over: Trial.content)
    }

    private var clock: Int64 { Int64(Date().timeIntervalSince1970) }

    private func token(_ response: [UInt8], at now: Int64? = nil) throws -> TimestampToken {
        try request.token(in: response, at: now ?? clock, trusting: authority.anchors)
    }

    @Test func saysWhatTheAuthoritySaid() throws {
        let before = clock
        let token = try token(authority.answer(request))
        #expect((before...clock).contains(token.time))
        #expect(token.accuracy == .milliseconds(1500) + .microseconds(100))
        #expect(token.policy == "1.2.3.4.1")
        #expect(token.authority == (try Certificate(pem: authority.openssl.read("tsa.crt"))))
        #expect(token.authority.isForTimestamping && !token.authority.isForSigning)
        #expect(token.covers(Trial.content) && !token.covers(Trial.content + [0]) && !token.covers([]))
        #expect(token.verdict(by: authority.anchors) == .trusted)
        #expect(try TimestampToken(der: token.der) == token)
    }

    @Test(arguments: [
        "-algorithm RSA -pkeyopt rsa_keygen_bits:2048", "-algorithm EC -pkeyopt ec_paramgen_curve:P-384",
    ]) func otherKeysAreAccepted(key: String) throws {
        try authority.enroll("other", key: key)
        for digest in ["sha256", "sha384", "sha512"] {
            try authority.configure(signing: digest)
            #expect(try token(authority.answer(request, as: "other")).covers(Trial.content))
        }
    }

    @Test(arguments: ["sha1", "sha256", "sha384", "sha512"]) func theCertificateIsNamedByAnyHash(naming: String) throws
    {
        try authority.configure(naming: naming)
        #expect(try token(authority.answer(request)).covers(Trial.content))
    }

    @Test func othersRequestsAreAnsweredToo() throws {
        try authority.openssl.write(Trial.content, to: "content")
        try authority.openssl("ts -query -data content -sha512 -cert -no_nonce -out q.tsq")
        let token = try TimestampToken(response: authority.answerQuery())
        #expect(token.covers(Trial.content) && token.nonce == nil)
        #expect(throws: TimestampFlaw.otherContent) { try self.token(authority.openssl.read("r.tsr")) }
    }

    @Test func refusalsAreTold() throws {
        try authority.configure(digests: "sha512")
        let response = try authority.answer(request)
        let error = #expect(throws: TimestampFlaw.self) { try token(response) }
        guard case .refused(status: 2, let text) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(text.contains("not supported"), "\(text)")
    }

    @Test func otherAnswersAreTold() throws {
        let other = try authority.answer(TimestampRequest(over: Trial.content + [0], nonce: request.nonce))
        #expect(throws: TimestampFlaw.otherContent) { try token(other) }
        let replayed = try authority.answer(TimestampRequest(over: Trial.content))
        #expect(throws: TimestampFlaw.otherNonce) { try token(replayed) }
    }

    @Test func theTimeMustBeNear() throws {
        let response = try authority.answer(request)
        let time = try token(response).time
        for late in [-300, 300] as [Int64] { #expect(try token(response, at: time + late).time == time) }
        for late in [-301, 301, -time, .max - time] as [Int64] {
            #expect(throws: TimestampFlaw.timeFarOff(time)) { try token(response, at: time + late) }
        }
        #expect(throws: TimestampFlaw.timeFarOff(time)) { try token(response, at: .min) }
    }

    @Test func strangersAreNotRelied() throws {
        try authority.enroll("stranger", by: nil)
        let stranger = try authority.answer(request, as: "stranger")
        #expect(throws: TimestampFlaw.untrusted(.unknownIssuer)) { try token(stranger) }
        let none = TrustAnchors([])
        let genuine = try authority.answer(request)
        #expect(throws: TimestampFlaw.untrusted(.unknownIssuer)) {
            try request.token(in: genuine, at: clock, trusting: none)
        }
    }

    @Test(arguments: [
        "keyUsage=digitalSignature", "extendedKeyUsage=timeStamping", "extendedKeyUsage=critical,emailProtection",
        "extendedKeyUsage=critical,timeStamping,emailProtection",
        "keyUsage=keyCertSign\nextendedKeyUsage=critical,timeStamping",
    ]) func certificatesForOtherUsesAreNotRelied(use: String) throws {
        try authority.enroll("other", use: use)
        let response = try authority.forge(request, as: "other")
        #expect(throws: TimestampFlaw.untrusted(.notForTimestamping)) { try token(response) }
    }

    @Test func validityIsAskedAtItsOwnTime() throws {
        let response = try authority.answer(request)
        let genuine = try token(response)
        let year = String(1970 + genuine.time / 31_556_952)
        for (changed, reason) in [("2056", UntrustedReason.expired), ("2016", .notYetValid)] {
            let response = try authority.forge(request) { $0.replacing("\(year)", with: changed) }
            let time = try TimestampToken(response: response).time
            #expect(throws: TimestampFlaw.untrusted(reason)) { try token(response, at: time) }
            #expect(throws: TimestampFlaw.timeFarOff(time)) { try token(response) }
        }
    }

    @Test func theCertificateMustBeNamed() throws {
        let response = try authority.forge(request, options: "")
        #expect(throws: TimestampFlaw.notBound) { try token(response) }
    }

    @Test func otherFormsAreRefusedByName() throws {
        let html = Array("<html><body>503 Service Unavailable</body></html>".utf8)
        for noise in [[], [0], html, [UInt8](repeating: 0x30, count: 1000), request.der] {
            #expect(throws: TimestampFlaw.notTimestamp) { try token(noise) }
        }
        let long = [UInt8](repeating: 0x30, count: TimestampToken.sizeLimit + 1)
        #expect(throws: TimestampFlaw.tooLarge(limit: TimestampToken.sizeLimit)) { try token(long) }
        let signature = try DetachedSignature.sign(content: [], by: Trial.p256Signer.get(), as: .pades)
        #expect(throws: TimestampFlaw.unacceptable(.notData)) { try TimestampToken(der: signature) }
        let withoutCertificate = try authority.forge(request, options: "-cades -nocerts")
        #expect(throws: TimestampFlaw.unacceptable(.noSignerCertificate)) { try token(withoutCertificate) }
    }

    @Test func emptyContentIsRefused() throws {
        // The command does not wrap what it cannot read, but leaves the token.
        #expect(throws: OpenSSLCommand.Failure.self) { try authority.forge(request) { _ in [0x30, 0x00] } }
        #expect(throws: TimestampFlaw.badContent) { try TimestampToken(der: authority.openssl.read("t.der")) }
    }

    @Test func weakDigestsAreRefused() throws {
        try authority.configure(digests: "sha1")
        try authority.openssl.write(Trial.content, to: "content")
        try authority.openssl("ts -query -data content -sha1 -cert -out q.tsq")
        let stamped = try authority.answerQuery()
        #expect(throws: TimestampFlaw.weakDigest("SHA1")) { try TimestampToken(response: stamped) }
    }

    @Test func truncatedIsRefusedAtEveryLength() throws {
        let response = try authority.answer(request)
        for count in 0..<response.count {
            #expect(throws: TimestampFlaw.notTimestamp) { try TimestampToken(response: Array(response.prefix(count))) }
        }
    }

    @Test func mutationsNeverCrashNorPass() throws {
        let response = try authority.answer(request)
        let genuine = try token(response)
        var mutator = Mutator(seed: 5)
        for _ in 0..<2_000 {
            guard let read = try? token(mutator.mutate(response), at: genuine.time) else { continue }
            // The authority's words around the token are not signed.
            #expect(read.time == genuine.time && read.authority == genuine.authority)
        }
    }
}
