import Decisions
import OpenSSLKit
import Recognition
import Storage
import StrictEncoding

/// A signer's certificate as its owner sees it.
struct IdentityView {
    private static let day: Int64 = 86_400

    /// How many days before its end a certificate is to be renewed.
    private static let careDays: Int64 = 30

    let decisions: DecisionDesk

    func certificate(of member: StaffMember) async throws -> Certificate? {
        try await decisions.register.signerCertificates()[member.name].map { try Certificate(der: $0) }
    }

    /// Null where the account has none.
    func json(of member: StaffMember) async throws -> JSONValue {
        guard let certificate = try await certificate(of: member) else { return .null }
        let now = Int64(decisions.tools.clock.now)
        let left = (certificate.notAfter - now) / Self.day
        return [
            "name": .string(certificate.subject.commonName ?? certificate.subject.description),
            "organization": .string(certificate.subject.organization ?? ""),
            "subject": .string(certificate.subject.description), "issuer": .string(certificate.issuer.description),
            "issuerName": .string(certificate.issuer.commonName ?? certificate.issuer.description),
            "notBefore": .integer(Int(certificate.notBefore)), "notAfter": .integer(Int(certificate.notAfter)),
            "fingerprint": .string(Self.hexadecimal(certificate.fingerprint)), "daysLeft": .integer(Int(left)),
            "isOver": .bool(certificate.notAfter <= now), "isEarly": .bool(certificate.notBefore > now),
            "isEnding": .bool(certificate.notAfter > now && left < Self.careDays),
            "isTrusted": .bool(isTrusted(certificate, at: now)),
        ]
    }

    private func isTrusted(_ certificate: Certificate, at now: Int64) -> Bool {
        let verifier = decisions.verifier
        let verdict = verifier.anchors.verdict(
            on: certificate, chain: [], at: now, revocationLists: verifier.revocationLists)
        guard case .trusted = verdict else { return false }
        return true
    }

    /// "3F A0 …", as certificates' fingerprints are read aloud.
    static func hexadecimal(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }.joined(separator: " ")
    }
}
