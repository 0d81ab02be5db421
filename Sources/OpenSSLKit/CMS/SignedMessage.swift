import COpenSSL

/// A CMS `SignedData` that has been read, and nothing of it verified.
///
/// OpenSSL is shown it without its certificates: reading their keys would take longer than all the rest, and most are
/// known already from messages before.
@safe struct SignedMessage: ~Copyable {
    let data: SignedData

    private let handle: Owned

    /// The `CMS_ContentInfo`, lent; it has no certificates.
    var pointer: OpaquePointer { unsafe handle.pointer }

    /// Reads strict DER: what OpenSSL would write again must be the bytes given. Only the certificates may stand in any
    /// order, as several programs leave them.
    /// - Throws: `SignatureFlaw`.
    init(der: [UInt8]) throws(SignatureFlaw) {
        guard let data = SignedData(der: der) else { throw Self.flaw(of: der) }
        var bare = data
        bare.certificates = []
        let message = try Self.read(bare.der)
        guard try Self.encode(message) == bare.der else { throw .notDER }
        self.data = data
        handle = message
    }

    /// Why bytes do not have the shape of a message: OpenSSL reads more forms.
    private static func flaw(of bytes: [UInt8]) -> SignatureFlaw {
        do {
            let message = try read(bytes)
            return unsafe OBJ_obj2nid(CMS_get0_type(message.pointer)) == NID_pkcs7_signed ? .notDER : .notSignedData
        } catch {
            return error
        }
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

    private static func encode(_ message: borrowing Owned) throws(SignatureFlaw) -> [UInt8] {
        do {
            return try unsafe ObjectCoding.encode("CMS") { unsafe i2d_CMS_ContentInfo(message.pointer, $0) }
        } catch {
            throw .notDER
        }
    }

    /// The message as OpenSSL has it now, with its certificates.
    /// - Throws: `SignatureFlaw.notDER`.
    func encoded() throws(SignatureFlaw) -> [UInt8] {
        guard var changed = try SignedData(der: Self.encode(handle)) else { throw .notDER }
        changed.certificates = data.certificates
        return changed.der
    }

    /// A content may be embedded, if it is the one given.
    func checkContent(_ content: [UInt8]) throws(SignatureFlaw) {
        guard let embedded = try self.content(of: .data) else { return }
        guard embedded == content else { throw .otherContentEmbedded }
    }

    /// - Throws: `SignatureFlaw.notData`, where the content is missing, too.
    func embeddedContent(of kind: MessageKind) throws(SignatureFlaw) -> [UInt8] {
        guard let content = try content(of: kind) else { throw .notData }
        return content
    }

    private func content(of kind: MessageKind) throws(SignatureFlaw) -> [UInt8]? {
        guard unsafe OBJ_obj2nid(CMS_get0_eContentType(pointer)) == kind.identifier else { throw .notData }
        guard let field = unsafe CMS_get0_content(pointer), let embedded = unsafe field.pointee else { return nil }
        return unsafe ASN1Bytes.copy(embedded)
    }

    /// The one who signed; lives no longer than the message.
    func signer() throws(SignatureFlaw) -> MessageSigner {
        try unsafe MessageSigner(only: CMS_get0_SignerInfos(pointer))
    }

    /// The signer's signature, which is what time stamps are over.
    func signature() throws(SignatureFlaw) -> [UInt8] { try signer().signature }
}
