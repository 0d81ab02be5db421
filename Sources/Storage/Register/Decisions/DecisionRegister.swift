/// Decisions issued: recognitions, one a unit and round, and annulments, one a recognition.
public protocol DecisionRegister: Sendable {
    /// Takes the next number, has the decision written with it, and stores it: one transaction, so that a decision
    /// that cannot be written or stored leaves no gap, and two at once never share a number.
    ///
    /// - Parameter write: makes and signs the decision of that number. It runs with the register held, so it must not
    ///   wait for anything; it is not called where the claim is taken.
    /// - Throws: `StorageError`: `exists` if the claim is taken; `missing` if the round, or the recognition to annul,
    ///   is not there; whatever `write` throws.
    func issue(
        _ claim: DecisionClaim, write: @escaping @Sendable (_ number: Int) throws -> DecisionPaper
    ) async throws -> DecisionEntry
    func decision(_ digest: [UInt8]) async throws -> DecisionEntry?
    func decision(number: Int, of authority: String, year: Int) async throws -> DecisionEntry?

    /// The decision that annulled the one of `digest`.
    func annulment(of digest: [UInt8]) async throws -> DecisionEntry?

    /// Decisions by authority, year and number; nil stands for any.
    func decisions(round: String?, unit: String?, year: Int?) async throws -> [DecisionEntry]

    /// All annulments, by the time they were issued.
    func annulments() async throws -> [DecisionEntry]
}
