import OpenSSLKit
import TestSupport

/// Keys, authorities and signers that many tests share.
enum Trial {
    /// 1 January 2026, 00:00 UTC.
    static let newYear: Int64 = 1_767_225_600
    static let day: Int64 = 86_400
    static let content = Array("Công nhận Chi bộ Bản Hon 1 đạt “chi bộ bốn tốt” năm 2025".utf8)
    static let organization = "Đảng ủy xã Bản Bo"

    static let authority = Result { try root("Cơ quan chứng thực thử nghiệm").selfSigned(by: .generateP256()) }
    static let rsaSigner = Result {
        try signer("Lò Văn Thắng").issued(for: .generateRSA(bits: 2048), by: authority.get())
    }
    static let p256Signer = Result { try signer("Vàng Thị Mỷ").issued(for: .generateP256(), by: authority.get()) }

    static func root(_ name: String) -> CertificateTemplate {
        .authority(
            commonName: name, organization: organization,
            notBefore: newYear - 3650 * day, notAfter: newYear + 3650 * day)
    }

    static func signer(_ name: String) -> CertificateTemplate {
        CertificateTemplate(
            commonName: name, organization: organization, notBefore: newYear - day, notAfter: newYear + 365 * day)
    }

    static func signers() throws -> [SigningIdentity] { try [rsaSigner.get(), p256Signer.get()] }

    static func password(_ text: String = "mật khẩu 1") -> SecretBytes { SecretBytes(copying: Array(text.utf8)) }
}

extension OpenSSLCommand {
    /// Leaves `name.crt`, `name.key` (PEM, not encrypted) and `name.chain` in the folder.
    func write(_ identity: SigningIdentity, as name: String) throws {
        try write(identity.certificate.pem(), to: "\(name).crt")
        try write(identity.key.pem().unwipedCopy, to: "\(name).key")
        try write(identity.chain.flatMap { try $0.pem() }, to: "\(name).chain")
    }
}
