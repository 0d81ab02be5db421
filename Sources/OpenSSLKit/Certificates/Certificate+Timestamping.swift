import COpenSSL

extension Certificate {
    /// Whether it is a time stamp authority's (RFC 3161, section 2.3): extended key usage is critical and time stamping
    /// alone, and key usage, where there is any, is for signing alone.
    public var isForTimestamping: Bool {
        defer { ERR_clear_error() }
        return unsafe X509_check_purpose(pointer, X509_PURPOSE_TIMESTAMP_SIGN, 0) == 1
    }

    /// Whether it may be relied on for `purpose`, if at all.
    func isFit(for purpose: CertificatePurpose) -> Bool {
        switch purpose {
        case .signing: isForSigning
        case .timestamping: isForTimestamping
        }
    }
}
