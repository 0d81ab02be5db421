import ObliviousHTTP
import TestSupport
import Testing

/// An independent implementation as the other end, each way round.
struct PeerTests {
    private let peer: ObliviousPeer
    private let gateway = ObliviousGateway(identifier: 1)
    private var random = SeededRandom()

    init() throws { peer = try ObliviousPeer() }

    @Test mutating func itsRequestsOpenAndOurAnswersOpenThere() throws {
        let (request, response) = (random.bytes(614), random.bytes(1_024))
        let sealed = try peer.seal(request, to: gateway.configuration.bytes)
        let opened = try gateway.open(EncapsulatedRequest(sealed.message))
        #expect(opened.request == request)
        #expect(opened.response.bytes == sealed.key)
        #expect(try peer.open(opened.response.seal(response), by: sealed.key) == response)
    }

    @Test mutating func ourRequestsOpenThereAndItsAnswersOpen() throws {
        let (request, response) = (random.bytes(614), random.bytes(1_024))
        let sealed = try EncapsulatedRequest.sealing(request, to: gateway.configuration)
        let answered = try peer.answer(sealed.message.bytes, with: response, scalar: gateway.scalar)
        #expect(answered.request == request)
        #expect(try sealed.response.open(answered.message) == response)
    }

    @Test func itsBinaryMessagesAreOurs() throws {
        let bytes = try peer.post([UInt8](repeating: 7, count: 473), to: "/api/v1/rounds/x/slips", of: "phieu.example")
        let request = try BinaryRequest(parsing: bytes)
        #expect(request.encoded == bytes)
        #expect(request.path == "/api/v1/rounds/x/slips" && request.authority == "phieu.example")
    }
}
