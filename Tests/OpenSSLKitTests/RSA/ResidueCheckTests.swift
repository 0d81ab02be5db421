import Testing

@testable import OpenSSLKit

/// Held against OpenSSL's own exponentiation.
struct ResidueCheckTests {
    @Test(arguments: [3, 5, 17, 65537, 0x1_0000_0001, .max, 0x8000_0000_0000_0001] as [UInt64])
    func acceptsThePowerAndNothingElse(exponent: UInt64) throws {
        for modulus in try Self.factors() + [TestKeys.one.get().publicKey.modulusArithmetic] {
            let check = try ResidueCheck(exponent, modulo: modulus)
            for _ in 0..<5 {
                let signature = try BigNumber(randomBelow: modulus.number)
                let message = try modulus.power(signature, BigNumber(exponent))
                #expect(try check(signature, opensTo: message))
                try message.increment()
                #expect(try !check(signature, opensTo: message))
            }
        }
    }

    /// The fault that gives a key away (Boneh, DeMillo and Lipton): right modulo one prime, wrong modulo the other.
    @Test func eachPrimeIsCheckedForItself() throws {
        let key = try TestKeys.one.get()
        let (modulus, factors) = (key.publicKey.modulusArithmetic, try Self.factors())
        let checks = try factors.map { try ResidueCheck(65537, modulo: $0) }
        let signature = try BigNumber(randomBelow: modulus.number)
        let message = try modulus.power(signature, BigNumber(65537))
        for (right, wrong) in [(0, 1), (1, 0)] {
            let shifted = try modulus.sum(signature, factors[right].number)
            #expect(try checks[right](shifted, opensTo: message))
            #expect(try !checks[wrong](shifted, opensTo: message))
        }
    }

    @Test func keysWithPrimesAreCheckedByThem() throws {
        let key = try TestKeys.one.get()
        #expect(try key.handle.factors(of: key.publicKey)?.count == 2)
        let bare = try RSAPrivateKey(
            modulus: key.publicKey.modulus, exponent: key.publicKey.exponent,
            privateExponent: SecretBytes(copying: [0x01, 0x00, 0x03]))
        #expect(try bare.handle.factors(of: bare.publicKey) == nil)
    }

    private static func factors() throws -> [OddModulus] {
        let key = try TestKeys.one.get()
        return try #require(try key.handle.factors(of: key.publicKey))
    }
}
