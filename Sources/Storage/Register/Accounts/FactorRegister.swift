/// Second factors of staff's accounts.
public protocol FactorRegister: Sendable {
    /// - Throws: `StorageError`: `missing` if there is no such account, `exists` if any account has it.
    func add(_ factor: Factor) async throws

    /// An account's factors, oldest first.
    /// - Throws: `StorageError.wrongKey`.
    func factors(of account: String) async throws -> [Factor]

    /// Takes note of a use, in one step: of two who show the same code at once, one has used it.
    /// - Parameter counter: greater than that of every use before; 0 for a passkey that does not count.
    /// - Returns: false where it is not greater, or there is no such factor.
    func useFactor(_ id: [UInt8], of account: String, counter: Int, at time: Int) async throws -> Bool

    /// Takes a recovery code, which is gone then.
    /// - Returns: false where there is none.
    func spendRecoveryCode(_ digest: [UInt8], of account: String) async throws -> Bool

    /// Gives an account other recovery codes instead of those it had.
    /// - Throws: `StorageError`: `missing`.
    func setRecoveryCodes(_ digests: [[UInt8]], of account: String, at time: Int) async throws

    /// Removes an app or a passkey, and with the last of them the recovery codes: of two that go at the same moment, one is
    /// the last.
    /// - Parameter needed: whether the account must keep one.
    /// - Returns: false where there is none.
    /// - Throws: `StorageError.lastHolder` for the last one of an account that must keep one.
    @discardableResult func removeFactor(_ id: [UInt8], of account: String, needed: Bool) async throws -> Bool

    /// Of somebody who lost them all: every session and token ends with them.
    func removeFactors(of account: String) async throws
}
