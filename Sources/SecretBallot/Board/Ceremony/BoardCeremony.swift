public import CocktailDKG
import OpenSSLKit
public import StrictEncoding

/// One attempt of a board of several at making its key: who takes part, and how many of them open.
///
///     session_id = label("board") || u8 t || u8 n || n × (key (65) || dkgKey (65) || r (32))
///
/// Members are named by their places from 0, as in all documents; in what is signed and computed they are numbered
/// from 1, as COCKTAIL-DKG's participants are.
public struct BoardCeremony: Sendable, Hashable {
    public static let memberCounts = 2...9

    public let members: [CeremonyMember]

    /// COCKTAIL-DKG's session over the members' dkgKeys.
    public let session: DKGSession

    public var threshold: Int { session.threshold }

    /// - Throws: `MalformedInput` unless there are 2 to 9 members, a threshold from 2 to as many, and no key twice;
    ///   `OpenSSLError`.
    public init(threshold: Int, members: [CeremonyMember]) throws {
        guard Self.memberCounts.contains(members.count), (2...members.count).contains(threshold) else {
            throw MalformedInput(.outOfRange, at: "ceremony", "2 to 9 members, of whom at least 2 open")
        }
        let keys = members.flatMap { [$0.key.bytes, $0.dkgKey.x962] }
        guard Set(keys).count == keys.count else { throw MalformedInput(.repeated, at: "ceremony.members", "keys") }
        let staticKeys = members.map(\.dkgKey)
        let context = try DKGSession.context(
            sessionID: Self.sessionID(threshold, members), staticKeys: staticKeys)
        self.members = members
        session = try DKGSession(threshold: threshold, staticKeys: staticKeys, context: context)
    }

    /// - Throws: as `init(threshold:members:)`.
    public init(reading reader: JSONReader) throws {
        let object = try reader.object(["threshold", "members"])
        let members = try object.member("members").array(maximum: Self.memberCounts.upperBound)
        try self.init(
            threshold: object.member("threshold").integer(in: 2...Self.memberCounts.upperBound),
            members: members.map(CeremonyMember.init(reading:)))
    }

    public var json: JSONValue { ["threshold": .integer(threshold), "members": .array(members.map(\.json))] }

    /// Where a device's own keys and random bytes stand.
    public func place(of member: CeremonyMember) -> Int? { members.firstIndex(of: member) }

    static func sessionID(_ threshold: Int, _ members: [CeremonyMember]) -> [UInt8] {
        Label.board.message(
            .two, [UInt8(threshold), UInt8(members.count)],
            members.flatMap { $0.key.bytes + $0.dkgKey.x962 + $0.random })
    }

    // MARK: - What is hashed and signed

    /// commit_i: binds a member to its msg1 before it sees another's.
    public func commitment(to message: [UInt8], of member: Int) -> [UInt8] {
        Hash.digest(Label.commit.message(.two, session.context, number(member), message))
    }

    /// What of the commitments stands in the transcript.
    public static func transcriptExtension(_ commitments: [[UInt8]]) -> [UInt8] {
        Hash.digest(Label.commits.message(.two, commitments.flatMap { $0 }))
    }

    func committedMessage(_ commitment: [UInt8], by member: Int) -> [UInt8] {
        Label.committed.message(.two, session.context, number(member), commitment)
    }

    func msg1Message(_ message: [UInt8], by member: Int) -> [UInt8] {
        Label.msg1.message(.two, session.context, number(member), Hash.digest(message))
    }

    func accusedMessage(_ accused: Int, by member: Int, publishing dkgKey: [UInt8]) -> [UInt8] {
        Label.accused.message(.two, session.context, number(member), number(accused), dkgKey)
    }

    func isSigned(_ message: [UInt8], by member: Int, _ signature: [UInt8]) -> Bool {
        members[member].key.isValid(signature, over: message)
    }

    private func number(_ member: Int) -> [UInt8] { [UInt8(member + 1)] }
}
