import Crypto
import Foundation

/// What both ends have of one request for the response to it (RFC 9458 section 4.4).
///
///     encapsulated response = nonce (32) || ciphertext
public struct ResponseKey: Sendable {
    /// The greater of AES-256-GCM's key and nonce.
    static let secretByteCount = 32
    private static let nonceByteCount = 32
    private static let tagByteCount = 16
    static let exportContext = Data("message/bhttp response".utf8)

    /// How much longer than its response a message is.
    public static let overhead = nonceByteCount + tagByteCount

    /// Of `bytes`.
    public static let byteCount = EncapsulatedRequest.keyByteCount + secretByteCount

    private let encapsulatedKey: [UInt8]
    private let secret: SymmetricKey

    init(encapsulatedKey: [UInt8], secret: SymmetricKey) {
        self.encapsulatedKey = encapsulatedKey
        self.secret = secret
    }

    /// - Parameter bytes: encapsulated key and exported secret, as `bytes` had them.
    /// - Throws: `ObliviousFault.length`.
    public init(_ bytes: [UInt8]) throws(ObliviousFault) {
        guard bytes.count == Self.byteCount else { throw .length }
        encapsulatedKey = Array(bytes.prefix(EncapsulatedRequest.keyByteCount))
        secret = SymmetricKey(data: bytes.dropFirst(EncapsulatedRequest.keyByteCount))
    }

    /// A fresh key that nobody else has: what it seals looks like any other response, and opens for nobody.
    public static func ofNobody() -> ResponseKey {
        ResponseKey(
            encapsulatedKey: [UInt8](repeating: 0, count: EncapsulatedRequest.keyByteCount),
            secret: SymmetricKey(size: .bits256))
    }

    /// For keeping on the device that will open the response; never for showing.
    public var bytes: [UInt8] { encapsulatedKey + secret.withUnsafeBytes { Array($0) } }

    // MARK: - Both ends

    /// - Throws: an error of the cryptographic library.
    public func seal(_ response: [UInt8]) throws -> [UInt8] {
        try seal(response, nonce: SymmetricKey(size: .bits256).withUnsafeBytes { Array($0) })
    }

    func seal(_ response: [UInt8], nonce: [UInt8]) throws -> [UInt8] {
        let keys = keys(nonce)
        let box = try AES.GCM.seal(response, using: keys.key, nonce: AES.GCM.Nonce(data: keys.nonce))
        return nonce + box.ciphertext + box.tag
    }

    /// - Throws: `ObliviousFault.length` or `.opening`.
    public func open(_ message: [UInt8]) throws(ObliviousFault) -> [UInt8] {
        guard message.count >= Self.overhead else { throw .length }
        let keys = keys(Array(message.prefix(Self.nonceByteCount)))
        let ciphertext = message[Self.nonceByteCount..<message.count - Self.tagByteCount]
        guard let nonce = try? AES.GCM.Nonce(data: keys.nonce),
            let box = try? AES.GCM.SealedBox(
                nonce: nonce, ciphertext: ciphertext, tag: message.suffix(Self.tagByteCount)),
            let response = try? AES.GCM.open(box, using: keys.key)
        else { throw .opening }
        return Array(response)
    }

    private func keys(_ nonce: [UInt8]) -> ResponseKeys {
        ResponseKeys(secret: secret, salt: encapsulatedKey + nonce, keyByteCount: 32)
    }
}

/// Key and nonce of one response, by HKDF-SHA256.
struct ResponseKeys {
    let extracted: SymmetricKey
    let key: SymmetricKey
    let nonce: [UInt8]

    init(secret: SymmetricKey, salt: [UInt8], keyByteCount: Int) {
        extracted = SymmetricKey(data: HKDF<SHA256>.extract(inputKeyMaterial: secret, salt: salt))
        key = HKDF<SHA256>.expand(
            pseudoRandomKey: extracted, info: Array("key".utf8), outputByteCount: keyByteCount)
        nonce = HKDF<SHA256>.expand(pseudoRandomKey: extracted, info: Array("nonce".utf8), outputByteCount: 12)
            .withUnsafeBytes { Array($0) }
    }
}
