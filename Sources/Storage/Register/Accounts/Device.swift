/// A browser in which an account has signed in: what others guess at the account's name does not lock it out.
public struct Device: Hashable, Sendable {
    /// SHA-256 of what the browser keeps.
    public let digest: [UInt8]
    public let account: String

    /// What kind of browser it is.
    public let label: String
    public let createdAt: Int
    public let usedAt: Int

    public init(digest: [UInt8], account: String, label: String, createdAt: Int, usedAt: Int) {
        self.digest = digest
        self.account = Account.folded(account)
        self.label = label
        self.createdAt = createdAt
        self.usedAt = usedAt
    }
}

/// The devices that staff's accounts were used on.
public protocol DeviceRegister: Sendable {
    /// Remembers a device of an account, or that it was used again.
    /// - Throws: `StorageError`: `missing` if there is no such account.
    func remember(_ device: Device) async throws

    /// An account's devices, the one used last first.
    func devices(of account: String) async throws -> [Device]

    /// Nothing if there is none.
    func forgetDevice(_ digest: [UInt8], of account: String) async throws

    /// Forgets what has not been used since a moment.
    func forgetDevices(unusedSince time: Int) async throws
}
