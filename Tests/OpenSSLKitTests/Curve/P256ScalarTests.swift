import OpenSSLKit
import TestSupport
import Testing

struct P256ScalarTests {
    private let order = hex("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551")
    private let zero = [UInt8](repeating: 0, count: 32)

    @Test func takesOneToOrderLessOne() throws {
        #expect(throws: Never.self) { try P256Scalar(zero.dropLast() + [1]) }
        #expect(throws: Never.self) { try P256Scalar(order.dropLast() + [0x50]) }
        #expect(throws: P256Error.scalarOutOfRange) { try P256Scalar(order) }
        #expect(throws: P256Error.scalarOutOfRange) { try P256Scalar([UInt8](repeating: 0xFF, count: 32)) }
        #expect(throws: P256Error.scalarOutOfRange) { try P256Scalar(zero) }
        #expect(try P256Scalar(zero, allowingZero: true).isZero)
        #expect(throws: P256Error.scalarOutOfRange) { try P256Scalar(order, allowingZero: true) }
    }

    @Test(arguments: [0, 1, 31, 33, 64])
    func refusesOtherLengths(count: Int) {
        #expect(throws: P256Error.wrongLength(expected: 32, actual: count)) {
            try P256Scalar([UInt8](repeating: 1, count: count))
        }
    }

    @Test func fieldLaws() throws {
        for _ in 0..<20 {
            let (a, b, c) = (try P256Scalar.random(), try P256Scalar.random(), try P256Scalar.random())
            #expect(try a + b == b + a)
            #expect(try (a + b) * c == a * c + b * c)
            #expect(try (a - b) + b == a)
            #expect(try (a + a.negated()).isZero)
            #expect(try a * a.inverse() == P256Scalar(1))
            #expect(try a * P256Scalar(0) == P256Scalar(0))
            #expect(try a + P256Scalar(0) == a)
        }
    }

    @Test func edges() throws {
        let minusOne = try P256Scalar(order.dropLast() + [0x50])
        #expect(try P256Scalar(1).negated() == minusOne)
        #expect(try P256Scalar(0).negated().isZero)
        #expect(try (minusOne + P256Scalar(1)).isZero)
        #expect(try minusOne * minusOne == P256Scalar(1))
        #expect(try minusOne.inverse() == minusOne)
        #expect(throws: P256Error.noInverse) { try P256Scalar(0).inverse() }
        #expect(P256Scalar(0x0102_0304).bytes.unwipedCopy == [UInt8](repeating: 0, count: 28) + [1, 2, 3, 4])
    }

    /// mod (n − 1) + 1: n − 1 becomes 1, n − 2 becomes n − 1.
    @Test func reducesToNeverZero() throws {
        let padding = [UInt8](repeating: 0, count: 16)
        #expect(try P256Scalar(reducing: padding + zero) == P256Scalar(1))
        #expect(try P256Scalar(reducing: padding + order.dropLast() + [0x50]) == P256Scalar(1))
        #expect(try P256Scalar(reducing: padding + order) == P256Scalar(2))
        #expect(
            try P256Scalar(reducing: padding + order.dropLast() + [0x4F]) == P256Scalar(order.dropLast() + [0x50]))
        // 2^384 − 1 mod (n − 1) + 1, by Python.
        let largest = try P256Scalar(reducing: [UInt8](repeating: 0xFF, count: 48))
        #expect(largest.bytes.unwipedCopy == hex(Self.largestReduced))
        #expect(throws: P256Error.wrongLength(expected: 48, actual: 32)) { try P256Scalar(reducing: zero) }
    }

    @Test func reducesWideValues() throws {
        let padding = [UInt8](repeating: 0, count: 16)
        #expect(try P256Scalar(wide: SecretBytes(copying: padding + order)).isZero)
        let largest = try P256Scalar(wide: SecretBytes(copying: [UInt8](repeating: 0xFF, count: 48)))
        #expect(largest.bytes.unwipedCopy == hex(Self.largestWide))
    }

    /// A secret split over a line, recovered from two points of it.
    @Test func interpolatesALine() throws {
        let (secret, slope) = (try P256Scalar.random(), try P256Scalar.random())
        let shares = try [2, 5].map { x in (x: P256Scalar(x), y: try secret + slope * P256Scalar(x)) }
        let (one, other) = (shares[0], shares[1])
        let first = try one.y * other.x * (other.x - one.x).inverse()
        let second = try other.y * one.x * (one.x - other.x).inverse()
        #expect(try first + second == secret)
    }

    private static let largestReduced = "431905529c0166ce652e96b7ccca0a9a679b73e29ad16947f01cf012fc632550"
    private static let largestWide = "431905529c0166ce652e96b7ccca0a99679b73e19ad16947f01cf013fc632550"
}
