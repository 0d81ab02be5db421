import Testing

@testable import OpenSSLKit

struct OddModulusTests {
    @Test(arguments: [[], [0], [2], [0xFF, 0xFE]] as [[UInt8]])
    func refusesEvenModuli(bytes: [UInt8]) {
        #expect(throws: OpenSSLError.self) { try OddModulus(BigNumber(bytes)) }
    }

    @Test func arithmeticModuloFifteen() throws {
        let modulus = try OddModulus(BigNumber([15]))
        for one in UInt8(0)..<15 {
            for other in UInt8(0)..<15 {
                let (a, b) = (try BigNumber([one]), try BigNumber([other]))
                #expect(try modulus.product(a, b).bytes(count: 1) == [one * other % 15])
                #expect(try modulus.sum(a, b).bytes(count: 1) == [(one + other) % 15])
            }
        }
    }

    @Test func inversesModuloFifteen() throws {
        let modulus = try OddModulus(BigNumber([15]))
        for value in UInt8(0)..<15 {
            let expected = (UInt8(1)..<15).first { value * $0 % 15 == 1 }
            #expect(try modulus.inverse(BigNumber([value]))?.bytes(count: 1) == expected.map { [$0] })
            #expect(OpenSSLError.drained("nothing").reasons.isEmpty)
        }
    }
}
