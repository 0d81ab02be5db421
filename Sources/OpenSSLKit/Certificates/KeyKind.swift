import COpenSSL

/// A key's algorithm and size.
public enum KeyKind: Sendable, Hashable, CustomStringConvertible {
    case rsa(bits: Int)
    case p256
    case p384
    /// Any other, by OpenSSL's name for it.
    case other(String, bits: Int)

    /// Whether signatures are made with such a key: RSA of 2048 to 4096 bits, or P-256.
    ///
    /// The floor is that of circular 15/2025/TT-BKHCN (annex, 1.2); the ceiling keeps hostile keys cheap to check.
    public var isAccepted: Bool {
        switch self {
        case .rsa(let bits): (2048...4096).contains(bits)
        case .p256: true
        case .p384, .other: false
        }
    }

    /// Whether signatures that others made with such a key are accepted: those, and P-384.
    public var isVerifiable: Bool { isAccepted || self == .p384 }

    public var description: String {
        switch self {
        case .rsa(let bits): "RSA-\(bits)"
        case .p256: "P-256"
        case .p384: "P-384"
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
        } else if unsafe EVP_PKEY_is_a(key, "EC") == 1, let curve = unsafe Self.curve(of: key) {
            self = curve
        } else {
            let name = unsafe EVP_PKEY_get0_type_name(key)
            self = unsafe .other(name.map { unsafe String(cString: $0) } ?? "unknown", bits: bits)
        }
    }

    private static func curve(of key: OpaquePointer) -> KeyKind? {
        unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: 64) { name in
            guard let start = name.baseAddress else { return nil }
            var count = 0
            guard unsafe EVP_PKEY_get_group_name(key, start, name.count, &count) == 1 else { return nil }
            return unsafe named[String(cString: start)]
        }
    }

    /// Curves by OpenSSL's names for them.
    private static let named: [String: KeyKind] = ["prime256v1": .p256, "secp384r1": .p384]
}
