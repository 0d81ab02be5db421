import COpenSSL

extension SignedMessage {
    /// - Throws: `SignatureFlaw`.
    func inspect(_ content: [UInt8], of kind: MessageKind = .data) throws -> InspectedSignature {
        let signer = try signer()
        let certificates = try certificates()
        let own = certificates.filter(signer.isNamed(by:))
        guard own.count == 1 else { throw SignatureFlaw.noSignerCertificate }
        let others = certificates.filter { $0 != own[0] }
        return InspectedSignature(
            integrity: try signer.integrity(over: content, of: kind, certificate: own[0]),
            binding: try signer.binding(to: own[0], others: others, of: kind),
            signer: own[0],
            otherCertificates: others,
            signingTime: try signer.signingTime(),
            // A token's own are left alone, so that nobody can nest them.
            timestamps: kind == .data ? signer.timestamps() : [])
    }

    /// Each once.
    private func certificates() throws(SignatureFlaw) -> [Certificate] {
        var seen: Set<Certificate> = []
        do {
            return try data.certificates.map(CertificateCache.shared.certificate(der:))
                .filter { seen.insert($0).inserted }
        } catch {
            throw .unreadableCertificate
        }
    }
}

/// What a signed message is about.
enum MessageKind {
    /// Plain data (id-data): documents.
    case data
    /// `TSTInfo` (id-ct-TSTInfo, RFC 3161).
    case timestampInfo

    /// OpenSSL's number of the content type.
    var identifier: CInt {
        switch self {
        case .data: NID_pkcs7_data
        case .timestampInfo: NID_id_smime_ct_TSTInfo
        }
    }
}
