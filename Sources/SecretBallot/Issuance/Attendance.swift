public import StrictEncoding

/// Who was present, who excused, who absent, as it is sealed.
public struct Attendance: Sendable {
    /// The exact bytes, whose hash stands in the seal.
    public let bytes: [UInt8]

    /// Voter ids, each voter of the round in one of the three lists, once.
    public let present: [String]
    public let excused: [String]
    public let absent: [String]

    /// Reads the sealed document.
    /// - Throws: `MalformedInput` if it is of another round, names a stranger, or any voter not exactly once.
    public init(_ bytes: [UInt8], of manifest: Manifest) throws(MalformedInput) {
        let reader = try JSONReader(parsing: bytes, as: "attendance", limit: Manifest.maximumByteCount)
        let object = try reader.object(["roundID", "present", "excused", "absent"])
        let roundID = try object.member("roundID")
        guard try roundID.bytes() == manifest.roundID.bytes else { throw roundID.wrongValue("another round's") }
        var seen: Set<Int> = []
        self.bytes = bytes
        present = try Self.voters(object.member("present"), of: manifest, seen: &seen)
        excused = try Self.voters(object.member("excused"), of: manifest, seen: &seen)
        absent = try Self.voters(object.member("absent"), of: manifest, seen: &seen)
        guard seen.count == manifest.voters.count else {
            throw MalformedInput(.wrongLength, at: "attendance", "each voter once")
        }
    }

    /// Makes the document; a voter who is neither present nor excused is absent.
    public init(present: [String], excused: [String], of manifest: Manifest) throws(MalformedInput) {
        let here = Set(present.map(ExactText.init))
        let letOff = Set(excused.map(ExactText.init))
        let ids = manifest.voters.map(\.id)
        let value: JSONValue = [
            "roundID": .bytes(manifest.roundID.bytes),
            "present": .array(ids.filter { here.contains(ExactText($0)) }.map(JSONValue.string)),
            "excused": .array(ids.filter { letOff.contains(ExactText($0)) }.map(JSONValue.string)),
            "absent": .array(
                ids.filter { !here.contains(ExactText($0)) && !letOff.contains(ExactText($0)) }.map(JSONValue.string)),
        ]
        try self.init(value.encoded(indented: true), of: manifest)
    }

    public var hash: [UInt8] { Hash.digest(bytes) }

    /// Voters less those excused.
    public var summoned: Int { present.count + absent.count }

    private static func voters(
        _ reader: JSONReader, of manifest: Manifest, seen: inout Set<Int>
    ) throws(MalformedInput) -> [String] {
        var voters: [String] = []
        for element in try reader.array() {
            let id = try element.string()
            guard let position = manifest.position(ofVoter: id) else { throw element.wrongValue("not a voter") }
            guard seen.insert(position).inserted else { throw MalformedInput(.repeated, at: element.place) }
            voters.append(id)
        }
        return voters
    }
}
