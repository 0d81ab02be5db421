import BallotTokens
import OpenSSLKit
import StrictEncoding
import Testing

struct TokenRequestTests {
    private let issuer: TokenIssuer
    private let bytes: [UInt8]

    init() throws {
        issuer = try TokenIssuer(TestKeys.one.get())
        let client = try TokenClient(key: issuer.key, challenge: TokenChallenge(issuerName: "issuer.example"))
        bytes = try client.request(nonce: [UInt8](repeating: 1, count: 32)).request.bytes
    }

    @Test func comesBackAsItWent() throws {
        #expect(bytes.count == TokenRequest.length)
        #expect(try TokenRequest(parsing: bytes).bytes == bytes)
    }

    @Test func refusesOtherLengths() {
        for count in 0..<bytes.count {
            #expect(reason { try TokenRequest(parsing: Array(bytes.prefix(count))) } == .wrongLength)
        }
        #expect(reason { try TokenRequest(parsing: bytes + [0]) } == .wrongLength)
    }

    @Test func refusesOtherTypes() {
        for type in [[0, 1], [2, 0], [0xDA, 0x7A]] as [[UInt8]] {
            #expect(reason { try TokenRequest(parsing: type + bytes.dropFirst(2)) } == .wrongType)
        }
    }

    @Test func refusesAnotherKeysByte() throws {
        let request = try TokenRequest(parsing: [0, 2, bytes[2] ^ 1] + bytes.dropFirst(3))
        #expect(reason { try issuer.issue(request) } == .wrongValue)
    }

    @Test func refusesAMessageNotBelowTheModulus() throws {
        for message in [issuer.key.rsa.modulus, [UInt8](repeating: 0xFF, count: 256)] {
            let request = try TokenRequest(parsing: Array(bytes.prefix(3)) + message)
            #expect(reason { try issuer.issue(request) } == .outOfRange)
        }
    }

    @Test func answersTheEdgesOfTheRange() throws {
        var largest = issuer.key.rsa.modulus
        largest[255] -= 1
        for message in [[UInt8](repeating: 0, count: 256), largest] {
            let request = try TokenRequest(parsing: Array(bytes.prefix(3)) + message)
            #expect(try issuer.issue(request) == message)
        }
    }
}
