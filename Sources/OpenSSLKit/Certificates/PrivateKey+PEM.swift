extension PrivateKey {
    private static let plainLabel = "PRIVATE KEY"
    private static let encryptedLabel = "ENCRYPTED PRIVATE KEY"

    /// Reads the first PKCS#8 key of a PEM text; blocks of other kinds are skipped.
    /// - Parameter password: needed for an `ENCRYPTED PRIVATE KEY`, ignored for a plain one.
    /// - Throws: `CredentialError`.
    public convenience init(pem: SecretBytes, password: SecretBytes? = nil) throws {
        let blocks = try unsafe pem.withUnsafeBytes { text in try unsafe PEMBlock.all(in: text) }
        let labels = [Self.plainLabel, Self.encryptedLabel]
        guard let block = blocks.first(where: { labels.contains($0.label) }) else {
            throw CredentialError.noPrivateKey
        }
        guard block.label == Self.encryptedLabel else {
            try self.init(pkcs8: block.payload)
            return
        }
        guard let password else { throw CredentialError.passwordNeeded }
        try self.init(encryptedPKCS8: block.payload.unwipedCopy, password: password)
    }

    /// This key as PEM, not encrypted.
    /// - Throws: `OpenSSLError`.
    public func pem() throws -> SecretBytes {
        let text = try PEMBlock(Self.plainLabel, pkcs8()).encoded()
        return unsafe text.withContents { unsafe SecretBytes(copying: $0) }
    }

    /// This key as PEM, encrypted as `encryptedPKCS8(password:)` is.
    /// - Throws: `OpenSSLError`.
    public func pem(password: SecretBytes) throws -> [UInt8] {
        let encrypted = try SecretBytes(copying: encryptedPKCS8(password: password))
        return try PEMBlock(Self.encryptedLabel, encrypted).encoded().contents
    }
}
