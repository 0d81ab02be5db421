public import OpenSSLKit
import SecretBallot
public import StrictEncoding

/// A statement as it is kept and handed on: its exact bytes and a detached CAdES-B-B signature beside them.
///
/// That the bytes can be read is sure; that the signature holds, and whose it is, is not: see `inspect()` and
/// `DecisionVerifier`.
public struct SignedStatement<Statement: SignableStatement>: Hashable, Sendable {
    /// JSON in UTF-8, as it was signed.
    public let bytes: [UInt8]

    /// CMS `SignedData` in DER.
    public let signature: [UInt8]

    /// What the bytes say.
    public let statement: Statement

    /// - Throws: `MalformedInput` if the bytes are not a statement in its one spelling. The signature is not looked at.
    public init(bytes: [UInt8], signature: [UInt8]) throws(MalformedInput) {
        statement = try Statement(exactly: bytes)
        self.bytes = bytes
        self.signature = signature
    }

    /// SHA-256 of the bytes: the name by which a register, a list and an annulment know the statement.
    public var digest: [UInt8] { Hash.digest(bytes) }

    /// Whether the signature is over these bytes, and what certificate it names; whom to trust is not asked.
    public func inspect() -> SignatureInspection { DetachedSignature.inspect(signature, content: bytes) }
}
