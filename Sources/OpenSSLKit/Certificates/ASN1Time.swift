import COpenSSL

/// Instants between ASN.1 (UTCTime and GeneralizedTime) and seconds since 1970.
enum ASN1Time {
    /// - Throws: `CredentialError.malformed` where `time` is not a well-formed instant.
    static func seconds(_ time: UnsafePointer<ASN1_TIME>?) throws -> Int64 {
        let epoch = try make(0)
        var days: CInt = 0
        var rest: CInt = 0
        ERR_clear_error()
        guard let time = unsafe time,
            unsafe ASN1_TIME_diff(&days, &rest, UnsafePointer(epoch.pointer), time) == 1
        else {
            ERR_clear_error()
            throw CredentialError.malformed("not an instant")
        }
        return Int64(days) * 86_400 + Int64(rest)
    }

    /// UTCTime up to 2049, GeneralizedTime from 2050 on, as RFC 5280 section 4.1.2.5 and RFC 5652 section 11.3 ask.
    static func make(_ seconds: Int64) throws(OpenSSLError) -> Owned {
        try unsafe Owned("writing an instant", freedBy: { unsafe ASN1_TIME_free(UnsafeMutablePointer($0)) }) {
            unsafe OpaquePointer(ASN1_TIME_set(nil, time_t(seconds)))
        }
    }

    /// As `make`, encoded.
    static func der(_ seconds: Int64) throws(OpenSSLError) -> [UInt8] {
        let time = try make(seconds)
        return try unsafe ObjectCoding.encode("encoding an instant") {
            unsafe i2d_ASN1_TIME(UnsafePointer(time.pointer), $0)
        }
    }
}
