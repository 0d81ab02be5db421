/// Why a scalar or a point of P-256 was refused.
public enum P256Error: Error, Hashable, Sendable, CustomStringConvertible {
    /// Counts in bytes.
    case wrongLength(expected: Int, actual: Int)

    /// A scalar that is not below the group's order, or is zero where that is not allowed.
    case scalarOutOfRange

    /// Zero has no inverse.
    case noInverse

    /// The first byte of an encoded point is not the one its form has.
    case wrongPointForm(UInt8)

    /// Coordinates that are not those of a point of the curve.
    case notOnCurve

    /// The result is the point at infinity, which has no encoding here.
    case infinity

    public var description: String {
        switch self {
        case .wrongLength(let expected, let actual): "P-256: \(actual) bytes given, \(expected) expected"
        case .scalarOutOfRange: "P-256: the scalar is zero, or not below the group's order"
        case .noInverse: "P-256: zero has no inverse"
        case .wrongPointForm(let byte): "P-256: a point cannot begin with byte \(byte)"
        case .notOnCurve: "P-256: not a point of the curve"
        case .infinity: "P-256: the result is the point at infinity"
        }
    }
}
