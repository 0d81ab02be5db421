import BallotTokens
import OpenSSLKit
public import StrictEncoding

extension VotingDevice {
    private static let format = "phieukin-device/1"

    /// Everything the device must keep, secrets included: for a file that only the voter can read.
    public var json: JSONValue {
        let value: JSONValue = [
            "format": .string(Self.format), "roundID": .bytes(manifest.roundID.bytes), "voter": .string(voter),
            "credential": .bytes(credential.scalar), "signature": .bytes(signature),
            "ballots": .array(ballots.map(\.json)),
        ]
        return value.adding("deviceKey", deviceKey.map { .bytes($0.scalar) })
            .adding("issued", issued.map(JSONValue.bytes)).adding("passage", passage?.json)
    }

    /// Goes on from what was kept.
    /// - Throws: `MalformedInput` if it is of another round or damaged.
    public init(_ manifest: Manifest, stored bytes: [UInt8]) throws {
        let reader = try JSONReader(parsing: bytes, as: "device", limit: 64 << 20)
        let object = try reader.object(
            ["format", "roundID", "voter", "credential", "signature", "ballots"]
                + (manifest.version == .one ? [] : ["deviceKey"]), optional: ["issued", "passage"])
        guard try object.member("format").string() == Self.format,
            try object.member("roundID").bytes() == manifest.roundID.bytes
        else { throw MalformedInput(.wrongValue, at: "device", "kept for another round") }
        let ballots = try object.member("ballots").array(maximum: manifest.contests.count)
        guard ballots.count == manifest.contests.count else { throw MalformedInput(.wrongLength, at: "device.ballots") }
        self.init(
            manifest, voter: try object.member("voter").string(),
            credential: Credential(key: try SigningKey(object.member("credential").bytes(32))),
            deviceKey: try object.optional("deviceKey").map { try SigningKey($0.bytes(SigningKey.byteCount)) },
            issued: try object.optional("issued")?.bytes(SigningKey.signatureByteCount),
            signature: try object.member("signature").bytes(SigningKey.signatureByteCount),
            ballots: try zip(manifest.contests, ballots).map { try DeviceBallot(reading: $1, for: $0) })
        passage = try object.optional("passage").map { try Passage(reading: $0, of: manifest) }
    }
}

extension DeviceBallot {
    var json: JSONValue {
        let value: JSONValue = [
            "oneTimeKey": .bytes(oneTimeKey.scalar), "pending": .bytes(pending.serialized.unwipedCopy),
        ]
        return
            value
            .adding("authenticator", authenticator.map(JSONValue.bytes))
            .adding("slip", slip.map(JSONValue.bytes))
            .adding("receipt", receipt.map(JSONValue.bytes))
    }

    init(reading reader: JSONReader, for contest: Contest) throws {
        let object = try reader.object(["oneTimeKey", "pending"], optional: ["authenticator", "slip", "receipt"])
        let pending = SecretBytes(copying: try object.member("pending").bytes())
        self.init(
            oneTimeKey: try SigningKey(object.member("oneTimeKey").bytes(32)),
            pending: try PendingToken(serialized: pending, key: contest.tokenKey))
        authenticator = try object.optional("authenticator")?.bytes(256)
        slip = try object.optional("slip")?.bytes(Slip.byteCount)
        receipt = try object.optional("receipt")?.bytes(SigningKey.signatureByteCount)
    }
}
