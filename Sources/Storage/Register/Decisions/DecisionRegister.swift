/// Decisions: recognitions, one a unit and round, and annulments, one a recognition.
///
/// A decision comes into force in two steps, so that a typesetter, a signer or a time stamp never holds the register
/// up: `reserve` gives its number, `issue` takes its file. A number that was let go of in between is the next to be
/// given: numbers leave no gap, and none is given twice. What is only reserved or prepared is not a decision, and no
/// look-up of decisions finds it.
public protocol DecisionRegister: Sendable {
    // MARK: Numbering

    /// Gives each order its number and keeps what is to be said under it: one transaction for all.
    /// - Parameter write: says what the paper of that number states. It runs with the register held, so it must not
    ///   wait for anything; it is not called where a claim is taken.
    /// - Throws: `StorageError`: `exists` if a claim is taken; `missing` if the round, or the recognition to annul, is
    ///   not there; whatever `write` throws.
    func reserve(
        _ orders: [PaperOrder], write: @escaping @Sendable (PaperOrder, _ number: Int) throws -> PaperText
    ) async throws -> [NumberedPaper]

    /// The number that `reserve` would give the next order of that series, if nothing came between.
    func nextNumber(in series: NumberSeries, from first: Int) async throws -> Int

    /// Keeps reserved papers, with their files, until they are signed outside the service.
    /// - Returns: the papers as they wait.
    /// - Throws: `StorageError.missing` unless all are reserved.
    @discardableResult
    func prepare(_ documents: [PaperDocument], at time: Int) async throws -> [NumberedPaper]

    /// Issues reserved or prepared papers, for good.
    /// - Returns: their decisions, in the papers' order.
    /// - Throws: `StorageError.missing` unless all are there and not issued yet.
    @discardableResult
    func issue(_ documents: [PaperDocument], at time: Int) async throws -> [DecisionEntry]

    /// Lets go of papers that will not be issued; their numbers are the next to be given. Issued ones stay.
    func release(_ papers: [Int64]) async throws

    /// Lets go of what is only reserved, by the digests of what it states: where `reserve` failed and may have done its
    /// work all the same.
    func releaseReserved(stating statements: [[UInt8]]) async throws

    /// Lets go of everything that is only reserved: what a service that stopped was making.
    func releaseReserved() async throws

    // MARK: Papers

    func paper(_ id: Int64) async throws -> NumberedPaper?

    /// Papers that wait for a signature from outside, by number.
    func prepared(round: String) async throws -> [NumberedPaper]

    /// The decisions on a paper, in whatever state, in the order of its claims.
    func entries(of paper: Int64) async throws -> [DecisionEntry]

    /// The file of a paper.
    func document(of paper: Int64) async throws -> [UInt8]?

    /// Replaces the file of an issued paper by one with a signature more.
    /// - Returns: false if the file is no longer `present`.
    func replace(_ present: [UInt8], by document: PaperDocument) async throws -> Bool

    // MARK: Decisions

    func decision(_ digest: [UInt8]) async throws -> DecisionEntry?

    /// The decision that annulled the one of `digest`.
    func annulment(of digest: [UInt8]) async throws -> DecisionEntry?

    /// Decisions by authority, year, number and unit; nil stands for any.
    func decisions(_ filter: DecisionFilter) async throws -> [DecisionEntry]

    /// All annulments, by the time they were issued.
    func annulments() async throws -> [DecisionEntry]
}
