import COpenSSL

extension DetachedSignature {
    /// Takes a detached signature apart and verifies it with the certificate inside it.
    ///
    /// Keys and hashes are held to what `sign` uses: RSA of 2048 to 4096 bits (PSS or PKCS#1 v1.5) or P-256; SHA-256,
    /// SHA-384 or SHA-512. Any bytes are safe to give.
    /// - Parameters:
    ///   - der: the signature; strict DER, nothing after it.
    ///   - content: what it should be the signature of.
    ///   - sizeLimit: longest `der` that is looked at, in bytes.
    public static func inspect(
        _ der: [UInt8], content: [UInt8], sizeLimit: Int = 1 << 18
    ) -> SignatureInspection {
        ERR_clear_error()
        defer { ERR_clear_error() }
        do {
            guard der.count <= sizeLimit else { throw SignatureFlaw.tooLarge(limit: sizeLimit) }
            let message = try SignedMessage(der: der)
            try message.checkContent(content)
            return try .inspected(message.inspect(content))
        } catch let flaw as SignatureFlaw {
            return .refused(flaw)
        } catch {
            return .refused(.notInspected)
        }
    }
}
