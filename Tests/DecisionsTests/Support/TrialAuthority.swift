import Foundation
import OpenSSLKit
import TestSupport
import Testing

/// A time stamp authority with a root of its own, and the lists of the signers' authority, by the `openssl` command.
struct TrialAuthority {
    let shop: Workshop
    let stampRoot: Certificate

    var stampAnchors: TrustAnchors { TrustAnchors([stampRoot]) }

    init() throws {
        shop = try Workshop()
        try shop.write(Self.settings, to: "tsa.cnf")
        try shop(Self.request("root") + ["-x509", "-days", "30", "-config", "tsa.cnf", "-extensions", "authority"])
        try shop(Self.request("tsa"))
        try shop(
            "openssl x509 -req -in tsa.out -CA root.out -CAkey root.key -out tsa.crt -set_serial 7 -days 30 "
                + "-extfile tsa.cnf -extensions stamper")
        stampRoot = try Certificate(pem: shop.read("root.out"))
        let signers = try Signers.shared.get()
        try shop.write(signers.root.certificate.pem(), to: "signers.crt")
        try shop.write(signers.root.key.pem().unwipedCopy, to: "signers.key")
    }

    private static func request(_ name: String) -> [String] {
        ["openssl", "req", "-new", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"]
            + ["-keyout", "\(name).key", "-out", "\(name).out", "-subj", "/CN=\(name)"]
    }

    private static let settings = """
        [req]
        distinguished_name = nobody
        [nobody]
        [authority]
        basicConstraints = critical,CA:TRUE
        keyUsage = critical,keyCertSign,cRLSign
        [stamper]
        keyUsage = critical,digitalSignature
        extendedKeyUsage = critical,timeStamping
        [trial]
        serial = serial
        default_policy = 1.2.3.4.1
        digests = sha256
        signer_digest = sha256
        ess_cert_id_alg = sha256

        """

    /// The signature with a time stamp over it: of now.
    func stamp(_ signature: [UInt8]) throws -> (signature: [UInt8], time: Int64) {
        let token = try token(answering: DetachedSignature.timestampRequest(for: signature))
        return (try DetachedSignature.adding(timestamp: token, to: signature), token.time)
    }

    func token(over content: [UInt8]) throws -> TimestampToken { try token(answering: TimestampRequest(over: content)) }

    func token(answering request: TimestampRequest) throws -> TimestampToken {
        try shop.write(request.der, to: "query")
        try shop(
            "openssl ts -reply -config tsa.cnf -section trial -queryfile query -signer tsa.crt -inkey tsa.key -out reply"
        )
        return try request.token(in: shop.read("reply"), at: Self.now, trusting: stampAnchors)
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
