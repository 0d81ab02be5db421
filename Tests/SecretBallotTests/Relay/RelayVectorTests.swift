import ObliviousHTTP
import StrictEncoding
import TestSupport
import Testing

@testable import SecretBallot

/// What goes through a relay, reproduced from an implementation without a line in common.
struct RelayVectorTests {
    private let vectors: JSONObjectReader
    private let exchange: SlipExchange
    private let form: BundleForm
    private let roundID: RoundID

    init() throws {
        vectors = try TestFiles.vectors("phieukin-2-parts.json")
        roundID = try RoundID(hex(vectors.member("roundID").string()))
        exchange = try SlipExchange(issuer: vectors.member("issuer").string(), roundID: roundID)
        let gateway = try KeyConfiguration(parsing: hex(vectors.member("keyConfiguration").string()))
        form = try BundleForm(count: 3, messageByteCount: exchange.messageByteCount, header: gateway.header)
    }

    private func messages(_ name: String) throws -> [[UInt8]] {
        try vectors.member("messages").array().map { hex(try $0.looseObject().member(name).string()) }
    }

    private func signed(_ name: String) throws -> JSONObjectReader {
        try vectors.member("signed").looseObject().member(name).looseObject()
    }

    @Test func requestsAreReproduced() throws {
        #expect(try exchange.messageByteCount == vectors.member("encapsulatedRequestLength").integer())
        for (slip, request) in zip(try messages("slip"), try messages("innerRequest")) {
            #expect(exchange.request(slip) == request)
            #expect(exchange.slip(in: request) == slip)
        }
    }

    @Test func answersAreReproduced() throws {
        for (receipt, response) in zip(try messages("receipt"), try messages("innerResponse")) {
            #expect(try SlipAnswer.receipt(receipt).encoded() == response)
            #expect(try SlipAnswer(parsing: response) == .receipt(receipt))
        }
        for response in try messages("encapsulatedResponse") {
            #expect(response.count == SlipAnswer.messageByteCount && response.count == 1_072)
        }
    }

    @Test func theBundleIsReproduced() throws {
        let expected = try vectors.member("bundle").looseObject()
        let order = try expected.member("order").array().map { try $0.integer() }
        let all = try messages("encapsulatedRequest")
        let bundle = try Bundle(salt: hex(expected.member("salt").string()), order.map { all[$0] }, of: form)
        #expect(bundle.bytes == hex(try expected.member("bytes").string()))
        #expect(bundle.hash == hex(try expected.member("hash").string()))
        #expect(try Bundle(bundle.bytes, of: form) == bundle)
        #expect(bundle.count == 3 && (0..<3).map(bundle.message) == order.map { all[$0] })
    }

    @Test func signedMessagesAreReproduced() throws {
        let bundleHash = hex(try vectors.member("bundle").looseObject().member("hash").string())
        let closing = Hash.digest(hex(try vectors.member("closing").string()))
        let (relay, mixed, released) = (try signed("relay"), try signed("mixed"), try signed("released"))
        let messages: [(JSONObjectReader, String, [UInt8])] = [
            (
                relay, "device",
                Handover.message(
                    atLeast: try relay.member("atLeast").integer(), bundleHash: bundleHash,
                    to: try relay.member("relay").integer(), .two, roundID)
            ),
            (
                mixed, "relay",
                RelayStatement.message(
                    relay: try mixed.member("relay").integer(), voters: try mixed.member("voters").integer(),
                    closingHash: closing, .two)
            ),
            (released, "relay", Release.message(bundleHash, .two, roundID)),
        ]
        for (expected, signer, message) in messages {
            #expect(message == hex(try expected.member("message").string()))
            let keys = try vectors.member("keys").looseObject().member(signer).looseObject()
            let key = try VerifyingKey(hex(keys.member("public").string()))
            #expect(key.isValid(hex(try expected.member("exampleSignature").string()), over: message))
        }
    }
}
