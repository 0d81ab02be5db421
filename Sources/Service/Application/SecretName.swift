/// The service's own secrets, as the register names them.
enum SecretName {
    static let issuer = "issuer"
    static let receiptKey = "receipt-key"
    static let logKey = "log-key"
}
