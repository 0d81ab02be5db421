import OpenSSLKit
import TestSupport
import Testing

struct DerivationTests {
    struct ScryptVector: Sendable {
        let password: String, salt: String, n: UInt64, r: UInt64, p: UInt64, key: String
    }

    /// RFC 7914 section 12, but for the one that takes a gibibyte.
    static let scryptVectors = [
        ScryptVector(
            password: "", salt: "", n: 16, r: 1, p: 1,
            key: """
                77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442
                fcd0069ded0948f8326a753a0fc81f17e8d3e0fb2e0d3628cf35e20c38d18906
                """),
        ScryptVector(
            password: "password", salt: "NaCl", n: 1024, r: 8, p: 16,
            key: """
                fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162
                2eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640
                """),
        ScryptVector(
            password: "pleaseletmein", salt: "SodiumChloride", n: 16384, r: 8, p: 1,
            key: """
                7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2
                d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887
                """),
    ]

    @Test(arguments: scryptVectors)
    func scrypt(vector: ScryptVector) throws {
        let key = try Derivation.scrypt(
            password: Array(vector.password.utf8), salt: Array(vector.salt.utf8), n: vector.n, r: vector.r, p: vector.p,
            count: 64)
        #expect(key.unwipedCopy == hex(vector.key))
    }

    private static let forbidden: [(n: UInt64, r: UInt64, p: UInt64)] = [
        (0, 8, 1), (1, 8, 1), (1000, 8, 1), (1024, 0, 1), (1024, 8, 0), (1 << 40, 8, 1),
    ]

    @Test(arguments: forbidden)
    func scryptRefusesItsParameters(n: UInt64, r: UInt64, p: UInt64) {
        #expect(throws: OpenSSLError.self) {
            try Derivation.scrypt(password: [1], salt: [2], n: n, r: r, p: p, count: 32)
        }
    }

    /// RFC 7914 section 11.
    @Test func pbkdf2() throws {
        let one = try Derivation.pbkdf2SHA256(
            password: Array("passwd".utf8), salt: Array("salt".utf8), iterations: 1, count: 64)
        #expect(
            one
                == hex(
                    """
                    55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc
                    49ca9cccf179b645991664b39d77ef317c71b845b1e30bd509112041d3a19783
                    """))
        let many = try Derivation.pbkdf2SHA256(
            password: Array("Password".utf8), salt: Array("NaCl".utf8), iterations: 80_000, count: 64)
        #expect(
            many
                == hex(
                    """
                    4ddcd8f60b98be21830cee5ef22701f9641a4418d04c0414aeff08876b34ab56
                    a1d425a1225833549adb841b51c9b3176a272bdebba1d078478f62b397f33c8d
                    """))
    }

    @Test(arguments: [0, -1, Int.min]) func pbkdf2RefusesNoIterations(iterations: Int) {
        #expect(throws: OpenSSLError.self) {
            try Derivation.pbkdf2SHA256(password: [1], salt: [2], iterations: iterations, count: 32)
        }
    }
}
