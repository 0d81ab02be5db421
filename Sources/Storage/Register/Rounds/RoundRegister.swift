/// Rounds, their states and their documents' exact bytes.
public protocol RoundRegister: Sendable {
    /// Makes a round with its first documents, by name, all together; its creation is its first step.
    /// - Throws: `StorageError`: `exists` for an id or roundID that is taken.
    func create(_ round: RoundEntry, with documents: [String: [UInt8]]) async throws
    func round(_ id: String) async throws -> RoundEntry?
    func round(identifiedBy roundID: [UInt8]) async throws -> RoundEntry?

    /// All rounds, newest first.
    func rounds() async throws -> [RoundEntry]

    /// The states that the round came through, in order.
    func steps(of round: String) async throws -> [RoundStep]

    /// Changes the state and stores the documents, all together; of two that run at once, one is `done`.
    /// - Throws: `StorageError`: `wrongState(present:)`, `missing`; `exists` if a document or the roundID is fixed
    ///   already with other bytes; `clockBehind` for a time before the round's last step.
    @discardableResult
    func move(_ round: String, by transition: RoundTransition) async throws -> RoundTransition.Outcome

    /// Stores a document, if the round is in one of `states`; nil: in any.
    /// - Throws: `StorageError`: `wrongState(present:)`, `missing`; `exists` by `DocumentPolicy.once`.
    func store(
        _ bytes: [UInt8], as name: String, of round: String, _ policy: DocumentPolicy, while states: Set<String>?
    ) async throws
    func document(_ name: String, of round: String) async throws -> [UInt8]?

    /// The names of a round's documents, sorted.
    func documentNames(of round: String) async throws -> [String]
}

extension RoundRegister {
    /// Makes a round that has no document yet.
    public func create(_ round: RoundEntry) async throws { try await create(round, with: [:]) }

    /// Stores a document in whatever state the round is.
    public func store(
        _ bytes: [UInt8], as name: String, of round: String, _ policy: DocumentPolicy
    ) async throws {
        try await store(bytes, as: name, of: round, policy, while: nil)
    }
}

/// Whether a document may be written again.
public enum DocumentPolicy: Hashable, Sendable {
    /// The first bytes stand; the same again are accepted, others refused.
    case once
    case replaceable
}

/// When a round came into a state.
public struct RoundStep: Hashable, Sendable {
    public let state: String
    public let at: Int

    public init(state: String, at: Int) {
        self.state = state
        self.at = at
    }
}
