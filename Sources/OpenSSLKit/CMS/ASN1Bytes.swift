import COpenSSL

/// The bytes of ASN.1 strings.
enum ASN1Bytes {
    static func copy(_ string: UnsafePointer<ASN1_STRING>) -> [UInt8] {
        let count = unsafe max(0, Int(ASN1_STRING_length(string)))
        guard let start = unsafe ASN1_STRING_get0_data(string) else { return [] }
        return unsafe [UInt8](UnsafeBufferPointer(start: start, count: count))
    }
}
