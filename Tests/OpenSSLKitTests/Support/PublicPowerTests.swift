import Testing

@testable import OpenSSLKit

/// Held against OpenSSL's own exponentiation.
struct PublicPowerTests {
    @Test(arguments: [3, 5, 17, 65537, 0x1_0000_0001, .max, 0x8000_0000_0000_0001] as [UInt64])
    func agreesWithTheGeneralPower(exponent: UInt64) throws {
        for bytes in try [[7], [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xC5], TestKeys.one.get().publicKey.modulus] {
            let modulus = try OddModulus(BigNumber(bytes))
            let power = try PublicPower(exponent, modulo: modulus)
            let exponentNumber = try BigNumber((0..<8).map { UInt8(truncatingIfNeeded: exponent >> (56 - 8 * $0)) })
            for _ in 0..<5 {
                let base = try BigNumber(randomBelow: modulus.number)
                let expected = try modulus.power(base, exponentNumber).bytes(count: bytes.count)
                #expect(try power(base).bytes(count: bytes.count) == expected)
            }
        }
    }
}
