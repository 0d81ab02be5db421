import COpenSSL

extension RevocationList {
    /// Longest list that is read, DER or PEM, in bytes.
    public static let sizeLimit = 1 << 24

    private static let label = "X509 CRL"

    /// - Parameter der: one list in DER, with nothing after it.
    /// - Throws: `CredentialError.malformed`, `.tooLarge`.
    public convenience init(der: [UInt8]) throws {
        guard der.count <= Self.sizeLimit else { throw CredentialError.tooLarge(limit: Self.sizeLimit) }
        let handle = try CredentialError.reading("revocation list") { () throws(ObjectCoding.Fault) in
            try unsafe ObjectCoding.decode(der, freedBy: { unsafe X509_CRL_free($0) }) {
                unsafe d2i_X509_CRL(nil, $0, $1)
            }
        }
        let again = try unsafe ObjectCoding.encode("encoding a revocation list") {
            unsafe i2d_X509_CRL(handle.pointer, $0)
        }
        guard again == der else { throw CredentialError.malformed("revocation list: not DER") }
        try self.init(adopting: handle, der: der)
    }

    /// All lists of a PEM text, in order; blocks of other kinds are skipped.
    /// - Throws: `CredentialError.malformed` where there is none, or one of them is damaged; `.tooLarge`.
    public static func all(pem: [UInt8]) throws -> [RevocationList] {
        guard pem.count <= sizeLimit else { throw CredentialError.tooLarge(limit: sizeLimit) }
        let blocks = try unsafe pem.withUnsafeBytes { text in try unsafe PEMBlock.all(in: text) }
        let lists = try blocks.filter { $0.label == label }.map { try RevocationList(der: $0.payload.unwipedCopy) }
        guard !lists.isEmpty else {
            throw CredentialError.malformed("no revocation list found; expected a block BEGIN \(label)")
        }
        return lists
    }

    /// Reads a file as authorities publish them, which is DER mostly and PEM sometimes.
    /// - Throws: as `init(der:)` and `all(pem:)`.
    public static func all(file: [UInt8]) throws -> [RevocationList] {
        let sequence: UInt8 = 0x30
        return file.first == sequence ? [try RevocationList(der: file)] : try all(pem: file)
    }
}
