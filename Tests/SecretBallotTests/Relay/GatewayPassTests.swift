import StrictEncoding
import Testing

@testable import SecretBallot

@Suite struct GatewayPassTests {
    private let round: SmallRound
    private let closing: Closing
    private let body: [UInt8] = [0, 0, 0, 1, 0, 1, 7]
    private let pass: GatewayPass

    init() throws {
        round = try SmallRound.shared(.two)
        closing = Closing(closedAt: 1_795_000_000, rollHash: Hash.digest([]), of: round.manifest.roundID)
        pass = try GatewayPass(relay: 0, for: body, closing: closing, of: round.manifest, signedBy: round.relayKey)
    }

    @Test func isOfOneRelayOneClosingAndTheseBytes() throws {
        #expect(pass.isValid(for: body, closing: closing, of: round.manifest))
        #expect(!pass.isValid(for: body + [0], closing: closing, of: round.manifest))
        let later = Closing(closedAt: 1_795_000_001, rollHash: Hash.digest([]), of: round.manifest.roundID)
        #expect(!pass.isValid(for: body, closing: later, of: round.manifest))
        for relay in [1, 255] {
            let other = try GatewayPass(
                relay: relay, for: body, closing: closing, of: round.manifest, signedBy: round.relayKey)
            #expect(!other.isValid(for: body, closing: closing, of: round.manifest))
        }
        let stranger = try GatewayPass(
            relay: 0, for: body, closing: closing, of: round.manifest, signedBy: round.receiptKey)
        #expect(!stranger.isValid(for: body, closing: closing, of: round.manifest))
    }

    /// The bytes as the protocol has them, put together by hand.
    @Test func signsWhatIsWritten() throws {
        let message = Array("phieukin/2 gateway".utf8) + [0] + Hash.digest(closing.bytes) + [0] + Hash.digest(body)
        #expect(round.relayKey.publicKey.isValid(pass.signature, over: message))
        #expect(pass.field == "Relay relay=0,signature=" + Base64URL.encode(pass.signature))
    }

    @Test func hasOneForm() throws {
        let field = pass.field
        #expect(try GatewayPass(field) == pass)
        let signature = Base64URL.encode(pass.signature)
        let wrong = [
            "", "Relay", "Relay relay=0", "relay relay=0,signature=" + signature, " " + field, field + " ",
            field + ",", field + "=", "Relay relay=00,signature=" + signature, "Relay relay=+0,signature=" + signature,
            "Relay relay=256,signature=" + signature, "Relay relay=-1,signature=" + signature,
            "Relay relay=,signature=" + signature, "Relay signature=\(signature),relay=0",
            "Relay relay=0, signature=" + signature, "Relay relay=0,signature=" + signature.dropLast(),
            "Relay relay=0,signature=" + signature + "AA", "Relay relay=0,signature=", "Bearer " + signature,
        ]
        for field in wrong { #expect(throws: MalformedInput.self, "\(field)") { try GatewayPass(field) } }
        #expect(try GatewayPass("Relay relay=255,signature=" + signature).relay == 255)
    }
}
