public import Recognition
public import SecretBallot
import StrictEncoding

/// A board of several as one of its seats sees it.
public struct SeatView: Sendable {
    public let round: RoundSummary

    /// This seat's, from 0.
    public let place: Int
    public let threshold: Int

    /// At making the key, from 1.
    public let attempt: Int
    public let members: [MemberProgress]

    /// When all have registered.
    public let ceremony: BoardCeremony?

    /// When all have committed.
    public let commitments: [SignedCommitment]?

    /// When all have dealt, and until all have certified.
    public let messages: [SignedFirstMessage]?

    /// When all have certified.
    public let certifications: [[UInt8]]?

    /// When all have certified: checked in all that needs no manifest.
    public let transcript: BoardTranscript?

    /// What shows that a member broke the attempt; believed by nobody before `finding(in:)`.
    public let evidence: CeremonyEvidence?

    /// Who that was, in the service's words.
    public let finding: BilingualText?

    /// What has to be acknowledged with a share.
    public let warnings: [Warning]

    init(reading reader: JSONReader) throws(MalformedInput) {
        let object = try reader.looseObject()
        round = try RoundSummary(reading: object.member("round"))
        place = try object.member("place").integer(in: 0...BoardCeremony.memberCounts.upperBound - 1)
        threshold = try object.member("threshold").integer()
        attempt = try object.member("attempt").integer()
        members = try object.list("members", MemberProgress.init(reading:))
        guard members.indices.contains(place) else { throw try object.member("place").wrongValue("a member's") }
        warnings = try object.list("warnings", Warning.init(reading:))
        ceremony = try object.given("ceremony").map(Self.ceremony)
        commitments = try object.given("commitments")?.array().map { reader throws(MalformedInput) in
            try SignedCommitment(reading: reader)
        }
        messages = try object.given("messages")?.array().map { reader throws(MalformedInput) in
            try SignedFirstMessage(reading: reader)
        }
        certifications = try object.given("certifications")?.array().map { reader throws(MalformedInput) in
            try reader.bytes()
        }
        transcript = try object.given("transcript").map(Self.transcript)
        evidence = try object.given("evidence").map { reader throws(MalformedInput) in
            try CeremonyEvidence(reading: reader)
        }
        finding = try object.given("finding").map { reader throws(MalformedInput) in
            try BilingualText(reading: reader.looseObject().member("messages"))
        }
    }

    private static func ceremony(_ reader: JSONReader) throws(MalformedInput) -> BoardCeremony {
        guard let ceremony = try? BoardCeremony(reading: reader) else { throw reader.wrongValue("a ceremony") }
        return ceremony
    }

    private static func transcript(_ reader: JSONReader) throws(MalformedInput) -> BoardTranscript {
        guard let transcript = try? BoardTranscript(reader.bytes()) else { throw reader.wrongValue("a transcript") }
        return transcript
    }
}

/// A member of a board of several, and what of the member's part is done.
public struct MemberProgress: Hashable, Sendable {
    public let name: String
    public let registered, committed, dealt, certified: Bool
    public let proved, frozen, shared, minuted: Bool

    init(reading reader: JSONReader) throws(MalformedInput) {
        let object = try reader.looseObject()
        name = try object.member("name").string()
        registered = try object.member("registered").bool()
        committed = try object.member("committed").bool()
        dealt = try object.member("dealt").bool()
        certified = try object.member("certified").bool()
        proved = try object.member("proved").bool()
        frozen = try object.member("frozen").bool()
        shared = try object.member("shared").bool()
        minuted = try object.member("minuted").bool()
    }
}
