import COpenSSL

/// Which certificate the signer says is its own (RFC 5035).
extension MessageSigner {
    /// Whether signing-certificate-v2 names `certificate` first, and any others it names are among `others`.
    ///
    /// Time stamps may have the older signing-certificate instead, by SHA-1: authorities use it yet, and a certificate
    /// that was issued cannot be given a second one of the same hash.
    func binding(
        to certificate: Certificate, others: [Certificate], of kind: MessageKind
    ) throws -> InspectedSignature.Binding {
        let hasNew = has(NID_id_smime_aa_signingCertificateV2)
        guard hasNew || (kind == .timestampInfo && has(NID_id_smime_aa_signingCertificate)) else { return .missing }
        let stack = try CertificateStack.make([certificate] + others)
        return (hasNew ? newNamingFits(stack) : oldNamingFits(stack)) ? .bound : .mismatched
    }

    private func newNamingFits(_ certificates: borrowing Owned) -> Bool {
        guard let der = naming(NID_id_smime_aa_signingCertificateV2),
            let naming = try? unsafe ObjectCoding.decode(
                der, freedBy: { unsafe ESS_SIGNING_CERT_V2_free($0) }, { unsafe d2i_ESS_SIGNING_CERT_V2(nil, $0, $1) })
        else { return false }
        return unsafe OSSL_ESS_check_signing_certs(nil, naming.pointer, certificates.pointer, 1) == 1
    }

    private func oldNamingFits(_ certificates: borrowing Owned) -> Bool {
        guard let der = naming(NID_id_smime_aa_signingCertificate),
            let naming = try? unsafe ObjectCoding.decode(
                der, freedBy: { unsafe ESS_SIGNING_CERT_free($0) }, { unsafe d2i_ESS_SIGNING_CERT(nil, $0, $1) })
        else { return false }
        return unsafe OSSL_ESS_check_signing_certs(naming.pointer, nil, certificates.pointer, 1) == 1
    }

    private func naming(_ attribute: CInt) -> [UInt8]? {
        unsafe value(of: attribute, V_ASN1_SEQUENCE).map { value in
            unsafe ASN1Bytes.copy(value.assumingMemoryBound(to: ASN1_STRING.self))
        }
    }
}
