import Crypto
import StrictEncoding
import TestSupport

@testable import AccountSecurity

/// An authenticator that signs whatever a test wants signed.
struct SoftAuthenticator {
    static let origin = "https://phieukin.example"
    static let party = RelyingParty(id: "phieukin.example", origin: origin)

    let key = P256.Signing.PrivateKey()
    let id: [UInt8] = Array("credential".utf8)

    var passkey: Passkey { Passkey(id: id, publicKey: Array(key.publicKey.x963Representation), counter: 0) }

    static func clientData(
        _ type: String, _ challenge: [UInt8], origin: String = origin, more: String = ""
    ) -> [UInt8] {
        Array(#"{"type":"\#(type)","challenge":"\#(Base64URL.encode(challenge))","origin":"\#(origin)"\#(more)}"#.utf8)
    }

    static func data(
        party: String = "phieukin.example", flags: UInt8 = 0x01, counter: UInt32 = 0, rest: [UInt8] = []
    ) -> [UInt8] {
        Array(SHA256.hash(data: Array(party.utf8))) + [flags] + [UInt8](bigEndian: counter) + rest
    }

    func sign(_ data: [UInt8], _ clientData: [UInt8]) throws -> [UInt8] {
        Array(try key.signature(for: data + Array(SHA256.hash(data: clientData))).derRepresentation)
    }

    /// The attested credential data of its key.
    func attested(id: [UInt8]? = nil, cose: [UInt8]? = nil) -> [UInt8] {
        let id = id ?? self.id
        return [UInt8](repeating: 0, count: 16) + [UInt8](bigEndian: UInt16(id.count)) + id + (cose ?? self.cose)
    }

    var cose: [UInt8] {
        let point = Array(key.publicKey.x963Representation)
        return hex("a5010203262001215820") + point[1...32] + hex("225820") + point[33...64]
    }

    static func attestation(_ data: [UInt8], format: String = "none", statement: [UInt8] = [0xA0]) -> [UInt8] {
        hex("a363666d74") + [0x60 | UInt8(format.utf8.count)] + Array(format.utf8)
            + hex("6761747453746d74") + statement + hex("686175746844617461") + Self.head(data.count) + data
    }

    /// A byte string's head in its shortest form.
    private static func head(_ count: Int) -> [UInt8] {
        count < 24
            ? [0x40 | UInt8(count)] : count < 256 ? [0x58, UInt8(count)] : [0x59] + [UInt8](bigEndian: UInt16(count))
    }
}
