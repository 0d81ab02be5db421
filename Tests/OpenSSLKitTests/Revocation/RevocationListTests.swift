import OpenSSLKit
import TestSupport
import Testing

@Suite struct RevocationListTests {
    private let openssl: OpenSSLCommand
    private let root: SigningIdentity
    private let signer: SigningIdentity
    private let revokedAt = Trial.newYear + 10 * Trial.day
    private let thisUpdate = Trial.newYear + 20 * Trial.day
    private let nextUpdate = Trial.newYear + 50 * Trial.day

    init() throws {
        openssl = try OpenSSLCommand()
        (root, signer) = try (Trial.authority.get(), Trial.p256Signer.get())
        try openssl.write(root, as: "root")
    }

    private func pem(_ reason: String? = nil) throws -> [UInt8] {
        try openssl.revocationList(
            by: "root", of: [.init(certificate: signer.certificate, time: revokedAt, reason: reason)],
            from: thisUpdate, to: nextUpdate)
    }

    @Test(arguments: [nil, "keyCompromise", "cessationOfOperation"]) func saysWhatTheAuthoritySaid(
        reason: String?
    ) throws {
        let lists = try RevocationList.all(pem: pem(reason))
        let list = try #require(lists.first)
        #expect(lists.count == 1 && list.count == 1 && !list.isPartial)
        #expect(list.issuer == root.certificate.subject)
        #expect(list.thisUpdate == thisUpdate && list.nextUpdate == nextUpdate)
        let entry = try #require(list.entry(for: signer.certificate))
        let codes = ["keyCompromise": 1, "cessationOfOperation": 5]
        #expect(entry.time == revokedAt && entry.reason == reason.flatMap { codes[$0] })
        #expect(try list.entry(for: Trial.rsaSigner.get().certificate) == nil)
    }

    @Test func isReadFromDERAndPEM() throws {
        let text = try pem()
        try openssl("crl -in list.pem -outform DER -out list.der")
        let list = try RevocationList(der: openssl.read("list.der"))
        #expect(try RevocationList.all(pem: text) == [list])
        #expect(try RevocationList.all(file: text) == [list])
        #expect(try RevocationList.all(file: list.der) == [list])
        #expect(try RevocationList.all(pem: text + Array("ghi chú\n".utf8) + text) == [list, list])
    }

    @Test func anEmptyListIsOne() throws {
        let text = try openssl.revocationList(by: "root", of: [], from: thisUpdate, to: nextUpdate)
        let list = try #require(try RevocationList.all(pem: text).first)
        #expect(list.count == 0 && list.entry(for: signer.certificate) == nil)
    }

    @Test func otherFormsAreRefused() throws {
        let list = try #require(try RevocationList.all(pem: pem()).first)
        for count in 0..<list.der.count {
            #expect(throws: CredentialError.malformed("revocation list: not DER")) {
                try RevocationList(der: Array(list.der.prefix(count)))
            }
        }
        #expect(throws: CredentialError.malformed("revocation list: trailing bytes")) {
            try RevocationList(der: list.der + [0])
        }
        let html = Array("<html>404</html>".utf8)
        #expect(throws: CredentialError.self) { try RevocationList.all(file: html) }
        #expect(throws: CredentialError.self) { try RevocationList.all(file: []) }
        #expect(throws: CredentialError.self) { try RevocationList.all(pem: root.certificate.pem()) }
        #expect(throws: CredentialError.self) { try RevocationList(der: root.certificate.der) }
        let long = [UInt8](repeating: 0x30, count: RevocationList.sizeLimit + 1)
        #expect(throws: CredentialError.tooLarge(limit: RevocationList.sizeLimit)) {
            try RevocationList.all(file: long)
        }
    }

    @Test func mutationsNeverCrashNorCount() throws {
        let list = try #require(try RevocationList.all(pem: pem()).first)
        let anchors = TrustAnchors([root.certificate])
        var mutator = Mutator(seed: 17)
        for _ in 0..<2_000 {
            guard let read = try? RevocationList(der: mutator.mutate(list.der)) else { continue }
            let assessment = anchors.assessment(
                of: signer.certificate, chain: [], at: thisUpdate, revocationLists: [read])
            let gaps: [RevocationKnowledge] = [.unknown(.notSignedByIssuer), .unknown(.noList)]
            #expect(gaps.contains(assessment.revocation) && assessment.verdict == .trusted)
        }
    }

    @Test func longListsAreSearched() throws {
        let others = (10_000..<20_000).map { OpenSSLCommand.Revoked(serial: "0\($0)", time: thisUpdate) }
        let mine = OpenSSLCommand.Revoked(certificate: signer.certificate, time: revokedAt)
        let text = try openssl.revocationList(by: "root", of: others + [mine], from: thisUpdate, to: nextUpdate)
        let list = try #require(try RevocationList.all(pem: text).first)
        #expect(list.count == 10_001 && list.entry(for: signer.certificate)?.time == revokedAt)
    }
}
