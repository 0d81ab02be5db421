import StrictEncoding
import TestSupport
import Testing

@testable import SecretBallot

/// The slips of the worked round of version 2, those that were refused or never sent among them.
struct Round2SlipTests {
    private let vectors: Round2Vectors
    private let manifest: Manifest

    init() throws {
        vectors = try Round2Vectors.shared.get()
        manifest = vectors.manifest
    }

    @Test func namesAndChoices() throws {
        let opener = try SlipOpener(vectors.root.object("ceremony").bytes("privateKey"), of: manifest)
        for expected in try vectors.slips() {
            let slip = try Slip(expected.bytes("slip"))
            #expect(try SigningKey(expected.bytes("oneTimeKey")).publicKey.bytes == slip.oneTimeKey)
            #expect(try slip.oneTimeKey == expected.bytes("oneTimePublicKey"))
            #expect(try slip.authenticator == expected.bytes("authenticator"))
            #expect(try slip.id == expected.bytes("slipID"))
            #expect(try slip.trackingCode == expected.member("trackingCode").string())
            let choice = try expected.member("choice")
            let chosen = try choice.value == .null ? nil : Choice(rawValue: UInt8(choice.integer()))
            #expect(opener.choice(of: slip) == chosen)
        }
    }

    @Test func checksAndReceipts() throws {
        let check = try SlipCheck(manifest)
        for expected in try vectors.slips() {
            let (bytes, receipt) = (try expected.bytes("slip"), try expected.member("receipt"))
            let fate = try expected.member("fate").string()
            if fate == "refused" {
                #expect(throws: SlipFault.signature) { try check.checked(bytes) }
            } else {
                #expect(throws: Never.self) { try check.checked(bytes) }
            }
            #expect((receipt.value != .null) == (fate == "cast"))
            if fate == "cast" { #expect(Receipt.isValid(try receipt.bytes(), for: bytes, of: manifest)) }
        }
    }

    /// The sealed part made again with the vectors' ephemeral keys, by HPKE's key schedule (RFC 9180) written out.
    @Test func sealing() throws {
        for expected in try vectors.slips() {
            let slip = try Slip(expected.bytes("slip"))
            let hpke = try ReferenceHPKE(
                to: manifest.board.publicKey.bytes, ephemeral: expected.bytes("ephemeralKey"),
                info: manifest.contests[slip.contest].sealingInfo)
            #expect(hpke.encapsulatedKey == slip.encapsulatedKey)
            let plaintext = [UInt8(try expected.integer("plaintext"))]
            #expect(try hpke.seal(plaintext, aad: slip.oneTimeKey) == slip.ciphertext)
        }
    }
}
