extension RSAPublicKey {
    /// Whether two moduli share no factor. Two that do are both broken: their greatest common divisor is a prime of each.
    public func isCoprime(with other: RSAPublicKey) throws -> Bool {
        try modulusArithmetic.number.isCoprime(with: other.modulusArithmetic.number)
    }

    /// The places of the first two keys whose moduli share a factor, or nil where all are pairwise coprime.
    ///
    /// Each modulus is held against the product of those before it, so that n keys cost n divisors, not n²/2.
    public static func firstSharedFactor(among keys: [RSAPublicKey]) throws -> (earlier: Int, later: Int)? {
        guard var product = keys.first?.modulusArithmetic.number else { return nil }
        for (place, key) in keys.enumerated().dropFirst() {
            let modulus = key.modulusArithmetic.number
            guard try product.remainder(by: modulus).isCoprime(with: modulus) else {
                let earlier = try keys[..<place].firstIndex { try !$0.isCoprime(with: key) }
                return earlier.map { ($0, place) }
            }
            product = try product.product(with: modulus)
        }
        return nil
    }
}
