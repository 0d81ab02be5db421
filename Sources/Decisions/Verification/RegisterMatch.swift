/// What a register knows of the decisions in one file.
public struct RegisterMatch: Sendable {
    let register: RegisterKnowledge
    private var known: [[UInt8]: RegisteredDecision] = [:]

    /// The digests of those that it knows in this very file, but for signatures that came later to one of the two.
    private var matching: Set<[UInt8]> = []

    /// When it recorded the decision in this file, in seconds since 1970 (UTC): what the first signature is judged by.
    public private(set) var recordedAt: Int64?

    /// - Parameter findings: what the file shows by itself.
    public init(of file: [UInt8], _ findings: FileFindings, in register: RegisterKnowledge) {
        self.init(of: file, until: findings.firstRevisionEnd, deciding: findings.digests, in: register)
    }

    init(of file: [UInt8], until end: Int?, deciding digests: [[UInt8]], in register: RegisterKnowledge) {
        self.register = register
        guard case .consulted(let decisions) = register else { return }
        // The decisions of one paper share its file, which may be long: it is compared once, not for each of them.
        var compared: (file: [UInt8], isSame: Bool)?
        for decision in decisions where known[decision.digest] == nil {
            known[decision.digest] = decision
            if compared?.file != decision.document {
                compared = (decision.document, Self.isSame(file, decision.document, until: end))
            }
            if compared?.isSame == true { matching.insert(decision.digest) }
        }
        recordedAt = digests.first(where: isMatching).flatMap { known[$0]?.issuedAt }
    }

    /// Whether two files are one decision but for signatures that came later to one of them.
    private static func isSame(_ file: [UInt8], _ other: [UInt8], until end: Int?) -> Bool {
        guard let end, end > 0, file.count >= end, other.count >= end else { return false }
        return file[..<end].elementsEqual(other[..<end])
    }

    func decision(of digest: [UInt8]) -> RegisteredDecision? { known[digest] }

    /// Whether the register knows it in this file.
    func isMatching(_ digest: [UInt8]) -> Bool { matching.contains(digest) }
}
