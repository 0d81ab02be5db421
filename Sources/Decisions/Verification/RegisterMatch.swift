/// What a register knows of the decisions in one file.
struct RegisterMatch {
    private var known: [[UInt8]: RegisteredDecision] = [:]

    /// The digests of those that it knows in this very file, but for signatures that came later to one of the two.
    private var matching: Set<[UInt8]> = []

    init(of document: DecisionDocument, in register: RegisterKnowledge) {
        guard case .consulted(let decisions) = register else { return }
        // The decisions of one paper share its file, which may be long: it is compared once, not for each of them.
        var compared: (file: [UInt8], isSame: Bool)?
        for decision in decisions where known[decision.digest] == nil {
            known[decision.digest] = decision
            if compared?.file != decision.document {
                compared = (decision.document, document.isSameDecision(as: decision.document))
            }
            if compared?.isSame == true { matching.insert(decision.digest) }
        }
    }

    func decision(of digest: [UInt8]) -> RegisteredDecision? { known[digest] }

    /// Whether the register knows it in this file.
    func isMatching(_ digest: [UInt8]) -> Bool { matching.contains(digest) }
}
