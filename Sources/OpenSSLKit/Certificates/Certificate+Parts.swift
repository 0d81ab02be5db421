import COpenSSL

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
