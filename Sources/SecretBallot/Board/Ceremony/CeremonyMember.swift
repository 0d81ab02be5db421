public import OpenSSLKit
public import StrictEncoding

/// What a board member's device brings to one attempt at making the board's key.
public struct CeremonyMember: Sendable, Hashable {
    /// Signs all that the member says, from the ceremony to the minutes.
    public let key: VerifyingKey

    /// The static COCKTAIL key, fresh for each attempt.
    public let dkgKey: P256Point

    /// 32 bytes that make this attempt like no other.
    public let random: [UInt8]

    public init(key: VerifyingKey, dkgKey: P256Point, random: [UInt8]) {
        (self.key, self.dkgKey, self.random) = (key, dkgKey, random)
    }

    /// - Throws: `MalformedInput`.
    public init(reading reader: JSONReader) throws(MalformedInput) {
        try self.init(among: reader.object(["key", "dkgKey", "random"]))
    }

    /// - Parameter object: which has these members, and may have others.
    /// - Throws: `MalformedInput`.
    public init(among object: JSONObjectReader) throws(MalformedInput) {
        key = try VerifyingKey(reading: object.member("key"))
        dkgKey = try P256Point(reading: object.member("dkgKey"))
        random = try object.member("random").bytes(32)
    }

    public var json: JSONValue {
        ["key": .bytes(key.bytes), "dkgKey": .bytes(dkgKey.x962), "random": .bytes(random)]
    }
}

extension P256Point {
    /// - Throws: `MalformedInput` unless it is an uncompressed point, 65 bytes.
    init(reading reader: JSONReader) throws(MalformedInput) {
        guard let point = try? P256Point(x962: reader.bytes(65)) else {
            throw reader.wrongValue("an uncompressed P-256 point")
        }
        self = point
    }
}
