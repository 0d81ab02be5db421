public import OpenSSLKit

/// What Blind (RFC 9474 section 4.2) makes of a prepared message.
public struct BlindedMessage: Sendable {
    /// blinded_msg: what the signer gets to see, as long as the modulus.
    public let bytes: [UInt8]

    /// What undoes the blinding; never leaves the one who blinds.
    public let factor: BlindingFactor
}
