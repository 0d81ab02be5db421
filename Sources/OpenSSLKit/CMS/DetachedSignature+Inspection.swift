import COpenSSL

extension DetachedSignature {
    /// Takes a detached signature apart and verifies it with the certificate inside it.
    ///
    /// Other programs' signatures are read as well as ours: RSA of 2048 to 4096 bits (PSS or PKCS#1 v1.5), P-256 or
    /// P-384; SHA-256, SHA-384 or SHA-512; any other attributes and certificates. Any bytes are safe to give.
    /// - Parameters:
    ///   - der: the signature, with nothing after it. BER, such as the indefinite lengths of streams, is refused as
    ///     `notDER`; the certificates may be in any order.
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
