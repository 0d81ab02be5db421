import COpenSSL

/// The hash functions that signatures may use, by the numbers they have in OpenSSL.
package enum SignatureDigest: CaseIterable {
    case sha256, sha384, sha512

    /// The function that OpenSSL knows by `identifier`; nil for all others, SHA-1 and MD5 among them.
    init?(identifier: CInt) {
        guard let known = Self.allCases.first(where: { $0.identifier == identifier }) else { return nil }
        self = known
    }

    var identifier: CInt {
        switch self {
        case .sha256: NID_sha256
        case .sha384: NID_sha384
        case .sha512: NID_sha512
        }
    }

    /// The `EVP_MD`, which lives as long as the process.
    var function: OpaquePointer? {
        switch self {
        case .sha256: unsafe EVP_sha256()
        case .sha384: unsafe EVP_sha384()
        case .sha512: unsafe EVP_sha512()
        }
    }

    package func hash(_ bytes: [UInt8]) throws(OpenSSLError) -> [UInt8] {
        var hash = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
        var count: CUnsignedInt = 0
        try require("hashing") { unsafe EVP_Digest(bytes, bytes.count, &hash, &count, function, nil) }
        return Array(hash.prefix(Int(count)))
    }
}
