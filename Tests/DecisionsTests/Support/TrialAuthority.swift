import Foundation
import OpenSSLKit
import TestSupport
import Testing

/// A time stamp authority with a root of its own, and the lists of the signers' authority, by the `openssl` command.
struct TrialAuthority {
    private let shop: Workshop
    private let stamps: TimestampIssuer

    var stampRoot: Certificate { stamps.root }
    var stampAnchors: TrustAnchors { stamps.anchors }

    init() throws {
        shop = try Workshop()
        stamps = try TimestampIssuer(in: shop)
        let signers = try Signers.shared.get()
        try shop.write(signers.root.certificate.pem(), to: "signers.crt")
        try shop.write(signers.root.key.pem().unwipedCopy, to: "signers.key")
    }

    /// The signature with a time stamp over it: of now.
    func stamp(_ signature: [UInt8]) throws -> (signature: [UInt8], time: Int64) {
        let token = try token(answering: DetachedSignature.timestampRequest(for: signature))
        return (try DetachedSignature.adding(timestamp: token, to: signature), token.time)
    }

    func token(over content: [UInt8]) throws -> TimestampToken { try token(answering: TimestampRequest(over: content)) }

    func token(answering request: TimestampRequest) throws -> TimestampToken {
        try stamps.token(answering: request, at: Self.now)
    }

    static var now: Int64 { Int64(Date().timeIntervalSince1970) }

    /// What the signers' authority says it revoked.
    func list(revoking certificate: Certificate? = nil, at time: Int64 = 0, from issue: Int64) throws -> RevocationList
    {
        let revoked = certificate.map { [OpenSSLCommand.Revoked(certificate: $0, time: time)] } ?? []
        let pem = try OpenSSLCommand(in: shop).revocationList(
            by: "signers", of: revoked, from: issue, to: issue + 365 * Signers.day)
        return try #require(RevocationList.all(pem: pem).first)
    }
}
