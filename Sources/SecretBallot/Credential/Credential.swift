/// A voter's key: asks for the tokens, and says that the slips were found.
public struct Credential: Sendable {
    private let key: SigningKey

    init(key: SigningKey) { self.key = key }

    public var publicKey: VerifyingKey { key.publicKey }

    /// The private scalar, 32 bytes; only the voter's device keeps it.
    public var scalar: [UInt8] { key.scalar }

    /// Signs the one request for tokens.
    /// - Parameter deviceKey: of the device that asks; nil in version 1.
    public func sign(_ batch: TokenBatch, deviceKey: VerifyingKey? = nil, of manifest: Manifest) throws -> [UInt8] {
        try key.sign(batch.message(of: manifest, deviceKey: deviceKey))
    }

    /// Says that all of the voter's slips are in the sealed box.
    public func signFound(_ seal: Seal) throws -> [UInt8] {
        try key.sign(seal.foundMessage)
    }
}
