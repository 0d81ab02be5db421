/// Staff accounts, unique by their folded name.
public protocol AccountRegister: Sendable {
    /// - Throws: `StorageError`: `exists`; `malformed` for an empty name, or a role with a space in it.
    func create(_ account: Account) async throws

    /// - Parameter name: in any spelling.
    func account(named name: String) async throws -> Account?

    /// All accounts, by name.
    func accounts() async throws -> [Account]

    /// - Throws: `StorageError`: `missing`.
    func setPassword(_ record: String, of name: String) async throws

    /// - Throws: `StorageError`: `missing`, `malformed`.
    func setRoles(_ roles: Set<String>, of name: String) async throws

    /// A disabled account's tokens are not valid, and are again when it is enabled.
    /// - Throws: `StorageError`: `missing`.
    func setDisabled(_ disabled: Bool, of name: String) async throws
}
