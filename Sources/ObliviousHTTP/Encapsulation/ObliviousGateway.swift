import Crypto
import Foundation

/// A gateway, by its key pair (RFC 9458 section 3): opens what was sealed under its configuration.
public struct ObliviousGateway: Sendable {
    public static let byteCount = 32

    public let configuration: KeyConfiguration
    private let key: P256.KeyAgreement.PrivateKey

    /// A fresh key.
    public init(identifier: UInt8) { self.init(identifier: identifier, P256.KeyAgreement.PrivateKey()) }

    /// - Throws: `ObliviousFault.key` unless the bytes are a scalar from 1 to n − 1.
    public init(identifier: UInt8, scalar: [UInt8]) throws(ObliviousFault) {
        guard scalar.count == Self.byteCount,
            let key = try? P256.KeyAgreement.PrivateKey(rawRepresentation: scalar)
        else { throw .key }
        self.init(identifier: identifier, key)
    }

    private init(identifier: UInt8, _ key: P256.KeyAgreement.PrivateKey) {
        self.key = key
        configuration = KeyConfiguration(identifier: identifier, key.publicKey)
    }

    /// The private scalar, 32 bytes: for keeping, never for showing.
    public var scalar: [UInt8] { Array(key.rawRepresentation) }

    /// - Returns: the request inside, not looked at, and what seals the response to it.
    /// - Throws: `ObliviousFault.key`, `.suite`, `.point` or `.opening`.
    public func open(
        _ message: EncapsulatedRequest
    ) throws(ObliviousFault) -> (request: [UInt8], response: ResponseKey) {
        guard message.header.first == configuration.identifier else { throw .key }
        guard message.header.elementsEqual(configuration.header) else { throw .suite }
        let encapsulated = message.encapsulatedKey
        // The library would take a hybrid encoding too: a second form of one message.
        guard encapsulated.first == 0x04,
            var recipient = try? HPKE.Recipient(
                privateKey: key, ciphersuite: KeyConfiguration.suite,
                info: KeyConfiguration.info(header: configuration.header), encapsulatedKey: Data(encapsulated))
        else { throw .point }
        guard let request = try? recipient.open(message.ciphertext),
            let secret = try? recipient.exportSecret(
                context: ResponseKey.exportContext, outputByteCount: ResponseKey.secretByteCount)
        else { throw .opening }
        return (Array(request), ResponseKey(encapsulatedKey: Array(encapsulated), secret: secret))
    }
}
