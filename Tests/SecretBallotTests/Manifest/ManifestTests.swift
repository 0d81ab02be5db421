import StrictEncoding
import TestSupport
import Testing

@testable import SecretBallot

@Suite struct ManifestTests {
    let round: SmallRound

    init() throws { round = try SmallRound.shared.get() }

    private func document(of round: SmallRound) throws -> JSONValue {
        try JSONReader(parsing: round.manifest.bytes, as: "manifest", limit: 1 << 22).value
    }

    @Test(arguments: ProtocolVersion.allCases)
    func readsBackWhatWasFrozen(version: ProtocolVersion) throws {
        let round = try SmallRound.shared(version)
        let manifest = try Manifest(round.manifest.bytes, expecting: round.manifest.roundID)
        #expect(manifest.bytes == round.manifest.bytes)
        #expect(manifest.voters == round.manifest.voters)
        #expect(manifest.contests.map(\.id) == round.manifest.contests.map(\.id))
        #expect(Set(manifest.contests.map(\.id)).count == 4)
    }

    /// Every member at every depth is needed, but the two that the protocol page lets go.
    @Test(arguments: ProtocolVersion.allCases)
    func noMemberMayBeMissing(version: ProtocolVersion) throws {
        let round = try SmallRound.shared(version)
        var removed = 0
        try Self.removingEachMember(of: document(of: round)) { changed, path in
            removed += 1
            guard !["details", "transcript"].contains(path) else { return }
            #expect(throws: MalformedInput.self, "without \(path)") { try Manifest(changed.encoded()) }
        }
        #expect(removed > 40)
    }

    @Test(arguments: ProtocolVersion.allCases)
    func noMemberMayBeAdded(version: ProtocolVersion) throws {
        let round = try SmallRound.shared(version)
        try Self.addingAMember(toEachObjectOf: document(of: round)) { changed, path in
            #expect(throws: MalformedInput.self, "added to \(path)") { try Manifest(changed.encoded()) }
        }
    }

    @Test func randomDamageNeverReadsAsTheSameRound() {
        var random = SeededRandom()
        for _ in 0..<300 {
            var bytes = round.manifest.bytes
            bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
            guard bytes != round.manifest.bytes, let manifest = try? Manifest(bytes) else { continue }
            #expect(manifest.roundID != round.manifest.roundID, "\(random)")
        }
    }

    @Test func aVoterIsFoundByTheExactId() {
        #expect(round.manifest.position(ofVoter: "uv-1") == 1)
        #expect(round.manifest.position(ofVoter: "UV-1") == nil)
        #expect(round.manifest.position(ofVoter: "") == nil)
    }

    // MARK: - Every place of a document

    private static func removingEachMember(
        of value: JSONValue, path: String = "", _ visit: (JSONValue, String) throws -> Void
    ) rethrows {
        switch value {
        case .object(let members):
            for (index, member) in members.enumerated() {
                var fewer = members
                fewer.remove(at: index)
                try visit(.object(fewer), path + member.name)
                try removingEachMember(of: member.value, path: "\(path)\(member.name).") { inner, place in
                    var changed = members
                    changed[index] = .init(member.name, inner)
                    try visit(.object(changed), place)
                }
            }
        case .array(let elements):
            guard let first = elements.first else { return }
            try removingEachMember(of: first, path: path) { inner, place in
                try visit(.array([inner] + elements.dropFirst()), place)
            }
        default: return
        }
    }

    private static func addingAMember(
        toEachObjectOf value: JSONValue, path: String = "manifest", _ visit: (JSONValue, String) throws -> Void
    ) rethrows {
        switch value {
        case .object(let members):
            try visit(.object(members + [.init("note", "x")]), path)
            for (index, member) in members.enumerated() {
                try addingAMember(toEachObjectOf: member.value, path: "\(path).\(member.name)") { inner, place in
                    var changed = members
                    changed[index] = .init(member.name, inner)
                    try visit(.object(changed), place)
                }
            }
        case .array(let elements):
            guard let first = elements.first else { return }
            try addingAMember(toEachObjectOf: first, path: path) { inner, place in
                try visit(.array([inner] + elements.dropFirst()), place)
            }
        default: return
        }
    }
}
