import Recognition
public import StrictEncoding

/// The counting board (ban kiểm phiếu): who holds the key of the box, and how many of them open it.
public struct CountingBoard: Sendable, Hashable {
    /// Members of a board whose key no one of them has.
    public static let maximumMembers = 9

    /// How many members' shares open the box, from 1 to the number of members; at least 2 where there are several.
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

    /// Whether two groups of members that have nobody in common could each open the box, one without the other.
    public static func opensByHalves(threshold: Int, of members: Int) -> Bool {
        members > 1 && 2 * threshold <= members
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

    /// The key with which the member's device took part in making the board's key; nil on a board of one.
    public let dkgKey: VerifyingKey?

    public init(name: String, key: VerifyingKey, dkgKey: VerifyingKey? = nil) {
        self.name = name
        self.key = key
        self.dkgKey = dkgKey
    }
}

extension BoardMember {
    init(reading reader: JSONReader) throws(MalformedInput) {
        let object = try reader.object(["name", "key"], optional: ["dkgKey"])
        name = try object.member("name").plainText()
        key = try VerifyingKey(reading: object.member("key"))
        dkgKey = try object.optional("dkgKey").map { key throws(MalformedInput) in try VerifyingKey(reading: key) }
    }

    var json: JSONValue {
        let value: JSONValue = ["name": .string(name), "key": .bytes(key.bytes)]
        return value.adding("dkgKey", dkgKey.map { .bytes($0.bytes) })
    }
}

extension CountingBoard {
    /// Reads {threshold, members: [{name, key, dkgKey?}], publicKey, transcript?}.
    /// - Throws: `MalformedInput`.
    public init(
        reading reader: JSONReader, in version: ProtocolVersion = .current
    ) throws(MalformedInput) {
        let object = try reader.object(["threshold", "members", "publicKey"], optional: ["transcript"])
        members = try object.member("members").list(BoardMember.init(reading:), distinct: ("key", \.key))
        threshold = try object.member("threshold").integer(in: 1...members.count)
        publicKey = try VerifyingKey(reading: object.member("publicKey"))
        transcript = try object.optional("transcript")?.bytes(Hash.byteCount)
        try check(reader, in: version)
    }

    private func check(_ reader: JSONReader, in version: ProtocolVersion) throws(MalformedInput) {
        guard version != .one else {
            guard members.allSatisfy({ $0.dkgKey == nil }) else { throw reader.wrongValue("no dkgKey in version 1") }
            return
        }
        guard members.count <= Self.maximumMembers else {
            throw MalformedInput(.wrongLength, at: reader.place, "at most \(Self.maximumMembers) members")
        }
        let isAlone = members.count == 1
        guard isAlone || threshold >= 2 else {
            throw reader.wrongValue("the threshold of a board of several is 2 or more")
        }
        guard members.allSatisfy({ ($0.dkgKey == nil) == isAlone }), (transcript == nil) == isAlone else {
            throw reader.wrongValue(
                "a board of several, and no board of one, has each member's dkgKey and the transcript")
        }
    }

    public var json: JSONValue {
        let value: JSONValue = [
            "threshold": .integer(threshold), "members": .array(members.map(\.json)),
            "publicKey": .bytes(publicKey.bytes),
        ]
        return value.adding("transcript", transcript.map(JSONValue.bytes))
    }
}
