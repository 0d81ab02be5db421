import Recognition
public import StrictEncoding

extension Voter {
    init(reading reader: JSONReader) throws(MalformedInput) {
        let object = try reader.object(["id", "name", "credentialKey"])
        id = try object.member("id").identifier()
        name = try object.member("name").plainText()
        credentialKey = try VerifyingKey(reading: object.member("credentialKey"))
    }

    var json: JSONValue { ["id": .string(id), "name": .string(name), "credentialKey": .bytes(credentialKey.bytes)] }
}

extension BoardMember {
    init(reading reader: JSONReader) throws(MalformedInput) {
        let object = try reader.object(["name", "key"])
        name = try object.member("name").plainText()
        key = try VerifyingKey(reading: object.member("key"))
    }

    var json: JSONValue { ["name": .string(name), "key": .bytes(key.bytes)] }
}

extension CountingBoard {
    /// Reads {threshold, members: [{name, key}], publicKey, transcript?}.
    /// - Throws: `MalformedInput`.
    public init(reading reader: JSONReader) throws(MalformedInput) {
        let object = try reader.object(["threshold", "members", "publicKey"], optional: ["transcript"])
        members = try object.member("members").list(BoardMember.init(reading:), distinct: ("key", \.key))
        threshold = try object.member("threshold").integer(in: 1...members.count)
        publicKey = try VerifyingKey(reading: object.member("publicKey"))
        transcript = try object.optional("transcript")?.bytes(Hash.byteCount)
    }

    public var json: JSONValue {
        let value: JSONValue = [
            "threshold": .integer(threshold), "members": .array(members.map(\.json)),
            "publicKey": .bytes(publicKey.bytes),
        ]
        return value.adding("transcript", transcript.map(JSONValue.bytes))
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
