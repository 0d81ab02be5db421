import OpenSSLKit
import SignedPDF
import TestSupport

/// Documents, signers and signed files that many tests share.
enum Trial {
    /// 5 January 2026, 08:30 in Vietnam.
    static let signingTime: Int64 = 1_767_576_600
    static let day: Int64 = 86_400
    static let statement = PDFAttachment(
        name: "quyet-dinh.json", description: "Nội dung quyết định, máy đọc được", mimeType: "application/json",
        relationship: .source, bytes: Array(#"{"number":"12-QĐ/ĐU","year":2025}"#.utf8), modified: signingTime)

    static let authority = Result {
        try CertificateTemplate.authority(
            commonName: "Cơ quan chứng thực thử nghiệm", organization: "Ban Cơ yếu",
            notBefore: signingTime - 3650 * day, notAfter: signingTime + 3650 * day
        ).selfSigned(by: .generateP256())
    }
    static let secretary = Result { try signer("Lò Văn Thắng", key: .generateP256()) }
    static let seal = Result { try signer("Đảng ủy xã Bản Bo", key: .generateRSA(bits: 2048)) }
    static let stranger = Result { try signer("Người Lạ", key: .generateP256()) }

    /// Two pages by Cairo: classic cross-references, embedded fonts.
    static let document = Result { try vector("document.pdf") }
    /// One page by Cairo, 200 × 70 points.
    static let mark = Result { try vector("mark.pdf") }

    static let prepared = Result { try PreparedSignature.prepare(document.get(), additions: additions, plan: first()) }
    static let signedOnce = Result { try sign(prepared.get(), by: secretary.get()) }
    static let signedTwice = Result { try sign(.prepare(signedOnce.get(), plan: second()), by: seal.get()) }

    static var additions: PDFAdditions {
        PDFAdditions(language: "vi-VN", attachments: [statement], reservedFields: [seat])
    }
    static let seat = PDFAdditions.Field(
        name: "ConDau", page: 0, rectangle: PDFRectangle(x: 280, y: 90, width: 100, height: 35))

    static func first() throws -> SignaturePlan {
        try SignaturePlan(
            field: "NguoiKy", signerName: "Lò Văn Thắng", reason: "Ban hành quyết định", location: "Lai Châu",
            time: signingTime, certification: .onlyFurtherSignatures,
            mark: .init(
                page: 0, rectangle: PDFRectangle(x: 340, y: 60, width: 200, height: 70), appearance: mark.get()))
    }

    static func second() throws -> SignaturePlan {
        try SignaturePlan(
            field: "ConDau", signerName: "Đảng ủy xã Bản Bo", time: signingTime + 60,
            mark: .init(
                page: 0, rectangle: seat.rectangle, appearance: mark.get()))
    }

    static func sign(_ prepared: PreparedSignature, by identity: SigningIdentity) throws -> [UInt8] {
        try prepared.attaching(DetachedSignature.sign(content: prepared.signedBytes, by: identity, as: .pades))
    }

    static func vector(_ name: String) throws -> [UInt8] {
        try TestFiles.vector("pdf/\(name)")
    }

    private static func signer(_ name: String, key: PrivateKey) throws -> SigningIdentity {
        try CertificateTemplate(
            commonName: name, organization: "Đảng ủy xã Bản Bo", notBefore: signingTime - day,
            notAfter: signingTime + 365 * day
        ).issued(for: key, by: authority.get())
    }
}

extension PyHanko {
    /// Trusts the authority of these signers.
    init() throws { try self.init(trusting: Trial.authority.get().certificate) }
}
