import StrictEncoding
import TestSupport
import Testing

@testable import ObliviousHTTP

/// The messages that an implementation without a line in common made, in both directions, and what is refused.
struct EncapsulationTests {
    private let vectors: JSONObjectReader
    private let gateway: ObliviousGateway

    init() throws {
        vectors = try TestFiles.vectors("phieukin-2-parts.json")
        let key = try vectors.member("keys").looseObject().member("gateway").looseObject()
        gateway = try ObliviousGateway(identifier: 1, scalar: hex(key.member("scalar").string()))
    }

    @Test func theKeyConfigurationIsReproduced() throws {
        let bytes = hex(try vectors.member("keyConfiguration").string())
        #expect(gateway.configuration.bytes == bytes)
        #expect(try KeyConfiguration(parsing: bytes) == gateway.configuration)
        #expect(gateway.configuration.header == hex("01001000010002"))
    }

    @Test func theMessagesAreReproduced() throws {
        for message in try vectors.member("messages").array().map({ try $0.looseObject() }) {
            let bytes: (String) throws -> [UInt8] = { hex(try message.member($0).string()) }
            let hpke = try ReferenceHPKE(
                to: gateway.configuration.publicKey, ephemeral: bytes("ephemeralScalar"),
                info: Array(KeyConfiguration.info(header: gateway.configuration.header)))
            let sealed = try hpke.seal(bytes("innerRequest"), aad: [])
            #expect(try gateway.configuration.header + hpke.encapsulatedKey + sealed == bytes("encapsulatedRequest"))
            #expect(try hpke.export(Array(ResponseKey.exportContext), 32) == bytes("exportedSecret"))

            let opened = try gateway.open(EncapsulatedRequest(bytes("encapsulatedRequest")))
            #expect(try opened.request == bytes("innerRequest"))
            #expect(try opened.response.bytes == hpke.encapsulatedKey + bytes("exportedSecret"))
            let answer = try opened.response.seal(bytes("innerResponse"), nonce: bytes("responseNonce"))
            #expect(try answer == bytes("encapsulatedResponse"))
            #expect(try ResponseKey(opened.response.bytes).open(answer) == bytes("innerResponse"))
        }
    }

    @Test func theBinaryMessagesInsideAreReproduced() throws {
        for message in try vectors.member("messages").array().map({ try $0.looseObject() }) {
            let bytes: (String) throws -> [UInt8] = { hex(try message.member($0).string()) }
            let type = try BinaryField(name: "content-type", value: "application/octet-stream")
            let request = try BinaryRequest(parsing: bytes("innerRequest"))
            #expect(try request.encoded == bytes("innerRequest"))
            #expect(
                try [request.method, request.scheme, request.authority] == [
                    "POST", "https", vectors.member("issuer").string(),
                ])
            #expect(try request.fields == [type] && request.content == bytes("slip"))
            let response = try BinaryResponse(parsing: bytes("innerResponse"), paddedTo: 1_024)
            #expect(try response == BinaryResponse(status: 200, fields: [type], content: bytes("receipt")))
            #expect(try response.encoded(paddedTo: 1_024) == bytes("innerResponse"))
        }
    }

    @Test func whatIsSealedOpens() throws {
        var random = SeededRandom()
        for count in [0, 1, 25, 614, 10_000] {
            let (request, response) = (random.bytes(count), random.bytes(count))
            let sealed = try EncapsulatedRequest.sealing(request, to: gateway.configuration)
            #expect(sealed.message.bytes.count == count + EncapsulatedRequest.overhead)
            let opened = try gateway.open(sealed.message)
            #expect(opened.request == request)
            let answer = try opened.response.seal(response)
            #expect(answer.count == count + ResponseKey.overhead)
            #expect(try sealed.response.open(answer) == response)
            #expect(try opened.response.seal(response) != answer)
        }
    }

    @Test func aMessageIsForOneKeyAndOneSuite() throws {
        let sealed = try EncapsulatedRequest.sealing([1], to: gateway.configuration).message.bytes
        #expect(throws: ObliviousFault.key) { _ = try gateway.open(EncapsulatedRequest(sealed.flipped(at: 0))) }
        for place in 1..<7 {
            #expect(throws: ObliviousFault.suite) {
                _ = try gateway.open(EncapsulatedRequest(sealed.flipped(at: place)))
            }
        }
        #expect(throws: ObliviousFault.point) { _ = try gateway.open(EncapsulatedRequest(sealed.flipped(at: 7))) }
        for place in 72..<sealed.count {
            #expect(throws: ObliviousFault.opening) {
                _ = try gateway.open(EncapsulatedRequest(sealed.flipped(at: place)))
            }
        }
        #expect(throws: ObliviousFault.opening) {
            _ = try ObliviousGateway(identifier: 1).open(EncapsulatedRequest(sealed))
        }
        #expect(throws: ObliviousFault.opening) { _ = try gateway.open(EncapsulatedRequest(sealed + [0])) }
    }

    /// A point that is none, a hybrid encoding, the point at infinity, and another message's.
    @Test func encapsulatedKeysArePointsInOneForm() throws {
        let sealed = try EncapsulatedRequest.sealing([1], to: gateway.configuration).message.bytes
        var off = sealed
        off[71] ^= 1
        var hybrid = sealed
        hybrid[7] = 0x06 | sealed[71] & 1
        var infinity = sealed
        infinity.replaceSubrange(7..<72, with: [UInt8](repeating: 0, count: 65))
        for bytes in [off, hybrid, infinity] {
            #expect(throws: ObliviousFault.point) { _ = try gateway.open(EncapsulatedRequest(bytes)) }
        }
        let other = try EncapsulatedRequest.sealing([1], to: gateway.configuration).message.bytes
        var mixed = sealed
        mixed.replaceSubrange(7..<72, with: other[7..<72])
        #expect(throws: ObliviousFault.opening) { _ = try gateway.open(EncapsulatedRequest(mixed)) }
    }

    @Test func lengthsAreLookedAt() throws {
        #expect(throws: ObliviousFault.length) { try EncapsulatedRequest([UInt8](repeating: 0, count: 87)) }
        #expect(throws: ObliviousFault.length) { try ResponseKey([UInt8](repeating: 0, count: 96)) }
        let response = try ResponseKey([UInt8](repeating: 0, count: 97))
        #expect(throws: ObliviousFault.length) { _ = try response.open([UInt8](repeating: 0, count: 47)) }
        let answer = try response.seal([])
        #expect(try response.open(answer) == [])
        for place in answer.indices {
            #expect(throws: ObliviousFault.opening) { _ = try response.open(answer.flipped(at: place)) }
        }
    }

    @Test func keyConfigurationsHaveOneForm() throws {
        let good = gateway.configuration.bytes
        for place in [1, 2, 70, 71, 72, 73] {
            #expect(throws: ObliviousFault.suite) { try KeyConfiguration(parsing: good.flipped(at: place)) }
        }
        let lengths: [[UInt8]] = [[], good.dropLast(), good + [0], good.flipped(at: 68), good.flipped(at: 69)]
        for wrong in lengths {
            #expect(throws: ObliviousFault.length) { try KeyConfiguration(parsing: wrong) }
        }
        for place in [3, 40, 67] {
            #expect(throws: ObliviousFault.point) { try KeyConfiguration(parsing: good.flipped(at: place)) }
        }
        #expect(try KeyConfiguration(parsing: good.flipped(at: 0)).identifier == 0)
        #expect(throws: ObliviousFault.key) {
            try ObliviousGateway(identifier: 1, scalar: [UInt8](repeating: 0, count: 32))
        }
        #expect(throws: ObliviousFault.key) { try ObliviousGateway(identifier: 1, scalar: [1]) }
    }
}

extension [UInt8] {
    fileprivate func flipped(at place: Int) -> [UInt8] {
        var bytes = self
        bytes[place] ^= 1
        return bytes
    }
}
