import COpenSSL

extension OpenSSLError {
    /// Whether the newest error of this thread says that an algorithm is not on offer.
    static var lastIsUnsupported: Bool {
        let reason = ERR_GET_REASON(ERR_peek_last_error())
        return reason == ERR_R_UNSUPPORTED || reason == EVP_R_UNSUPPORTED_ALGORITHM
    }
}
