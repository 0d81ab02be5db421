import BallotTokens
import StrictEncoding
import Testing

struct TokenChallengeTests {
    private let context = [UInt8](0..<32)

    @Test func comesBackAsItWent() throws {
        for context in [[], context] {
            for origin in ["", "origin.example", "a.example,b.example:8443"] {
                let challenge = try TokenChallenge(
                    issuerName: "issuer.example", redemptionContext: context, originInfo: origin)
                #expect(try TokenChallenge(parsing: challenge.bytes) == challenge)
            }
        }
        let longest = String(repeating: "x", count: 0xFFFF)
        let challenge = try TokenChallenge(issuerName: longest, originInfo: longest)
        #expect(try TokenChallenge(parsing: challenge.bytes) == challenge)
    }

    @Test func refusesFieldsOutOfRange() {
        #expect(reason { try TokenChallenge(issuerName: "") } == .wrongLength)
        #expect(reason { try TokenChallenge(issuerName: String(repeating: "x", count: 0x10000)) } == .wrongLength)
        #expect(reason { try TokenChallenge(issuerName: "Hà-Nội.example") } == .wrongValue)
        #expect(reason { try TokenChallenge(issuerName: "a b") } == .wrongValue)
        for count in [1, 31, 33] {
            let context = [UInt8](repeating: 0, count: count)
            #expect(reason { try TokenChallenge(issuerName: "a", redemptionContext: context) } == .wrongLength)
        }
    }

    @Test func refusesTruncationsTrailingBytesAndOtherTypes() throws {
        let bytes = try TokenChallenge(issuerName: "issuer.example", redemptionContext: context).bytes
        for count in 0..<bytes.count {
            #expect(reason { try TokenChallenge(parsing: Array(bytes.prefix(count))) } == .wrongLength)
        }
        #expect(reason { try TokenChallenge(parsing: bytes + [0]) } == .trailingBytes)
        #expect(reason { try TokenChallenge(parsing: [0, 1] + bytes.dropFirst(2)) } == .wrongType)
    }

    /// Whatever is read encodes to the bytes that were read.
    @Test func everyByteChangeIsAnotherChallengeOrAnError() throws {
        let bytes = try TokenChallenge(issuerName: "issuer.example", redemptionContext: context, originInfo: "o").bytes
        for place in bytes.indices {
            for value in UInt8.min...UInt8.max {
                var changed = bytes
                changed[place] = value
                guard let read = try? TokenChallenge(parsing: changed) else { continue }
                #expect(read.bytes == changed)
            }
        }
    }
}

/// The reason for which `body` refuses its input, or nil.
func reason(_ body: () throws -> some Any) -> MalformedInput.Reason? {
    do {
        _ = try body()
        return nil
    } catch {
        return (error as? MalformedInput)?.reason
    }
}
