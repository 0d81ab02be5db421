import AccountSecurity
import OpenSSLKit
import StrictEncoding

/// A password as it is kept: scrypt with its parameters and salt in the record, so that they can grow later.
///
///     scrypt$n$r$p$salt$hash        (numbers decimal, bytes base64url)
struct PasswordRecord {
    /// 32 MiB a guess.
    private static let cost: (n: UInt64, r: UInt64, p: UInt64) = (1 << 15, 8, 1)
    private static let saltByteCount = 16
    private static let hashByteCount = 32

    let text: String

    init(stored text: String) { self.text = text }

    /// Takes a tenth of a second by design: never on an event loop.
    /// - Throws: `OpenSSLError`.
    init(of password: String) throws {
        let salt = try SecretBytes(random: Self.saltByteCount).unwipedCopy
        let hash = try Self.hash(PasswordPolicy.normalised(password), salt: salt, Self.cost)
        let numbers = "\(Self.cost.n)$\(Self.cost.r)$\(Self.cost.p)"
        text = "scrypt$\(numbers)$\(Base64URL.encode(salt))$\(Base64URL.encode(hash.unwipedCopy))"
    }

    /// In one spelling (NFC), and where it was kept before passwords were composed, as typed.
    /// - Throws: `OpenSSLError`, `MalformedInput` if the record is not one of ours.
    func matches(_ password: String) throws -> Bool {
        let composed = PasswordPolicy.normalised(password)
        if try isOf(composed) { return true }
        return try !composed.utf8.elementsEqual(password.utf8) && isOf(password)
    }

    private func isOf(_ password: String) throws -> Bool {
        let parts = text.split(separator: "$", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 6, parts[0] == "scrypt", let n = UInt64(parts[1]), let r = UInt64(parts[2]),
            let p = UInt64(parts[3])
        else { throw MalformedInput(.wrongValue, at: "password record") }
        let hash = try Self.hash(password, salt: Base64URL.decode(parts[4]), (n, r, p))
        return hash.isEqual(to: SecretBytes(copying: try Base64URL.decode(parts[5])))
    }

    private static func hash(
        _ password: String, salt: [UInt8], _ cost: (n: UInt64, r: UInt64, p: UInt64)
    ) throws -> SecretBytes {
        try Derivation.scrypt(
            password: Array(password.utf8), salt: salt, n: cost.n, r: cost.r, p: cost.p, count: hashByteCount)
    }
}
