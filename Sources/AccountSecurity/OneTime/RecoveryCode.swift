import Crypto
import StrictEncoding

/// A code on paper for whoever lost phone and key: good once, kept as a digest.
///
/// 120 random bits, above what ASVS 5.0 (6.5.2) asks of codes that are hashed without a salt.
public struct RecoveryCode: Sendable {
    /// How many are handed out together.
    public static let setCount = 10

    private static let characterCount = 24
    private static let domain = Array("phieukin recovery code\0".utf8)

    /// In the alphabet of Crockford's base32, no hyphens.
    private let text: String

    /// Nil for what cannot be one.
    public init?(typed: String) {
        guard let text = Crockford.normalised(typed), text.count == Self.characterCount else { return nil }
        self.text = text
    }

    private init() {
        let bytes = SymmetricKey(size: .init(bitCount: Self.characterCount * 5)).withUnsafeBytes(Array.init)
        text = Crockford.encode(bytes, count: Self.characterCount)
    }

    public static func freshSet() -> [RecoveryCode] { (0..<setCount).map { _ in RecoveryCode() } }

    /// As it stands on paper: "7KQ2-M0XD-…".
    public var printed: String { Crockford.grouped(text, by: 4) }

    public var digest: [UInt8] { Array(SHA256.hash(data: Self.domain + Array(text.utf8))) }
}
