import CocktailDKG
import OpenSSLKit
public import StrictEncoding

extension BoardKeyHolder {
    private static let format = "phieukin-board-key/2"

    /// All that must be kept, secrets included: for a place that only the member can read.
    public var json: JSONValue {
        let value: JSONValue = [
            "format": .string(Self.format), "name": .string(name), "place": .integer(place),
            "signingKey": .bytes(key.scalar), "dkgKey": .bytes(dkgKey.bytes.unwipedCopy),
            "share": .bytes(share.bytes.unwipedCopy),
        ]
        return
            value
            .adding("board", board?.json)
            .adding("frozen", frozen.map { .bytes($0.bytes) })
            .adding("released", released.map(JSONValue.bytes))
    }

    /// - Throws: `MalformedInput`.
    public init(stored bytes: [UInt8]) throws {
        let object = try JSONReader(parsing: bytes, as: "board key", limit: 64 << 10).object(
            ["format", "name", "place", "signingKey", "dkgKey", "share"],
            optional: ["board", "frozen", "released"])
        let format = try object.member("format")
        guard try format.string() == Self.format else { throw format.wrongValue(Self.format) }
        self.init(
            name: try object.member("name").string(),
            key: try SigningKey(object.member("signingKey").bytes(SigningKey.byteCount)),
            dkgKey: try P256Scalar(object.member("dkgKey").bytes(Ciphersuite.scalarByteCount)),
            share: try P256Scalar(object.member("share").bytes(Ciphersuite.scalarByteCount)),
            place: try object.member("place").integer(in: 0...BoardCeremony.memberCounts.upperBound - 1),
            board: try object.optional("board").map(Made.init(reading:)),
            frozen: try object.optional("frozen").map { try RoundID($0.bytes(Hash.byteCount)) })
        released = try object.optional("released")?.bytes(Hash.byteCount)
    }
}

extension BoardKeyHolder.Made {
    init(reading reader: JSONReader) throws(MalformedInput) {
        let object = try reader.object(["members", "transcript"])
        members = try object.member("members").array(maximum: BoardCeremony.memberCounts.upperBound)
            .map { reader throws(MalformedInput) in try VerifyingKey(reading: reader) }
        transcript = try object.member("transcript").bytes(Hash.byteCount)
    }

    var json: JSONValue {
        ["members": .array(members.map { .bytes($0.bytes) }), "transcript": .bytes(transcript)]
    }
}
