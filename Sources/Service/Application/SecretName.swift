/// The service's own secrets, as the register names them.
enum SecretName {
    /// What passkeys' user handles are derived by.
    static let passkeyUsers = "passkey-users"

    static let issuer = "issuer"
    static let receiptKey = "receipt-key"
    static let logKey = "log-key"
}
