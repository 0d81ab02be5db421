import COpenSSL

/// A key's algorithm and size.
public enum KeyKind: Sendable, Hashable, CustomStringConvertible {
    case rsa(bits: Int)
    case p256
    /// Any other, by OpenSSL's name for it.
    case other(String, bits: Int)

    /// Whether signatures are made and accepted with such a key: RSA of 2048 to 4096 bits, or P-256.
    ///
    /// The floor is that of circular 15/2025/TT-BKHCN (annex, 1.2); the ceiling keeps hostile keys cheap to check.
    public var isAccepted: Bool {
        switch self {
        case .rsa(let bits): (2048...4096).contains(bits)
        case .p256: true
        case .other: false
        }
    }

    public var description: String {
        switch self {
        case .rsa(let bits): "RSA-\(bits)"
        case .p256: "P-256"
        case .other(let name, let bits): "\(name)-\(bits)"
        }
    }

    /// The kind of an `EVP_PKEY`; NULL is what OpenSSL answers for an algorithm that it does not know.
    init(of key: OpaquePointer?) {
        guard let key = unsafe key else {
            self = .other("unknown", bits: 0)
            return
        }
        let bits = unsafe Int(EVP_PKEY_get_bits(key))
        if unsafe EVP_PKEY_is_a(key, "RSA") == 1 {
            self = .rsa(bits: bits)
        } else if unsafe EVP_PKEY_is_a(key, "EC") == 1, unsafe Self.group(of: key) == "prime256v1" {
            self = .p256
        } else {
            let name = unsafe EVP_PKEY_get0_type_name(key)
            self = unsafe .other(name.map { unsafe String(cString: $0) } ?? "unknown", bits: bits)
        }
    }

    private static func group(of key: OpaquePointer) -> String {
        unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: 64) { name in
            guard let start = name.baseAddress else { return "" }
            var count = 0
            guard unsafe EVP_PKEY_get_group_name(key, start, name.count, &count) == 1 else { return "" }
            return unsafe String(cString: start)
        }
    }
}
