import Crypto

extension StaffToken {
    /// SHA-256 of a token as its holder presents it.
    public static func digest(of token: [UInt8]) -> [UInt8] { Array(SHA256.hash(data: token)) }
}
