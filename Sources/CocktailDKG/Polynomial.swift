public import OpenSSLKit

/// A dealer's secret polynomial f(x) = a₀ + a₁x + …; none of its coefficients is zero.
struct Polynomial: Sendable {
    /// a₀ first.
    let coefficients: [P256Scalar]

    init(degree: Int, drawing random: () throws -> P256Scalar) throws {
        coefficients = try (0...degree).map { _ in try nonzero(random) }
    }

    /// f(x), by Horner's rule.
    func evaluated(at x: Int) throws -> P256Scalar {
        let x = P256Scalar(UInt32(x))
        return try coefficients.reversed().reduce(P256Scalar(0)) { try $0 * x + $1 }
    }

    func commitment() throws -> Commitment {
        Commitment(points: try coefficients.map { try P256Point.generator * $0 })
    }
}

/// Draws until it is not zero.
func nonzero(_ random: () throws -> P256Scalar) throws -> P256Scalar {
    while true {
        let scalar = try random()
        if !scalar.isZero { return scalar }
    }
}

/// The commitment to a polynomial (Feldman): its coefficients times the generator. Anybody can evaluate it.
public struct Commitment: Hashable, Sendable {
    /// As many as the threshold, that of a₀ first; none is infinity.
    public let points: [P256Point]

    /// f(x)·B; nil where f(x) is zero.
    /// - Throws: `OpenSSLError`.
    public func evaluated(at x: Int) throws -> P256Point? { try Self.evaluated(points, at: x) }

    var bytes: [UInt8] { points.flatMap(\.compressed) }

    /// The points times the powers of x, added up; nil stands for infinity.
    static func evaluated(_ points: [P256Point?], at x: Int) throws -> P256Point? {
        let x = P256Scalar(UInt32(x))
        var (power, terms) = (P256Scalar(1), [(point: P256Point, scalar: P256Scalar)]())
        for point in points {
            if let point { terms.append((point, power)) }
            power = try power * x
        }
        return try P256Point.sum(of: terms)
    }
}

extension P256Scalar {
    /// The value at zero of the polynomial of degree n − 1 that goes through n points (Lagrange).
    ///
    /// - Parameter values: at distinct places from 1 upwards.
    /// - Throws: `P256Error.noInverse` where two places are the same; `OpenSSLError`.
    public static func interpolatedAtZero(_ values: [(place: Int, value: P256Scalar)]) throws -> P256Scalar {
        try values.indices.reduce(P256Scalar(0)) { sum, index in
            let place = P256Scalar(UInt32(values[index].place))
            var (numerator, denominator) = (values[index].value, P256Scalar(1))
            for other in values.indices where other != index {
                let otherPlace = P256Scalar(UInt32(values[other].place))
                numerator = try numerator * otherPlace
                denominator = try denominator * (otherPlace - place)
            }
            return try sum + numerator * denominator.inverse()
        }
    }
}
