import StrictEncoding
import TestSupport
import Testing

@testable import SecretBallot

/// The way through the relays of the worked round of version 2: bundles, what devices and relays sign, and what each
/// relay sent in which order.
struct Round2MixTests {
    private let vectors: Round2Vectors
    private let manifest: Manifest

    init() throws {
        vectors = try Round2Vectors.shared.get()
        manifest = vectors.manifest
    }

    private func makeBundle(of voter: JSONObjectReader) throws -> Bundle {
        let given = try voter.object("bundle")
        let slips = try voter.objects("slips")
        let requests = try given.member("order").array().map {
            try slips[$0.integer()].object("envelope").bytes("encapsulatedRequest")
        }
        return try Bundle(salt: given.bytes("salt"), requests, of: SlipEnvelopes(of: manifest).form)
    }

    @Test func bundles() throws {
        let voters = try vectors.root.objects("voters").filter { $0.optional("bundle") != nil }
        #expect(voters.count == 5)
        for voter in voters {
            let (bundle, given) = (try makeBundle(of: voter), try voter.object("bundle"))
            #expect(try bundle.bytes == given.bytes("bytes"))
            #expect(try bundle.hash == given.bytes("hash"))
        }
    }

    @Test func handoversAndReleases() throws {
        for entry in try vectors.root.objects("handovers") {
            let id = try entry.member("voter").string()
            let voter = try #require(try vectors.voter(id))
            let (bundle, relay) = (try makeBundle(of: voter), try entry.integer("relay"))
            let body: JSONValue = [
                "voter": .string(id), "deviceKey": .bytes(try voter.bytes("deviceKey")),
                "issued": .bytes(try voter.object("issued").bytes("signature")),
                "atLeast": .integer(try entry.integer("atLeast")), "bundle": .bytes(bundle.bytes),
                "signature": .bytes(try entry.bytes("signature")),
            ]
            let handover = try Handover(body.encoded(), of: SlipEnvelopes(of: manifest).form)
            #expect(handover.fault(at: relay, of: manifest) == nil)
            #expect(handover.fault(at: 1 - relay, of: manifest) == .signature)
            let message = Handover.message(
                atLeast: handover.atLeast, bundleHash: bundle.hash, to: relay, .two, manifest.roundID)
            #expect(try entry.says(message, signedBy: handover.deviceKey))
            guard entry.optional("released") != nil else { continue }
            let key = try #require(manifest.casting?.relays[relay].key)
            let released = try entry.object("released")
            #expect(try released.says(Release.message(bundle.hash, .two, manifest.roundID), signedBy: key))
        }
    }

    @Test func mixes() throws {
        let closing = try ClosingDocument(vectors.file(.closing), of: manifest).closing
        for mix in try vectors.root.objects("mixes") {
            let envelopes = try mix.objects("order").map { place in
                let voter = try #require(try vectors.voter(place.member("voter").string()))
                return try voter.objects("slips")[place.integer("contest")].object("envelope")
            }
            let requests = try envelopes.map { try $0.bytes("encapsulatedRequest") }
            #expect(try MessageList.encoded(requests) == mix.bytes("request"))
            let responses = try MessageList.parse(mix.bytes("response"), as: "response")
            #expect(try responses == envelopes.map { try $0.bytes("encapsulatedResponse") })
            let (relay, mixed) = (try mix.integer("relay"), try mix.object("mixed"))
            let message = RelayStatement.message(
                relay: relay, voters: try mixed.integer("voters"), closingHash: closing.hash, .two)
            let key = try #require(manifest.casting?.relays[relay].key)
            #expect(try mixed.says(message, signedBy: key))
        }
    }
}
