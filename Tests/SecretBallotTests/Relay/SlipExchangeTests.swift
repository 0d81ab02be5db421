import ObliviousHTTP
import StrictEncoding
import TestSupport
import Testing

@testable import SecretBallot

/// One form of everything that a relay carries, and nothing else.
struct SlipExchangeTests {
    private let exchange: SlipExchange
    private let slip = SeededRandom.slip

    init() throws {
        exchange = try SlipExchange(issuer: "phieu.example", roundID: RoundID([UInt8](repeating: 3, count: 32)))
    }

    /// Every byte of a request but the slip's is given; a reader that overlooked one would let encoders leave marks.
    @Test func everyByteOfARequestIsGiven() {
        let request = exchange.request(slip)
        #expect(exchange.slip(in: request) == slip)
        for place in request.indices {
            var other = request
            other[place] ^= 1
            let taken = exchange.slip(in: other)
            #expect(taken == nil || taken != slip && exchange.request(taken ?? []) == other, "\(place)")
        }
        #expect(
            request.indices.count { place in
                var other = request
                other[place] ^= 1
                return exchange.slip(in: other) != nil
            } == Slip.byteCount)
        for other in [[], request.dropLast(), request + [0]] as [[UInt8]] { #expect(exchange.slip(in: other) == nil) }
    }

    /// The same request as RFC 9292 lets others write it: another round, another host, upper case, a field more,
    /// trailers, truncated, of indeterminate length.
    @Test func otherSpellingsOfARequestAreRefused() throws {
        let good = try BinaryRequest(parsing: exchange.request(slip))
        let type = good.fields[0]
        let others: [BinaryRequest] = [
            try BinaryRequest(
                method: "PUT", scheme: "https", authority: good.authority, path: good.path, fields: [type],
                content: slip),
            try BinaryRequest(
                method: "POST", scheme: "http", authority: good.authority, path: good.path, fields: [type],
                content: slip),
            try BinaryRequest(
                method: "POST", scheme: "https", authority: "Phieu.example", path: good.path, fields: [type],
                content: slip),
            try BinaryRequest(
                method: "POST", scheme: "https", authority: good.authority, path: good.path + "/", fields: [type],
                content: slip),
            try BinaryRequest(
                method: "POST", scheme: "https", authority: good.authority, path: good.path,
                fields: [type, BinaryField(name: "dnt", value: "1")], content: slip),
            try BinaryRequest(
                method: "POST", scheme: "https", authority: good.authority, path: good.path, fields: [], content: slip),
        ]
        for other in others { #expect(exchange.slip(in: other.encoded) == nil) }
        #expect(exchange.slip(in: good.encoded) == slip)
        #expect(exchange.slip(in: good.encoded.dropLast()) == nil)
        #expect(exchange.slip(in: [2] + good.encoded.dropFirst()) == nil)
    }

    @Test func everyAnswerIsAsLong() throws {
        let limit = SlipAnswer.problemLimit
        let answers: [SlipAnswer] = [
            .receipt([UInt8](repeating: 1, count: 64)), .problem(status: 409, body: []),
            .problem(status: 422, body: [UInt8](repeating: 1, count: limit)),
        ]
        for answer in answers {
            let bytes = try answer.encoded()
            #expect(bytes.count == 1_024)
            #expect(try SlipAnswer(parsing: bytes) == answer)
            #expect(try ResponseKey.ofNobody().seal(bytes).count == SlipGateway.filler().count)
        }
        #expect(throws: BinaryHTTPFault.tooLong) {
            try SlipAnswer.problem(status: 422, body: [UInt8](repeating: 1, count: limit + 1)).encoded()
        }
        #expect(throws: BinaryHTTPFault.status) { try SlipAnswer.problem(status: 200, body: []).encoded() }
    }

    @Test func answersThatNoGatewayWritesAreRefused() throws {
        let octets = try BinaryField(name: "content-type", value: "application/octet-stream")
        let problem = try BinaryField(name: "content-type", value: "application/problem+json")
        let receipt = [UInt8](repeating: 1, count: 64)
        let wrong: [BinaryResponse] = [
            try BinaryResponse(status: 200, fields: [octets], content: receipt.dropLast()),
            try BinaryResponse(status: 201, fields: [octets], content: receipt),
            try BinaryResponse(status: 200, fields: [problem], content: receipt),
            try BinaryResponse(status: 409, fields: [octets], content: []),
            try BinaryResponse(status: 409, fields: [problem, octets], content: []),
            try BinaryResponse(status: 409, fields: [], content: []),
            try BinaryResponse(status: 409, fields: [problem], content: [UInt8](repeating: 1, count: 513)),
        ]
        for response in wrong {
            #expect(throws: BinaryHTTPFault.self) { try SlipAnswer(parsing: response.encoded(paddedTo: 1_024)) }
        }
        #expect(throws: BinaryHTTPFault.padding) {
            try SlipAnswer(parsing: BinaryResponse(status: 200, fields: [octets], content: receipt).encoded)
        }
    }

    @Test func listsAreBoundedAndWhole() throws {
        for count in [0, 1, 1_024] {
            let list = Array(repeating: [UInt8](repeating: 7, count: 3), count: count)
            let bytes = MessageList.encoded(list)
            #expect(bytes.count == MessageList.byteCount(count, of: 3))
            #expect(try MessageList.parse(bytes, as: "list") == list)
            #expect(throws: MalformedInput.self) { try MessageList.parse(bytes + [0], as: "list") }
            #expect(throws: MalformedInput.self) { try MessageList.parse(bytes.dropLast(), as: "list") }
        }
        let many = MessageList.encoded(Array(repeating: [], count: 1_025))
        #expect(throws: MalformedInput(.tooLarge, at: "list", "at most 1024 messages")) {
            try MessageList.parse(many, as: "list")
        }
        #expect(throws: MalformedInput.self) { try MessageList.parse([0xFF, 0xFF, 0xFF, 0xFF], as: "list") }
    }

    @Test func bundlesHoldOneSlipAContest() throws {
        let form = try BundleForm(count: 2, messageByteCount: 4, header: [9, 9])
        let (salt, one) = ([UInt8](repeating: 5, count: 32), [9, 9, 1, 2] as [UInt8])
        #expect(try Bundle(salt: salt, [one, one], of: form).count == 2)
        let wrong: [([UInt8], [[UInt8]])] = [
            (salt, [one]), (salt, [one, one, one]), (salt, [one, [9, 8, 1, 2]]), (salt, [one + [0], [9, 9, 1]]),
            (salt.dropLast(), [one, one]),
        ]
        for (salt, messages) in wrong {
            #expect(throws: MalformedInput.self) { try Bundle(salt: salt, messages, of: form) }
        }
        for count in [0, 1_001] {
            #expect(throws: MalformedInput.self) { try BundleForm(count: count, messageByteCount: 4, header: []) }
        }
    }
}

extension SeededRandom {
    fileprivate static var slip: [UInt8] {
        var random = SeededRandom(3)
        return random.bytes(Slip.byteCount)
    }
}
