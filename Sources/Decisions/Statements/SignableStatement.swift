public import Recognition
public import StrictEncoding

/// A statement that is signed as bytes: a recognition or an annulment.
public protocol SignableStatement: Hashable, Sendable {
    /// The most bytes that a statement may have.
    static var maximumSize: Int { get }

    var authority: Authority { get }
    var number: DecisionNumber { get }
    var date: CalendarDate { get }
    var unit: Unit { get }

    /// The year of the recognition.
    var year: Int { get }
    var signer: Signer { get }

    /// The statement for programs.
    var json: JSONValue { get }

    /// The statement's bytes, always the same for the same statement.
    var encoded: [UInt8] { get }

    /// - Throws: `MalformedInput`.
    init(parsing bytes: [UInt8]) throws(MalformedInput)
}

extension DecisionStatement: SignableStatement {}
extension AnnulmentStatement: SignableStatement {}

extension SignableStatement {
    /// Reads a statement from the one spelling that it has: a second would have a digest of its own, and so would not be
    /// annulled with the first.
    /// - Throws: `MalformedInput`, `notCanonical` for another spelling.
    init(exactly bytes: [UInt8]) throws(MalformedInput) {
        let statement = try Self(parsing: bytes)
        guard statement.encoded == bytes else {
            throw MalformedInput(.notCanonical, at: "", "spaced and escaped otherwise than this program writes")
        }
        self = statement
    }
}
