import Crypto
import Foundation

/// A request as it goes through a relay (RFC 9458 section 4.3), taken apart but not opened.
///
///     header (7) || encapsulated key (65) || ciphertext
public struct EncapsulatedRequest: Sendable, Hashable {
    public static let headerByteCount = 7
    static let keyByteCount = 65
    private static let tagByteCount = 16

    /// How much longer than its request a message is.
    public static let overhead = headerByteCount + keyByteCount + tagByteCount

    public let bytes: [UInt8]

    /// - Throws: `ObliviousFault.length`.
    public init(_ bytes: [UInt8]) throws(ObliviousFault) {
        guard bytes.count >= Self.overhead else { throw .length }
        self.bytes = bytes
    }

    /// Says which of a gateway's keys it is for, and by which algorithms.
    public var header: ArraySlice<UInt8> { bytes[..<Self.headerByteCount] }

    /// Uncompressed SEC1 where the sender went by the rules.
    var encapsulatedKey: ArraySlice<UInt8> { bytes[Self.headerByteCount...].prefix(Self.keyByteCount) }

    var ciphertext: ArraySlice<UInt8> { bytes[(Self.headerByteCount + Self.keyByteCount)...] }

    /// Seals a request to a gateway, under an ephemeral key of its own.
    /// - Returns: the message, and what opens the response to it, to be kept before the message is sent.
    /// - Throws: an error of the cryptographic library.
    public static func sealing(
        _ request: [UInt8], to gateway: KeyConfiguration
    ) throws -> (message: EncapsulatedRequest, response: ResponseKey) {
        var sender = try HPKE.Sender(
            recipientKey: gateway.key, ciphersuite: KeyConfiguration.suite,
            info: KeyConfiguration.info(header: gateway.header))
        let ciphertext = try sender.seal(request)
        let secret = try sender.exportSecret(
            context: ResponseKey.exportContext, outputByteCount: ResponseKey.secretByteCount)
        let message = try EncapsulatedRequest(gateway.header + sender.encapsulatedKey + ciphertext)
        return (message, ResponseKey(encapsulatedKey: Array(sender.encapsulatedKey), secret: secret))
    }
}
