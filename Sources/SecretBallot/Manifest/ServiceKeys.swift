import StrictEncoding

/// The keys by which a service answers for itself.
public struct ServiceKeys: Sendable, Hashable {
    /// Signs receipts: P-256.
    public let receiptKey: VerifyingKey

    /// Signs the seal's note and the list of annulled decisions: Ed25519, 32 bytes.
    public let logKey: [UInt8]

    public init(receiptKey: VerifyingKey, logKey: [UInt8]) {
        self.receiptKey = receiptKey
        self.logKey = logKey
    }
}

extension ServiceKeys {
    init(reading reader: JSONReader) throws(MalformedInput) {
        let object = try reader.object(["receiptKey", "logKey"])
        receiptKey = try VerifyingKey(reading: object.member("receiptKey"))
        logKey = try object.member("logKey").bytes(32)
    }

    var json: JSONValue { ["receiptKey": .bytes(receiptKey.bytes), "logKey": .bytes(logKey)] }
}
