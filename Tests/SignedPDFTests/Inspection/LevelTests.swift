import Foundation
import OpenSSLKit
import SignedPDF
import TestSupport
import Testing

@Suite struct LevelTests {
    @Test func withATimeStampAndRevocationData() throws {
        let authority = try LocalAuthority()
        let prepared = try PreparedSignature.prepare(
            Trial.document.get(), plan: SignaturePlan(field: "A", signerName: "A", time: Trial.signingTime))
        let plain = try DetachedSignature.sign(content: prepared.signedBytes, by: Trial.secretary.get(), as: .pades)
        let request = try DetachedSignature.timestampRequest(for: plain)
        let token = try TimestampToken(response: authority.answer(request.der))
        let file = try prepared.attaching(DetachedSignature.adding(timestamp: token, to: plain))
        #expect(try PDFInspection.inspect(file).signatures.map(\.level) == [.baselineT])

        let data = try ValidationData(
            certificates: [Trial.authority.get().certificate.der], revocationLists: [authority.revocationList()])
        let kept = try data.appended(to: file)
        let inspection = try PDFInspection.inspect(kept)
        #expect(inspection.isIntact && inspection.signatures.map(\.level) == [.baselineLT])
        #expect(inspection.signatures.first?.changes == .permitted([.validationData]))
        #expect(inspection.validationData == data)

        let more = try ValidationData(
            certificates: [Trial.seal.get().certificate.der], revocationLists: data.revocationLists)
        let again = try PDFInspection.inspect(more.appended(to: kept))
        #expect(again.isIntact && again.validationData.certificates.count == 2)
        #expect(again.validationData.revocationLists == data.revocationLists)
    }

    @Test func validationDataMayNotBeTakenAway() throws {
        let data = try ValidationData(certificates: [Trial.authority.get().certificate.der])
        let small = try SmallDocument.signed(SmallDocument.make())
        var forger = Forger(try data.appended(to: small))
        try forger.change(forger.number("/Type /DSS"), "/Certs [", "/Certs [] /Old [")
        try expectForbidden(forger, .validationDataChanged)
    }

    @Test func documentTimeStamp() throws {
        let authority = try LocalAuthority()
        let prepared = try PreparedSignature.prepare(
            Trial.signedOnce.get(), plan: SignaturePlan(field: "ThoiGian", signerName: "TSA", time: Trial.signingTime))
        // The same length of name, so that all stays in its place.
        let name = "/SubFilter /ETSI.CAdES.detached"
        var file = prepared.file
        let place = try #require(file.lastRange(of: name))
        file.replaceSubrange(place, with: Array("/SubFilter /ETSI.RFC3161       ".utf8))
        let range = prepared.byteRange
        let signed = Array(file[..<range[1]]) + file[range[2]...]
        let request = try TimestampRequest(over: signed)
        let token = try TimestampToken(response: authority.answer(request.der))
        let digits = token.der.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
        file.replaceSubrange(range[1] + 1..<range[1] + 1 + digits.utf8.count, with: Array(digits.utf8))
        let inspection = try PDFInspection.inspect(file)
        let stamp = try #require(inspection.signatures.last)
        #expect(stamp.format == .documentTimestamp && stamp.isIntact && stamp.cms == nil)
        #expect(inspection.isIntact)
        guard case .success(let found) = stamp.documentTimestamp else { Issue.record("refused"); return }
        #expect(found == token)
    }
}

/// A time stamp authority and issuer of revocation lists, by the `openssl` command.
struct LocalAuthority {
    private let shop: Workshop

    init() throws {
        shop = try Workshop()
        let settings = """
            oid_section = oids
            [oids]
            [tsa]
            serial = serial
            signer_cert = tsa.crt
            signer_key = tsa.key
            signer_digest = sha256
            default_policy = 1.2.3.4.1
            digests = sha256, sha384, sha512
            [stamper]
            extendedKeyUsage = critical,timeStamping
            keyUsage = critical,digitalSignature
            [ca]
            default_ca = issuer
            [issuer]
            database = index
            default_md = sha256
            default_crl_days = 30
            """
        try shop.write(Array(settings.utf8), to: "tsa.cnf")
        try shop.write(Array("01\n".utf8), to: "serial")
        try shop.write([], to: "index")
        try shop.write(Trial.authority.get().certificate.pem(), to: "root.crt")
        try shop.write(Trial.authority.get().key.pem().unwipedCopy, to: "root.key")
        try shop(
            ["openssl", "req", "-new", "-newkey", "rsa:2048", "-nodes", "-keyout", "tsa.key", "-out", "tsa.csr"]
                + ["-subj", "/CN=TSA"])
        try shop(
            ["openssl", "x509", "-req", "-in", "tsa.csr", "-CA", "root.crt", "-CAkey", "root.key", "-out", "tsa.crt"]
                + ["-extfile", "tsa.cnf", "-extensions", "stamper", "-set_serial", "7", "-days", "30"])
    }

    func answer(_ request: [UInt8]) throws -> [UInt8] {
        try shop.write(request, to: "request")
        try shop(
            ["openssl", "ts", "-reply", "-config", "tsa.cnf", "-section", "tsa", "-queryfile", "request"]
                + ["-out", "reply", "-chain", "root.crt"])
        return try shop.read("reply")
    }

    func revocationList() throws -> [UInt8] {
        try shop(
            ["openssl", "ca", "-config", "tsa.cnf", "-name", "issuer", "-gencrl", "-cert", "root.crt"]
                + ["-keyfile", "root.key", "-out", "list.pem"])
        try shop(["openssl", "crl", "-in", "list.pem", "-outform", "DER", "-out", "list.der"])
        return try shop.read("list.der")
    }
}
