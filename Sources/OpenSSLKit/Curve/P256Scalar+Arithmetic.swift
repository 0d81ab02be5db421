/// Arithmetic modulo n. Every operation throws `OpenSSLError` only where OpenSSL itself fails.
extension P256Scalar {
    public static func + (one: P256Scalar, other: P256Scalar) throws -> P256Scalar {
        try P256Scalar(P256Group.shared.get().order.sum(one.number(), other.number()))
    }

    public static func * (one: P256Scalar, other: P256Scalar) throws -> P256Scalar {
        try P256Scalar(P256Group.shared.get().order.product(one.number(), other.number()))
    }

    public static func - (one: P256Scalar, other: P256Scalar) throws -> P256Scalar {
        try one + other.negated()
    }

    /// n − x, and 0 for 0. As a product with n − 1 it takes no branch on the value.
    public func negated() throws -> P256Scalar {
        let group = try P256Group.shared.get()
        return try P256Scalar(group.order.product(number(), group.orderLessOne))
    }

    /// x^−1, as x^(n − 2), in constant time.
    /// - Throws: `P256Error.noInverse` for 0; `OpenSSLError`.
    public func inverse() throws -> P256Scalar {
        guard !isZero else { throw P256Error.noInverse }
        let group = try P256Group.shared.get()
        return try P256Scalar(group.order.power(number(), group.orderLessTwo))
    }
}
