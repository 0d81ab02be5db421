import Foundation
import OpenSSLKit
import SecretBallot
import StrictEncoding
import Testing

@testable import Service

/// Passkeys by the pages' forms, with an authenticator of the test's own.
@Suite struct PasskeyPageTests {
    private static let address = "https://phieukin.example"
    private static let factors = "/desk/account/factors"

    private struct Authenticator {
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
    }

    private static func challenge(_ page: String) throws -> String {
        let found = page.firstMatch(of: /&quot;challenge&quot;:&quot;([A-Za-z0-9_-]+)&quot;/)
        return String(try #require(found).output.1)
    }

    private static func add(
        _ visitor: PageVisitor, _ authenticator: Authenticator, origin: String = address
    ) async throws -> PageVisitor.Page {
        let page = try await visitor.get(factors)
        return try await visitor.post(
            "\(factors)/passkey",
            [
                "form": page.formToken ?? "", "label": "Khóa <USB>",
                "passkey": authenticator.registration(challenge(page.text), origin: origin),
            ])
    }

    private static func signIn(
        _ service: TestService, _ answer: @escaping @Sendable (String) throws -> String
    ) async throws -> PageVisitor.Page {
        try await PageVisitor.visit(service) { visitor in
            _ = try await visitor.signIn("quantri", TestService.adminPassword)
            let page = try await visitor.get("/sign-in/factor")
            return try await visitor.post(
                "/sign-in/factor", ["form": page.formToken ?? "", "passkey": answer(challenge(page.text))])
        }
    }

    private static func run(
        _ body: @escaping @Sendable (TestService, PageVisitor) async throws -> Void
    ) async throws {
        try await TestService.run(configure: { $0.publicAddress = address }) { service in
            try await PageVisitor.visit(service) { visitor in
                _ = try await visitor.signIn("quantri", TestService.adminPassword)
                try await body(service, visitor)
            }
        }
    }

    @Test func aPasskeyOpensTheDoorOnceForEachChallenge() async throws {
        let authenticator = Authenticator()
        try await Self.run { service, visitor in
            let added = try await Self.add(visitor, authenticator)
            #expect(added.status == 200 && added.text.contains("id=\"recovery-codes\""))
            #expect(try await visitor.get(Self.factors).text.contains("Khóa &lt;USB&gt;"))
            let first = try await Self.signIn(service) { try authenticator.assertion($0, counter: 1) }
            #expect(first.status == 303 && first.location == "/desk")
            let copied = try await Self.signIn(service) { try authenticator.assertion($0, counter: 1) }
            #expect(copied.status == 401, "its counter stands still")
            let wrong = try await Self.signIn(service) { _ in try authenticator.assertion("AAAA", counter: 2) }
            #expect(wrong.status == 401)
            let stranger = try await Self.signIn(service) { try Authenticator().assertion($0, counter: 3) }
            #expect(stranger.status == 401)
            let again = try await Self.signIn(service) { try authenticator.assertion($0, counter: 4) }
            #expect(again.status == 303)
        }
    }

    @Test func anAnswerToAnotherOriginOrASecondOneIsRefused() async throws {
        let authenticator = Authenticator()
        try await Self.run { _, visitor in
            let elsewhere = try await Self.add(visitor, authenticator, origin: "https://evil.example")
            #expect(elsewhere.status == 422 && elsewhere.text.contains("data-code=\"passkey\""))
            let page = try await visitor.get(Self.factors)
            let fields = [
                "form": page.formToken ?? "", "label": "Khóa",
                "passkey": try authenticator.registration(Self.challenge(page.text)),
            ]
            #expect(try await visitor.post("\(Self.factors)/passkey", fields).status == 200)
            #expect(try await visitor.post("\(Self.factors)/passkey", fields).status == 422, "the challenge is spent")
            #expect(try await Self.add(visitor, authenticator).status == 422, "registered already")
            for text in ["", "{}", "[1]", "{\"clientDataJSON\":\"\",\"attestationObject\":\"\"}"] {
                let bad = try await visitor.submit(
                    "\(Self.factors)/passkey", from: Self.factors, ["label": "x", "passkey": text])
                #expect((400..<500).contains(bad.status), "\(text)")
            }
        }
    }
}
