import Foundation
import OpenSSLKit
import SignedPDF
import TestSupport
import Testing

@Suite struct LevelTests {
    @Test func withATimeStampAndRevocationData() throws {
        let authority = try TimestampIssuer()
        let prepared = try PreparedSignature.prepare(
            Trial.document.get(), plan: SignaturePlan(field: "A", signerName: "A", time: Trial.signingTime))
        let plain = try DetachedSignature.sign(content: prepared.signedBytes, by: Trial.secretary.get(), as: .pades)
        let request = try DetachedSignature.timestampRequest(for: plain)
        let token = try TimestampToken(response: authority.answer(request))
        let file = try prepared.attaching(DetachedSignature.adding(timestamp: token, to: plain))
        #expect(try PDFInspection.inspect(file).signatures.map(\.level) == [.baselineT])

        let data = try ValidationData(
            certificates: [Trial.authority.get().certificate.der], revocationLists: [Self.revocationList()])
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
        let authority = try TimestampIssuer()
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
        let token = try TimestampToken(response: authority.answer(request))
        let digits = token.der.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
        file.replaceSubrange(range[1] + 1..<range[1] + 1 + digits.utf8.count, with: Array(digits.utf8))
        let inspection = try PDFInspection.inspect(file)
        let stamp = try #require(inspection.signatures.last)
        #expect(stamp.format == .documentTimestamp && stamp.isIntact && stamp.cms == nil)
        #expect(inspection.isIntact)
        guard case .success(let found) = stamp.documentTimestamp else { Issue.record("refused"); return }
        #expect(found == token)
    }

    /// Of the signers' authority.
    private static func revocationList() throws -> [UInt8] {
        let openssl = try OpenSSLCommand()
        try openssl.write(Trial.authority.get().certificate.pem(), to: "root.crt")
        try openssl.write(Trial.authority.get().key.pem().unwipedCopy, to: "root.key")
        let now = Int64(Date().timeIntervalSince1970)
        let pem = try openssl.revocationList(by: "root", of: [], from: now, to: now + 86_400)
        return try #require(RevocationList.all(pem: pem).first).der
    }
}
