/// Sessions and bearer tokens of staff.
public protocol StaffTokenRegister: Sendable {
    /// - Throws: `StorageError`: `missing` if there is no such account, `exists`.
    func add(_ token: StaffToken) async throws

    /// The token of that digest and its account, if at `time` neither has expired, been revoked or been disabled. Where
    /// it has expired, whatever else has is removed with it.
    func holder(of digest: [UInt8], at time: Int) async throws -> (token: StaffToken, account: Account)?

    /// An account's tokens, oldest first, the expired ones too.
    func staffTokens(of account: String) async throws -> [StaffToken]

    /// Takes note that it was shown; nothing if there is none.
    func touch(_ digest: [UInt8], at time: Int) async throws

    /// Takes note that its holder gave the password; nothing if there is none.
    func prove(_ digest: [UInt8], at time: Int) async throws

    /// Nothing if there is none.
    func revoke(_ digest: [UInt8]) async throws

    /// Keeps the time too (`latestTime`): what was found expired once must not live again after the clock was set back.
    /// - Returns: how many had expired by `time` and were removed.
    @discardableResult func purgeExpired(at time: Int) async throws -> Int
}
