/// Arithmetic of points. Every operation throws `P256Error.infinity` where the result is that, and `OpenSSLError` only
/// where OpenSSL itself fails.
extension P256Point {
    public static func + (one: P256Point, other: P256Point) throws -> P256Point {
        try P256Point(PointHandle(encoded: one.x962).sum(with: PointHandle(encoded: other.x962)))
    }

    /// In constant time with respect to the scalar; the generator's multiples come from a table.
    public static func * (point: P256Point, scalar: P256Scalar) throws -> P256Point {
        guard point != generator else { return try P256Point(PointHandle(multiple: scalar.number())) }
        return try P256Point(PointHandle(encoded: point.x962).multiple(scalar.number()))
    }

    /// The same x, the other y.
    public func negated() throws -> P256Point {
        try P256Point(compressed: [compressed[0] ^ 1] + compressed[1...])
    }

    public static func - (one: P256Point, other: P256Point) throws -> P256Point {
        try one + other.negated()
    }
}
