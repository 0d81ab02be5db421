import OpenSSLKit
import StrictEncoding
import TestSupport
import Testing

@testable import CocktailDKG

/// One encoding of everything, and a refusal of every other.
struct EncodingTests {
    private static let session = Result { try SmallSession(2, of: 3) }

    private let order = hex("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551")
    private let infinity = [UInt8](repeating: 0, count: 33)

    @Test func everyLengthButOne() throws {
        let small = try Self.session.get()
        let message = small.messages[0].bytes
        let transcript = try small.certificate(extension: [7]).transcript.bytes
        #expect(message.count == 2 * 33 + 65 + 33 + 3 * (8 + 48))
        for count in message.indices {
            #expect(throws: MalformedInput.self) { try Round1Message(Array(message.prefix(count)), in: small.session) }
        }
        for count in transcript.indices {
            #expect(throws: MalformedInput.self) { try Transcript(Array(transcript.prefix(count))) }
        }
        #expect(throws: MalformedInput(.trailingBytes, at: "msg1")) {
            try Round1Message(message + [0], in: small.session)
        }
        #expect(throws: MalformedInput(.trailingBytes, at: "transcript")) { try Transcript(transcript + [0]) }
    }

    /// Infinity, x that is no point's, x above the field's order, another form: at every place where a point stands.
    @Test func pointsThatAreNone() throws {
        let small = try Self.session.get()
        let message = small.messages[0].bytes
        let off = [2] + [UInt8](repeating: 0, count: 31) + [1]
        #expect(throws: P256Error.notOnCurve) { try P256Point(compressed: off) }
        let above = [2] + [UInt8](repeating: 0xFF, count: 32)
        for wrong in [infinity, off, above, [4] + message[1..<33]] {
            for place in [0, 33, 66, 131] {
                var altered = message
                altered.replaceSubrange(place..<place + 33, with: wrong)
                #expect(throws: MalformedInput.self) { try Round1Message(altered, in: small.session) }
            }
        }
    }

    @Test func scalarsAboveTheOrder() throws {
        var signature = try SchnorrSignature(of: [], by: P256Scalar.random()).bytes
        signature.replaceSubrange(33..., with: order)
        #expect(throws: MalformedInput.self) { try SchnorrSignature(signature) }
        signature.replaceSubrange(33..., with: order.dropLast() + [0x50])
        #expect(throws: Never.self) { try SchnorrSignature(signature) }
    }

    @Test(arguments: [0, 47, 49, 80, UInt64.max])
    func ciphertextsOfOtherLengths(count: UInt64) throws {
        let small = try Self.session.get()
        var bytes = small.messages[0].bytes
        bytes.replaceSubrange(164..<172, with: [UInt8](bigEndian: count))
        #expect(throws: MalformedInput.self) { try Round1Message(bytes, in: small.session) }
    }

    @Test func payloadsUpToTheLimit() throws {
        let keys = try (0..<2).map { _ in try P256Scalar.random() }
        let session = try DKGSession(
            threshold: 2, staticKeys: keys.map { try P256Point.generator * $0 }, context: [],
            maximumPayloadByteCount: 5)
        let participant = try Participant(in: session, staticKey: keys[0])
        let longest = try participant.deal(payloads: [[1, 2, 3, 4, 5], []])
        #expect(try Round1Message(longest.bytes, in: session) == longest)
        let longer = try participant.deal(payloads: [[1, 2, 3, 4, 5, 6], []])
        #expect(throws: MalformedInput.self) { try Round1Message(longer.bytes, in: session) }
        #expect(throws: DKGSetupError.participantCount) { try participant.deal(payloads: [[1]]) }
    }

    @Test func anotherCiphersuite() throws {
        let transcript = try Self.session.get().certificate().transcript.bytes
        let other = Array("COCKTAIL(P-384, SHA-256)".utf8)
        var altered = transcript
        altered.replaceSubrange(8..<8 + other.count, with: other)
        #expect(throws: MalformedInput.self) { try Transcript(altered) }
    }

    /// Counts that would have a reader take what is not there, or nothing at all.
    @Test(arguments: [(0, 0), (3, 0), (3, 4), (0, 1), (256, 2), (.max, .max), (3, .max)] as [(UInt32, UInt32)])
    func countsThatAreNone(count: UInt32, threshold: UInt32) throws {
        let transcript = try Self.session.get().certificate().transcript.bytes
        let start = 8 + Ciphersuite.identifier.count + 8 + "a session".utf8.count
        var altered = transcript
        altered.replaceSubrange(
            start..<start + 8, with: [UInt8](littleEndian: count) + [UInt8](littleEndian: threshold))
        #expect(throws: (any Error).self) { try Transcript(altered) }
    }

    @Test(arguments: [UInt64(1 << 16 + 1), .max, 1 << 63])
    func fieldsThatAreTooLong(count: UInt64) throws {
        var transcript = try Self.session.get().certificate().transcript.bytes
        transcript.replaceSubrange((transcript.count - 8)..., with: [UInt8](littleEndian: count))
        #expect(throws: MalformedInput(.tooLarge, at: "transcript")) { try Transcript(transcript) }
    }

    @Test func setups() throws {
        let keys = try Self.session.get().session.staticKeys
        #expect(throws: DKGSetupError.threshold) { try DKGSession(threshold: 0, staticKeys: keys, context: []) }
        #expect(throws: DKGSetupError.threshold) { try DKGSession(threshold: 4, staticKeys: keys, context: []) }
        #expect(throws: DKGSetupError.participantCount) { try DKGSession(threshold: 1, staticKeys: [], context: []) }
        #expect(throws: DKGSetupError.repeatedKey) {
            try DKGSession(threshold: 1, staticKeys: keys + [keys[0]], context: [])
        }
        #expect(throws: DKGSetupError.notAParticipant) {
            try Participant(in: Self.session.get().session, staticKey: P256Scalar.random())
        }
    }

    /// Whatever is read is what would be written.
    @Test func readingIsTheInverseOfWriting() throws {
        let small = try Self.session.get()
        let message = small.messages[0].bytes
        let transcript = try small.certificate(extension: [1, 2, 3]).transcript.bytes
        var mutator = Mutator(seed: 20)
        for _ in 0..<400 {
            let altered = mutator.mutate(message)
            if let read = try? Round1Message(altered, in: small.session) { #expect(read.bytes == altered) }
            let other = mutator.mutate(transcript)
            if let read = try? Transcript(other) {
                #expect(Transcript(of: read.session, dealings: read.dealings, extension: read.extension).bytes == other)
            }
        }
    }
}
