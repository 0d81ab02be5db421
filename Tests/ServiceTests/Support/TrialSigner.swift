import Foundation
import OpenSSLKit
import Recognition
import TestSupport

@testable import Service

/// A trial authority, and under it a signer's certificate and that of the signer's body.
struct TrialSigner: Sendable {
    static let password = "mat-khau-khoa-ky"

    private static let body = "Đảng ủy xã Bum Tở"

    let authority: Certificate
    let pkcs12: [UInt8]

    /// The body's own, for its seal; of the same password.
    let sealPKCS12: [UInt8]
    let signer: Signer

    init(at now: Int64) throws {
        let (start, end) = (now - 86_400, now + 400 * 86_400)
        let root = try CertificateTemplate.authority(commonName: "CA dùng thử", notBefore: start, notAfter: end)
            .selfSigned(by: PrivateKey.generateP256())
        func pkcs12(_ name: String) throws -> [UInt8] {
            let identity = try CertificateTemplate(
                commonName: name, organization: Self.body, notBefore: start, notAfter: end,
                keyUsage: [.digitalSignature, .nonRepudiation]
            ).issued(for: PrivateKey.generateP256(), by: root)
            // What makes a real file hard to break into would make every test slow.
            return try identity.pkcs12(password: SecretBytes(copying: Array(Self.password.utf8)), iterations: 1)
        }
        authority = root.certificate
        (self.pkcs12, sealPKCS12) = (try pkcs12("Nguyễn Văn Thắng"), try pkcs12(Self.body))
        signer = try Signer(name: "Nguyễn Văn Thắng", position: "Bí thư")
    }

    /// Makes of an installation one to try things out with, whose signer this is.
    func lay(in trial: TrialFolder) throws {
        try FileManager.default.createDirectory(atPath: trial.trusted, withIntermediateDirectories: true)
        try TemporaryFolder.write(Array("\(Self.password)\n".utf8), to: trial.signerPassword)
        try TemporaryFolder.write(pkcs12, to: trial.signer)
    }

    /// The key as a token outside the service would hold it.
    func identity() throws -> SigningIdentity { try Self.identity(pkcs12) }

    /// The body's.
    func sealIdentity() throws -> SigningIdentity { try Self.identity(sealPKCS12) }

    private static func identity(_ pkcs12: [UInt8]) throws -> SigningIdentity {
        try SigningIdentity(pkcs12: pkcs12, password: SecretBytes(copying: Array(password.utf8)))
    }
}
