import CocktailDKG

/// The service's side of one attempt: takes what the members' devices say, in any order among them, and hands all of it
/// to all of them when it is whole.
///
/// It is trusted with nothing: every device checks again what it is handed. Whatever is taken twice is the same; what
/// shows that a member broke the attempt ends it. Whoever runs it keeps `json` before it answers.
public struct CeremonyCoordinator: Sendable {
    public let ceremony: BoardCeremony

    /// By their members' places.
    var commitments: [Int: SignedCommitment] = [:]
    var messages: [Int: SignedFirstMessage] = [:]
    var certifications: [Int: [UInt8]] = [:]

    /// What ended the attempt, to be shown to all members.
    public internal(set) var evidence: CeremonyEvidence?

    /// When all have certified.
    public internal(set) var transcript: BoardTranscript?

    public init(_ ceremony: BoardCeremony) { self.ceremony = ceremony }

    // MARK: - What is handed to every member

    /// All members' commitments, in order; nil while one is missing.
    public var allCommitments: [SignedCommitment]? { whole(commitments) }

    /// All members' msg1, in order; nil while one is missing, and after all have certified.
    public var allMessages: [SignedFirstMessage]? { whole(messages) }

    /// All members' signatures over the transcript, in order; nil while one is missing.
    public var allCertifications: [[UInt8]]? { whole(certifications) }

    /// Who has done what: the places of the members whose part of each step is there.
    public var progress: (committed: Set<Int>, dealt: Set<Int>, certified: Set<Int>) {
        let certified = Set(certifications.keys)
        return (Set(commitments.keys), transcript == nil ? Set(messages.keys) : certified, certified)
    }

    private func whole<Part>(_ parts: [Int: Part]) -> [Part]? {
        let ordered = ceremony.members.indices.compactMap { parts[$0] }
        return ordered.count == ceremony.members.count ? ordered : nil
    }

    // MARK: - What is taken

    // Once all have certified, nothing that comes late changes anything.

    /// - Throws: `CeremonyFault.unsigned`, `.over`.
    public mutating func take(_ commitment: SignedCommitment) throws(CeremonyFault) {
        try admit(commitment.member, isSigned: commitment.isValid(in: ceremony))
        guard transcript == nil else { return }
        if let before = commitments[commitment.member] {
            guard before.commitment != commitment.commitment else { return }
            evidence = .twoCommitments(before, commitment)
        } else {
            commitments[commitment.member] = commitment
        }
    }

    /// - Throws: `CeremonyFault.unsigned`, `.over`, `.tooEarly` before all have committed; `OpenSSLError`.
    public mutating func take(_ message: SignedFirstMessage) throws {
        try admit(message.member, isSigned: message.isValid(in: ceremony))
        guard transcript == nil else { return }
        guard let commitment = allCommitments?[message.member] else { throw CeremonyFault.tooEarly }
        let seen: [CeremonyEvidence] = [.againstCommitment(commitment, message), .badMessage(message)]
        evidence = try seen.first { try $0.finding(in: ceremony) != nil }
        guard evidence == nil, messages[message.member] == nil else { return }
        messages[message.member] = message
    }

    /// - Throws: `CeremonyFault.unsigned`, `.over`, `.tooEarly` before all have dealt.
    public mutating func take(_ accusation: Accusation) throws {
        try admit(accusation.member, isSigned: accusation.isValid(in: ceremony))
        guard transcript == nil else { return }
        guard let messages = allMessages else { throw CeremonyFault.tooEarly }
        evidence = .accusation(accusation, messages[accusation.accused])
    }

    /// - Parameters:
    ///   - certification: 65 bytes.
    ///   - member: from 0.
    /// - Throws: `CeremonyFault.unsigned`, `.over`, `.tooEarly` before all have dealt; `DegenerateKey`; `OpenSSLError`.
    public mutating func take(certification: [UInt8], of member: Int) throws {
        try admit(member, isSigned: ceremony.members.indices.contains(member))
        guard transcript == nil else { return }
        guard let expected = try expectedTranscript() else { throw CeremonyFault.tooEarly }
        guard let signature = try? SchnorrSignature(certification),
            try signature.isValid(of: expected.bytes, by: ceremony.session.staticKeys[member])
        else { throw CeremonyFault.unsigned(member: member) }
        certifications[member] = certification
        guard let all = allCertifications else { return }
        transcript = try BoardTranscript(
            SuccessCertificate(transcript: expected, signatures: all.map { try SchnorrSignature($0) }))
        messages = [:]
    }

    private func expectedTranscript() throws -> Transcript? {
        guard let commitments = allCommitments, let messages = allMessages else { return nil }
        return Transcript(
            of: ceremony.session,
            dealings: try messages.map { try Round1Message($0.message, in: ceremony.session).dealing },
            extension: BoardCeremony.transcriptExtension(commitments.map(\.commitment)))
    }

    private func admit(_ member: Int, isSigned: Bool) throws(CeremonyFault) {
        guard evidence == nil else { throw .over }
        guard isSigned else { throw .unsigned(member: member) }
    }
}
