/// A point of P-256 other than infinity, held in its encoding.
public struct P256Point: Hashable, Sendable {
    /// Uncompressed (SEC 1 section 2.3.3): 04 || x || y, 65 bytes.
    public let x962: [UInt8]

    /// - Parameter x962: 65 bytes, the first of them 04.
    /// - Throws: `P256Error.wrongLength`, `.wrongPointForm` (compressed, hybrid or infinity), `.notOnCurve`;
    ///   `OpenSSLError`.
    public init(x962: [UInt8]) throws {
        try Self.check(x962, count: 65, forms: 4...4)
        _ = try PointHandle(encoded: x962)
        self.x962 = x962
    }

    /// - Parameter compressed: 02 or 03 || x, 33 bytes (SEC 1 section 2.3.4).
    /// - Throws: as `init(x962:)`.
    public init(compressed: [UInt8]) throws {
        try Self.check(compressed, count: 33, forms: 2...3)
        try self.init(PointHandle(encoded: compressed))
    }

    init(_ handle: PointHandle) throws { x962 = try handle.encoded() }

    private init(unchecked x962: [UInt8]) { self.x962 = x962 }

    /// 02 or 03 || x, 33 bytes: what is left when y is told by its last bit.
    public var compressed: [UInt8] { [2 | x962[64] & 1] + x962[1...32] }

    /// The base point G (SEC 2 section 2.4.2).
    public static let generator = P256Point(unchecked: [
        0x04,
        0x6B, 0x17, 0xD1, 0xF2, 0xE1, 0x2C, 0x42, 0x47, 0xF8, 0xBC, 0xE6, 0xE5, 0x63, 0xA4, 0x40, 0xF2,
        0x77, 0x03, 0x7D, 0x81, 0x2D, 0xEB, 0x33, 0xA0, 0xF4, 0xA1, 0x39, 0x45, 0xD8, 0x98, 0xC2, 0x96,
        0x4F, 0xE3, 0x42, 0xE2, 0xFE, 0x1A, 0x7F, 0x9B, 0x8E, 0xE7, 0xEB, 0x4A, 0x7C, 0x0F, 0x9E, 0x16,
        0x2B, 0xCE, 0x33, 0x57, 0x6B, 0x31, 0x5E, 0xCE, 0xCB, 0xB6, 0x40, 0x68, 0x37, 0xBF, 0x51, 0xF5,
    ])

    private static func check(_ bytes: [UInt8], count: Int, forms: ClosedRange<UInt8>) throws(P256Error) {
        guard bytes.count == count else { throw .wrongLength(expected: count, actual: bytes.count) }
        guard forms.contains(bytes[0]) else { throw .wrongPointForm(bytes[0]) }
    }
}

/// Arithmetic of points. Every operation throws `P256Error.infinity` where the result is that, and `OpenSSLError` only
/// where OpenSSL itself fails.
extension P256Point {
    public static func + (one: P256Point, other: P256Point) throws -> P256Point {
        try P256Point(PointHandle(encoded: one.x962).sum(with: PointHandle(encoded: other.x962)))
    }

    /// In constant time with respect to the scalar; the generator's multiples come from a table.
    public static func * (point: P256Point, scalar: P256Scalar) throws -> P256Point {
        try P256Point(handle(of: point, times: scalar))
    }

    /// Each point times its scalar, added up; nil where that is infinity, which is what no points are too. As `*` is,
    /// in constant time with respect to each scalar.
    public static func sum(of terms: [(point: P256Point, scalar: P256Scalar)]) throws -> P256Point? {
        let sum = try terms.reduce(PointHandle()) { try $0.sum(with: handle(of: $1.point, times: $1.scalar)) }
        return sum.isInfinity ? nil : try P256Point(sum)
    }

    /// The points added up; nil where that is infinity.
    public static func sum(of points: [P256Point]) throws -> P256Point? {
        let sum = try points.reduce(PointHandle()) { try $0.sum(with: PointHandle(encoded: $1.x962)) }
        return sum.isInfinity ? nil : try P256Point(sum)
    }

    private static func handle(of point: P256Point, times scalar: P256Scalar) throws -> PointHandle {
        guard point != generator else { return try PointHandle(multiple: scalar.number()) }
        return try PointHandle(encoded: point.x962).multiple(scalar.number())
    }

    /// The same x, the other y.
    public func negated() throws -> P256Point {
        try P256Point(compressed: [compressed[0] ^ 1] + compressed[1...])
    }

    public static func - (one: P256Point, other: P256Point) throws -> P256Point {
        try one + other.negated()
    }
}
