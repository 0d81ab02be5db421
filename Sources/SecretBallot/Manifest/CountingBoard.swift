import Recognition
public import StrictEncoding

/// The counting board (ban kiểm phiếu): who holds the key of the box, and how many of them open it.
public struct CountingBoard: Sendable, Hashable {
    /// How many members' shares open the box, from 1 to the number of members.
    public let threshold: Int

    /// In the order by which signatures and shares name them, from 0.
    public let members: [BoardMember]

    /// The key that slips are sealed to.
    public let publicKey: VerifyingKey

    /// The digest of the transcript by which a board of several made its key; nil for a board of one.
    public let transcript: [UInt8]?

    public init(threshold: Int, members: [BoardMember], publicKey: VerifyingKey, transcript: [UInt8]? = nil) {
        self.threshold = threshold
        self.members = members
        self.publicKey = publicKey
        self.transcript = transcript
    }

    /// Whether `signature` is that of the member at this place over `message`.
    func isSigned(_ message: [UInt8], by member: Int, _ signature: [UInt8]) -> Bool {
        members.indices.contains(member) && members[member].key.isValid(signature, over: message)
    }
}

/// A member of the counting board, with the key that signs the freezing and the opening.
public struct BoardMember: Sendable, Hashable {
    public let name: String
    public let key: VerifyingKey

    public init(name: String, key: VerifyingKey) {
        self.name = name
        self.key = key
    }
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
