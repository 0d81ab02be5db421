import COpenSSL

/// A CMS `SignedData` that has been read, and nothing of it verified.
@safe struct SignedMessage: ~Copyable {
    private let handle: Owned

    /// Reads strict DER: what OpenSSL would write again must be the bytes given.
    /// - Throws: `SignatureFlaw`.
    init(der: [UInt8]) throws {
        let message = try Self.read(der)
        let again = try? unsafe ObjectCoding.encode("CMS") { unsafe i2d_CMS_ContentInfo(message.pointer, $0) }
        guard again == der else { throw SignatureFlaw.notDER }
        guard unsafe OBJ_obj2nid(CMS_get0_type(message.pointer)) == NID_pkcs7_signed else {
            throw SignatureFlaw.notSignedData
        }
        handle = message
    }

    private static func read(_ der: [UInt8]) throws(SignatureFlaw) -> Owned {
        do {
            return try unsafe ObjectCoding.decode(der, freedBy: { unsafe CMS_ContentInfo_free($0) }) {
                unsafe d2i_CMS_ContentInfo(nil, $0, $1)
            }
        } catch .trailingBytes {
            throw .trailingBytes
        } catch {
            throw .notCMS
        }
    }

    /// A content may be embedded, if it is the one given.
    func checkContent(_ content: [UInt8]) throws(SignatureFlaw) {
        guard unsafe OBJ_obj2nid(CMS_get0_eContentType(handle.pointer)) == NID_pkcs7_data else { throw .notData }
        guard let field = unsafe CMS_get0_content(handle.pointer), let embedded = unsafe field.pointee else { return }
        guard unsafe ASN1Bytes.copy(embedded) == content else { throw .otherContentEmbedded }
    }

    func inspect(_ content: [UInt8]) throws -> InspectedSignature {
        let signer = try unsafe MessageSigner(only: CMS_get0_SignerInfos(handle.pointer))
        let certificates = try certificates()
        let own = certificates.filter(signer.isNamed(by:))
        guard own.count == 1 else { throw SignatureFlaw.noSignerCertificate }
        let others = certificates.filter { $0 != own[0] }
        return InspectedSignature(
            integrity: try signer.integrity(over: content, certificate: own[0]),
            binding: try signer.binding(to: own[0], others: others),
            signer: own[0],
            otherCertificates: others,
            signingTime: try signer.signingTime())
    }

    private func certificates() throws -> [Certificate] {
        do {
            return try unsafe CertificateStack.read(
                Owned(CMS_get1_certs(handle.pointer), freedBy: shim_free_certificates))
        } catch {
            throw SignatureFlaw.unreadableCertificate
        }
    }
}
