import StrictEncoding
import TestSupport
import Testing

@testable import ObliviousHTTP
@testable import SecretBallot

/// What goes through the relays of the worked round of version 2: each slip in its envelope, and the answer to it.
struct Round2EnvelopeTests {
    private let vectors: Round2Vectors
    private let manifest: Manifest
    private let gateway: ObliviousGateway
    private let voters: [JSONObjectReader]

    init() throws {
        vectors = try Round2Vectors.shared.get()
        manifest = vectors.manifest
        gateway = try ObliviousGateway(identifier: 1, scalar: vectors.root.bytes("gatewayPrivateKey"))
        voters = try vectors.root.objects("voters").filter { $0.optional("bundle") != nil }
    }

    @Test func theGatewayIsTheManifests() throws {
        #expect(gateway.configuration.bytes == manifest.casting?.gateway.configuration)
        let keys = try vectors.root.bytesList("relayPrivateKeys").map { try SigningKey($0).publicKey }
        #expect(keys == manifest.casting?.relays.map(\.key))
    }

    /// As people compare them; the browser's modules are held to the same.
    @Test func whichRelaysTheyAre() {
        let relays = manifest.casting?.relays ?? []
        #expect(relays.map(\.fingerprint) == ["4Q3J-8GHQ-XAPS-PQGV", "TT0R-ZW18-007H-FMVQ"])
        #expect(relays.map(\.host) == ["relay.mttq.example", "tron-phieu.example:8443"])
        #expect(relays.allSatisfy { !$0.isOnLoopback })
    }

    @Test func envelopes() throws {
        let exchange = try SlipExchange(of: manifest)
        let configuration = gateway.configuration
        for slip in try voters.flatMap({ try $0.objects("slips") }) {
            let envelope = try slip.object("envelope")
            let request = exchange.request(try slip.bytes("slip"))
            #expect(try request == envelope.bytes("innerRequest"))
            let hpke = try ReferenceHPKE(
                to: configuration.publicKey, ephemeral: envelope.bytes("ephemeralKey"),
                info: Array(KeyConfiguration.info(header: configuration.header)))
            let sealed = try configuration.header + hpke.encapsulatedKey + hpke.seal(request, aad: [])
            #expect(try sealed == envelope.bytes("encapsulatedRequest"))
            let secret = try envelope.bytes("exportedSecret")
            #expect(hpke.export(Array(ResponseKey.exportContext), 32) == secret)
            let opened = try gateway.open(EncapsulatedRequest(sealed))
            #expect(opened.request == request)
            #expect(opened.response.bytes == hpke.encapsulatedKey + secret)
            let answer = try opened.response.seal(
                envelope.bytes("innerResponse"), nonce: envelope.bytes("responseNonce"))
            #expect(try answer == envelope.bytes("encapsulatedResponse"))
            #expect(answer.count == SlipAnswer.messageByteCount)
        }
    }

    @Test func answers() throws {
        for slip in try voters.flatMap({ try $0.objects("slips") }) {
            let inner = try slip.object("envelope").bytes("innerResponse")
            let answer = try SlipAnswer(parsing: inner)
            #expect(try answer.encoded() == inner)
            switch answer {
            case .receipt(let receipt): #expect(try receipt == slip.bytes("receipt"))
            case .problem(let status, _):
                #expect(status == 422)
                #expect(try slip.member("fate").string() == "refused")
            }
        }
    }
}
