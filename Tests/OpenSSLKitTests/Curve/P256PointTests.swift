import OpenSSLKit
import TestSupport
import Testing

struct P256PointTests {
    private let minusOne = hex("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632550")

    /// 2·G, as NIST's point multiplication examples have it.
    private let twice = hex(
        """
        04 7CF27B188D034F7E8A52380304B51AC3C08969E277F21B35A60B48FC47669978
        07775510DB8ED040293D9AC69F7430DBBA7DADE63CE982299E04B79D227873D1
        """)

    @Test func multiplesOfTheGenerator() throws {
        let generator = P256Point.generator
        #expect(try P256Point(x962: generator.x962) == generator)
        #expect(try generator * P256Scalar(1) == generator)
        #expect(try (generator * P256Scalar(2)).x962 == twice)
        #expect(try (generator + generator).x962 == twice)
        #expect(try generator * P256Scalar(minusOne) == generator.negated())
    }

    @Test func aKeyOfTheTools() throws {
        let openssl = try OpenSSLCommand()
        try openssl("ecparam -name prime256v1 -genkey -noout -outform DER -out key.der")
        // ECPrivateKey (RFC 5915): 30 77 02 01 01 04 20 scalar … 03 42 00 point.
        let bytes = try openssl.read("key.der")
        let scalar = try P256Scalar(Array(bytes[7..<39]))
        #expect(try (P256Point.generator * scalar).x962 == Array(bytes.suffix(65)))
    }

    @Test func groupLaws() throws {
        let generator = P256Point.generator
        for _ in 0..<5 {
            let (a, b) = (try P256Scalar.random(), try P256Scalar.random())
            let (p, q) = (try generator * a, try generator * b)
            #expect(try p + q == generator * (a + b))
            #expect(try p * b == q * a)
            #expect(try p * b == generator * (a * b))
            #expect(try p - q == generator * (a - b))
            #expect(try P256Point(compressed: p.compressed) == p)
        }
    }

    @Test func sums() throws {
        let generator = P256Point.generator
        let (a, b) = (try P256Scalar.random(), try P256Scalar.random())
        let point = try generator * b
        #expect(try P256Point.sum(of: [(generator, a), (point, a)]) == generator * (a * b + a))
        #expect(try P256Point.sum(of: [point, point, point]) == point * P256Scalar(3))
        #expect(try P256Point.sum(of: [(point, P256Scalar(0)), (generator, a)]) == generator * a)
    }

    /// Infinity in the end is none; on the way it is a sum like another.
    @Test func sumsThatAreInfinity() throws {
        let generator = P256Point.generator
        let minus = try P256Scalar(1).negated()
        #expect(try P256Point.sum(of: [(generator, P256Scalar(1)), (generator, minus)]) == nil)
        #expect(try P256Point.sum(of: [(generator, P256Scalar(0))]) == nil)
        #expect(try P256Point.sum(of: [generator, generator.negated()]) == nil)
        #expect(try P256Point.sum(of: [P256Point]()) == nil)
        #expect(try P256Point.sum(of: [generator, generator.negated(), generator]) == generator)
    }

    @Test func refusesInfinity() throws {
        let generator = P256Point.generator
        #expect(throws: P256Error.infinity) { try generator * P256Scalar(0) }
        #expect(throws: P256Error.infinity) { try P256Point(x962: twice) * P256Scalar(0) }
        #expect(throws: P256Error.infinity) { try generator - generator }
        #expect(throws: P256Error.wrongLength(expected: 65, actual: 1)) { try P256Point(x962: [0]) }
        #expect(throws: P256Error.wrongPointForm(0)) { try P256Point(x962: [UInt8](repeating: 0, count: 65)) }
    }

    @Test func refusesOtherForms() throws {
        let point = P256Point.generator.x962
        for form in UInt8.min...UInt8.max where form != 4 {
            #expect(throws: P256Error.wrongPointForm(form)) { try P256Point(x962: [form] + point.dropFirst()) }
        }
        #expect(throws: P256Error.wrongLength(expected: 65, actual: 33)) {
            try P256Point(x962: P256Point.generator.compressed)
        }
        #expect(throws: P256Error.wrongLength(expected: 65, actual: 66)) { try P256Point(x962: point + [0]) }
        #expect(throws: P256Error.wrongPointForm(4)) { try P256Point(compressed: Array(point.prefix(33))) }
    }

    @Test func refusesPointsOffTheCurve() throws {
        for bit in stride(from: 8, to: 65 * 8, by: 5) {
            var point = P256Point.generator.x962
            point[bit / 8] ^= 1 << UInt8(bit % 8)
            #expect(throws: P256Error.notOnCurve) { try P256Point(x962: point) }
        }
        // x = p, which a careless parser would take for 0.
        let prime = hex("ffffffff00000001000000000000000000000000ffffffffffffffffffffffff")
        #expect(throws: P256Error.notOnCurve) { try P256Point(x962: [4] + prime + prime) }
        #expect(throws: P256Error.notOnCurve) { try P256Point(compressed: [2] + prime) }
    }
}
