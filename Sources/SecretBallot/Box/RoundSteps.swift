import Recognition
public import StrictEncoding

/// `steps.json`: when a round came into each state until its closing, as it is sealed.
public struct RoundSteps: Sendable {
    public struct Step: Sendable, Hashable {
        /// "frozen"
        public let state: String

        /// Seconds since 1970.
        public let at: Int

        public init(state: String, at: Int) { (self.state, self.at) = (state, at) }
    }

    /// The state that the list ends with.
    public static let last = "closing"

    /// The exact bytes, whose hash stands in the seal.
    public let bytes: [UInt8]
    public let steps: [Step]

    /// - Throws: `MalformedInput` for steps that break a rule of the document.
    public init(_ steps: [Step], of manifest: Manifest) throws(MalformedInput) {
        let value: JSONValue = [
            "roundID": .bytes(manifest.roundID.bytes),
            "steps": .array(steps.map { ["state": .string($0.state), "at": .integer($0.at)] }),
        ]
        try self.init(value.encoded(indented: true), of: manifest)
    }

    /// - Throws: `MalformedInput` if it is of another round, has a state twice, goes back in time, or does not end with
    ///   the closing.
    public init(_ bytes: [UInt8], of manifest: Manifest) throws(MalformedInput) {
        let object = try JSONReader(parsing: bytes, as: "steps", limit: 64 << 10).object(["roundID", "steps"])
        let roundID = try object.member("roundID")
        guard try roundID.bytes() == manifest.roundID.bytes else { throw roundID.wrongValue("another round's") }
        let list = try object.member("steps")
        steps = try list.list(Step.init(reading:), distinct: ("state", \.state))
        guard zip(steps, steps.dropFirst()).allSatisfy({ $0.at <= $1.at }) else {
            throw list.wrongValue("times that never go back")
        }
        guard steps.last?.state == Self.last else { throw list.wrongValue("closing at the end") }
        self.bytes = bytes
    }

    public var hash: [UInt8] { Hash.digest(bytes) }

    var closedAt: Int? { steps.last?.at }
}

extension RoundSteps.Step {
    init(reading reader: JSONReader) throws(MalformedInput) {
        let object = try reader.object(["state", "at"])
        state = try object.member("state").identifier()
        at = try object.member("at").integer(in: 0 ... .max)
    }
}
