public import Recognition
import SecretBallot
public import StrictEncoding

/// A statement as it is kept and handed on: with its exact bytes, by whose digest it is known.
public struct ExactStatement<Statement: SignableStatement>: Hashable, Sendable {
    /// JSON in UTF-8, in the one spelling that the statement has.
    public let bytes: [UInt8]

    /// What the bytes say.
    public let statement: Statement

    /// SHA-256 of the bytes: the name by which a register, a list and an annulment know the statement.
    public let digest: [UInt8]

    /// - Throws: `MalformedInput` if the bytes are not a statement in its one spelling.
    public init(bytes: [UInt8]) throws(MalformedInput) {
        statement = try Statement(exactly: bytes)
        self.bytes = bytes
        digest = Hash.digest(bytes)
    }

    /// - Throws: `MalformedInput` for a statement too large to be read again.
    public init(_ statement: Statement) throws(MalformedInput) { try self.init(bytes: statement.encoded) }
}

/// A decision of recognition.
public typealias ExactDecision = ExactStatement<DecisionStatement>

/// A decision that annuls one.
public typealias ExactAnnulment = ExactStatement<AnnulmentStatement>
