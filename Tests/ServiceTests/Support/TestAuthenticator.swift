import SecretBallot
import StrictEncoding
import Testing

@testable import Service

/// A passkey's authenticator, of the tests' own.
struct TestAuthenticator {
    static let address = "https://phieukin.example"

    let key = SigningKey()
    let id = Array("a credential of the test's".utf8)

    func clientData(_ type: String, _ challenge: String, origin: String = address) -> [UInt8] {
        Array(#"{"type":"webauthn.\#(type)","challenge":"\#(challenge)","origin":"\#(origin)"}"#.utf8)
    }

    func data(_ counter: UInt32, _ flags: UInt8, _ rest: [UInt8] = []) -> [UInt8] {
        Hash.digest(Array("phieukin.example".utf8)) + [flags] + [UInt8](bigEndian: counter) + rest
    }

    func registration(_ challenge: String, origin: String = address) throws -> String {
        let answer: JSONValue = [
            "clientDataJSON": .bytes(clientData("create", challenge, origin: origin)),
            "attestationObject": .bytes(attestation()),
        ]
        return String(decoding: answer.encoded(), as: UTF8.self)
    }

    /// A map of three: fmt, attStmt, authData.
    private func attestation() -> [UInt8] {
        let signed = self.data(0, 0x45, attested())
        var object: [UInt8] = [0xA3]
        for (name, value) in [("fmt", [0x64] + Array("none".utf8)), ("attStmt", [0xA0])] as [(String, [UInt8])] {
            object.append(0x60 | UInt8(name.utf8.count))
            object += name.utf8
            object += value
        }
        object += [0x68] as [UInt8]
        object += "authData".utf8
        object += [0x58, UInt8(signed.count)] as [UInt8]
        return object + signed
    }

    private func attested() -> [UInt8] {
        let point = key.publicKey.bytes
        var data = [UInt8](repeating: 0, count: 16)
        data.append(bigEndian: UInt16(id.count))
        data += id
        data += [0xA5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32] as [UInt8]
        data += point[1...32]
        data += [0x22, 0x58, 32] as [UInt8]
        return data + point[33...64]
    }

    func assertion(_ challenge: String, counter: UInt32) throws -> String {
        let client = clientData("get", challenge)
        let signed = self.data(counter, 0x05)
        let answer: JSONValue = [
            "id": .bytes(id), "clientDataJSON": .bytes(client), "authenticatorData": .bytes(signed),
            "signature": .bytes(Self.der(try key.sign(signed + Hash.digest(client)))),
        ]
        return String(decoding: answer.encoded(), as: UTF8.self)
    }

    /// ECDSA-Sig-Value (RFC 3279, section 2.2.3) of r || s.
    private static func der(_ raw: [UInt8]) -> [UInt8] {
        let numbers = [raw[..<32], raw[32...]].flatMap { half -> [UInt8] in
            let short = Array(half.drop { $0 == 0 })
            let number = short[0] & 0x80 == 0 ? short : [0] + short
            return [0x02, UInt8(number.count)] + number
        }
        return [0x30, UInt8(numbers.count)] + numbers
    }

    /// What a page of ours asks an authenticator to sign.
    static func challenge(_ page: String) throws -> String {
        let found = page.firstMatch(of: /&quot;challenge&quot;:&quot;([A-Za-z0-9_-]+)&quot;/)
        return String(try #require(found).output.1)
    }

    /// Sends the form by which whoever is signed in adds it to their account.
    func add(
        to visitor: PageVisitor, _ label: String, origin: String = address
    ) async throws -> PageVisitor.Page {
        let factors = "/desk/account/factors"
        let page = try await visitor.get(factors)
        return try await visitor.post(
            "\(factors)/passkey",
            [
                "form": page.formToken ?? "", "label": label,
                "passkey": registration(Self.challenge(page.text), origin: origin),
            ])
    }
}
