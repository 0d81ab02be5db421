import COpenSSL

extension Certificate {
    /// Longest certificate that is read, in bytes.
    public static let sizeLimit = 1 << 16

    /// Longest PEM text that is read, in bytes.
    public static let textLimit = 1 << 20

    private static let label = "CERTIFICATE"

    /// - Parameter der: one certificate in DER, with nothing after it.
    /// - Throws: `CredentialError.malformed`, `.tooLarge`.
    public convenience init(der: [UInt8]) throws {
        guard der.count <= Self.sizeLimit else { throw CredentialError.tooLarge(limit: Self.sizeLimit) }
        let handle = try CredentialError.reading("certificate") { () throws(ObjectCoding.Fault) in
            try unsafe ObjectCoding.decode(der, freedBy: { unsafe X509_free($0) }) { unsafe d2i_X509(nil, $0, $1) }
        }
        try self.init(adopting: handle)
        guard self.der == der else { throw CredentialError.malformed("certificate: not DER") }
    }

    /// - Parameter pem: PEM text with exactly one certificate.
    /// - Throws: `CredentialError`.
    public convenience init(pem: [UInt8]) throws {
        let blocks = try Self.blocks(pem)
        guard blocks.count == 1 else {
            throw CredentialError.malformed("PEM: \(blocks.count) certificates where one is expected")
        }
        try self.init(der: blocks[0].payload.unwipedCopy)
    }

    /// All certificates of a PEM text, in order; blocks of other kinds are skipped.
    /// - Throws: `CredentialError.noCertificate` where there is none; `.malformed` where one of them is damaged.
    public static func all(pem: [UInt8]) throws -> [Certificate] {
        try blocks(pem).map { try Certificate(der: $0.payload.unwipedCopy) }
    }

    /// This certificate as PEM text.
    /// - Throws: `OpenSSLError`.
    public func pem() throws -> [UInt8] {
        try PEMBlock(Self.label, SecretBytes(copying: der)).encoded().contents
    }

    /// Takes over an `X509` that OpenSSL handed out.
    convenience init(adopting handle: consuming Owned) throws {
        let der = try unsafe ObjectCoding.encode("encoding a certificate") { unsafe i2d_X509(handle.pointer, $0) }
        try self.init(adopting: handle, der: der)
    }

    /// Takes a reference to an `X509` that stays its owner's.
    convenience init(sharing pointer: OpaquePointer) throws {
        try self.init(
            adopting: unsafe Owned("sharing a certificate", freedBy: { unsafe X509_free($0) }) {
                unsafe X509_up_ref(pointer) == 1 ? pointer : nil
            })
    }

    private static func blocks(_ pem: [UInt8]) throws -> [PEMBlock] {
        guard pem.count <= textLimit else { throw CredentialError.tooLarge(limit: textLimit) }
        let blocks = try unsafe pem.withUnsafeBytes { text in try unsafe PEMBlock.all(in: text) }
            .filter { $0.label == label }
        guard !blocks.isEmpty else { throw CredentialError.noCertificate }
        return blocks
    }
}

/// Fields as they stand in the certificate, in DER.
extension Certificate {
    /// - Throws: `OpenSSLError`.
    func issuerDER() throws(OpenSSLError) -> [UInt8] {
        try unsafe ObjectCoding.encode("encoding an issuer") { unsafe i2d_X509_NAME(X509_get_issuer_name(pointer), $0) }
    }

    /// - Throws: `OpenSSLError`.
    func serialDER() throws(OpenSSLError) -> [UInt8] {
        try unsafe ObjectCoding.encode("encoding a serial number") {
            unsafe i2d_ASN1_INTEGER(X509_get0_serialNumber(pointer), $0)
        }
    }
}
