import Crypto
import StrictEncoding
import TestSupport
import Testing

@testable import AccountSecurity

/// Registering and signing in with passkeys: the published example, and everything that must not pass.
@Suite struct RelyingPartyTests {
    typealias Soft = SoftAuthenticator

    private static let challenge = [UInt8](repeating: 7, count: 32)

    private static func fault(_ body: () throws -> Passkey) -> String {
        do {
            _ = try body()
            return "taken"
        } catch let fault as PasskeyFault {
            return fault.rawValue
        } catch let error as MalformedInput {
            return error.reason.rawValue
        } catch {
            return "\(error)"
        }
    }

    // MARK: - The published example

    @Test func thePublishedRegistrationAndAssertionHold() throws {
        let passkey = try PublishedPasskey.party.register(
            challenge: PublishedPasskey.Registration.challenge, clientData: PublishedPasskey.Registration.clientData,
            attestation: PublishedPasskey.Registration.attestation)
        #expect(passkey.id == PublishedPasskey.id && passkey.counter == 0)
        #expect(passkey.publicKey == [4] + PublishedPasskey.x + PublishedPasskey.y)
        #expect(try Self.published(passkey) == passkey)
    }

    private static func published(_ passkey: Passkey, signature: [UInt8]? = nil) throws -> Passkey {
        try PublishedPasskey.party.authenticate(
            passkey, challenge: PublishedPasskey.Assertion.challenge,
            clientData: PublishedPasskey.Assertion.clientData,
            authenticatorData: PublishedPasskey.Assertion.authenticatorData,
            signature: signature ?? PublishedPasskey.Assertion.signature)
    }

    @Test func noBitOfThePublishedSignatureCanBeChanged() throws {
        let passkey = Passkey(
            id: PublishedPasskey.id, publicKey: [4] + PublishedPasskey.x + PublishedPasskey.y, counter: 0)
        for index in PublishedPasskey.Assertion.signature.indices {
            var signature = PublishedPasskey.Assertion.signature
            signature[index] ^= 1
            #expect(Self.fault { try Self.published(passkey, signature: signature) } == "signature", "\(index)")
        }
    }

    // MARK: - Client data

    @Test(arguments: [
        ("webauthn.create", Soft.origin, "", "type"), ("webauthn.get\\u0000", Soft.origin, "", "type"),
        ("webauthn.get", "http://phieukin.example", "", "origin"),
        ("webauthn.get", "https://phieukin.example:8443", "", "origin"),
        ("webauthn.get", "https://phieukin.example.evil.example", "", "origin"),
        ("webauthn.get", Soft.origin, #","crossOrigin":true"#, "cross-origin"),
        ("webauthn.get", Soft.origin, #","topOrigin":"https://evil.example""#, "cross-origin"),
        ("webauthn.get", Soft.origin, #","crossOrigin":1"#, "wrong-type"),
        ("webauthn.get", Soft.origin, #","type":"webauthn.get""#, "repeated-member"),
        ("webauthn.get", Soft.origin, #","crossOrigin":false,"new":{"later":[1]}"#, "taken"),
        ("webauthn.get", Soft.origin, #","tokenBinding":{"status":"supported"}"#, "taken"),
    ])
    func clientDataOfAnotherAnswerIsNotTaken(type: String, origin: String, more: String, expected: String) throws {
        let soft = Soft()
        let clientData = Soft.clientData(type, Self.challenge, origin: origin, more: more)
        #expect(try Self.assert(soft, Soft.data(), clientData) == expected)
    }

    private static func assert(_ soft: Soft, _ data: [UInt8], _ clientData: [UInt8]? = nil, stored: UInt32 = 0) throws
        -> String
    {
        let clientData = clientData ?? Soft.clientData("webauthn.get", challenge)
        var passkey = soft.passkey
        passkey.counter = stored
        let signature = try soft.sign(data, clientData)
        return fault {
            try Soft.party.authenticate(
                passkey, challenge: challenge, clientData: clientData, authenticatorData: data, signature: signature)
        }
    }

    @Test func anotherChallengeIsNotTaken() throws {
        for challenge in [[], Array(Self.challenge.dropLast()), Self.challenge + [7], [UInt8](repeating: 8, count: 32)]
        {
            #expect(try Self.assert(Soft(), Soft.data(), Soft.clientData("webauthn.get", challenge)) == "challenge")
        }
    }

    @Test func clientDataThatIsNoJSONOrHugeIsRefused() throws {
        #expect(try Self.assert(Soft(), Soft.data(), Array("webauthn.get".utf8)) == "syntax")
        let huge = Soft.clientData(
            "webauthn.get", Self.challenge, more: #","x":"\#(String(repeating: "x", count: 9_000))""#)
        #expect(try Self.assert(Soft(), Soft.data(), huge) == "too-large")
    }

    // MARK: - Authenticator data

    @Test(
        arguments: [
            (0x01, "taken"), (0x05, "taken"), (0x09, "taken"), (0x19, "taken"), (0x00, "user-presence"),
            (0x04, "user-presence"), (0x11, "backup-state"), (0x41, "wrong-length"), (0x81, "wrong-length"),
        ] as [(UInt8, String)])
    func flagsMeanWhatTheySay(flags: UInt8, expected: String) throws {
        #expect(try Self.assert(Soft(), Soft.data(flags: flags)) == expected)
    }

    @Test func anotherServicesAnswerIsNotTaken() throws {
        #expect(try Self.assert(Soft(), Soft.data(party: "evil.example")) == "relying-party")
    }

    @Test(
        arguments: [
            (0, 0, "taken"), (0, 1, "taken"), (1, 2, "taken"), (1, 1, "counter"), (2, 1, "counter"), (1, 0, "counter"),
        ] as [(UInt32, UInt32, String)])
    func theCounterGoesOn(stored: UInt32, counted: UInt32, expected: String) throws {
        #expect(try Self.assert(Soft(), Soft.data(counter: counted), stored: stored) == expected)
    }

    @Test func whatFollowsIsRefused() throws {
        #expect(try Self.assert(Soft(), Soft.data(rest: [0xA0])) == "trailing-bytes")
        #expect(try Self.assert(Soft(), Soft.data(flags: 0x81, rest: [0xA0])) == "taken")
        #expect(try Self.assert(Soft(), Soft.data(flags: 0x81, rest: [0xA0, 0xA0])) == "trailing-bytes")
        #expect(try Self.assert(Soft(), Soft.data(flags: 0x81, rest: [0x01])) == "wrong-type")
        #expect(try Self.assert(Soft(), Array(Soft.data().dropLast())) == "wrong-length")
    }

    @Test func userVerificationIsAskedWhereItIsWanted() throws {
        let soft = Soft()
        let clientData = Soft.clientData("webauthn.get", Self.challenge)
        for (flags, expected) in [(0x01, "user-verification"), (0x05, "taken")] as [(UInt8, String)] {
            let data = Soft.data(flags: flags)
            let signature = try soft.sign(data, clientData)
            let fault = Self.fault {
                try Soft.party.authenticate(
                    soft.passkey, challenge: Self.challenge, clientData: clientData, authenticatorData: data,
                    signature: signature, verifyingUser: true)
            }
            #expect(fault == expected)
        }
    }

    @Test func anothersKeyDoesNotSign() throws {
        let (one, other) = (Soft(), Soft())
        let clientData = Soft.clientData("webauthn.get", Self.challenge)
        let signature = try other.sign(Soft.data(), clientData)
        #expect(
            Self.fault {
                try Soft.party.authenticate(
                    one.passkey, challenge: Self.challenge, clientData: clientData, authenticatorData: Soft.data(),
                    signature: signature)
            } == "signature")
    }

    // MARK: - Registering

    private static func register(_ attestation: [UInt8]) -> String {
        fault {
            try Soft.party.register(
                challenge: challenge, clientData: Soft.clientData("webauthn.create", challenge),
                attestation: attestation)
        }
    }

    @Test func aFreshCredentialIsTaken() {
        let soft = Soft()
        let data = Soft.data(flags: 0x45, rest: soft.attested())
        #expect(Self.register(Soft.attestation(data)) == "taken")
        #expect(Self.register(Soft.attestation(Soft.data(flags: 0xC5, rest: soft.attested() + [0xA0]))) == "taken")
    }

    @Test func anythingButAttestationNoneIsRefused() {
        let data = Soft.data(flags: 0x45, rest: Soft().attested())
        #expect(Self.register(Soft.attestation(data, format: "packed")) == "attestation")
        #expect(Self.register(Soft.attestation(data, statement: hex("a1616101"))) == "attestation")
        #expect(Self.register(Soft.attestation(data, statement: [0x80])) == "attestation")
        #expect(Self.register(Soft.attestation(data) + [0]) == "trailing-bytes")
        #expect(Self.register([0xA0]) == "attestation")
        #expect(Self.register([]) == "wrong-length")
        #expect(Self.register(Soft.attestation(Soft.data())) == "credential")
        #expect(Self.register([UInt8](repeating: 0, count: 17_000)) == "too-large")
    }

    @Test(arguments: [
        // Ed25519, RSA's algorithm, another curve, a private part, a compressed y, no alg, x of 31 bytes.
        ("a401012726", "wrong-length"), ("a50102033901002001215820{x}225820{y}", "wrong-value"),
        ("a5010203262002215820{x}225820{y}", "wrong-value"), ("a6010203262001215820{x}225820{y}2340", "wrong-value"),
        ("a5010203262001215820{x}22f5", "wrong-value"), ("a40102 2001215820{x}225820{y}", "wrong-value"),
        ("a501020326200121581f{x31}225820{y}", "wrong-value"), ("a5010203262001215820{y}225820{x}", "wrong-value"),
        ("a5010203262001225820{y}215820{x}", "taken"),
    ])
    func onlyPointsOfP256ForES256AreKeys(template: String, expected: String) {
        let digits: ([UInt8]) -> String = { $0.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() }
        let cose = hex(
            template.replacing("{x31}", with: digits(Array(PublishedPasskey.x.dropLast())))
                .replacing("{x}", with: digits(PublishedPasskey.x)).replacing("{y}", with: digits(PublishedPasskey.y)))
        let data = Soft.data(flags: 0x45, rest: Soft().attested(cose: cose))
        #expect(Self.register(Soft.attestation(data)) == expected, "\(template)")
    }

    @Test(arguments: [(0, "wrong-length"), (1, "taken"), (1_023, "taken"), (1_024, "wrong-length")])
    func credentialNamesHaveALength(count: Int, expected: String) {
        let id = [UInt8](repeating: 9, count: count)
        let data = Soft.data(flags: 0x45, rest: Soft().attested(id: id))
        #expect(Self.register(Soft.attestation(data)) == expected)
    }

    @Test func noDamagedRegistrationEndsTheProcess() {
        let whole = Soft.attestation(Soft.data(flags: 0x45, rest: Soft().attested()))
        for count in 0..<whole.count { #expect(Self.register(Array(whole.prefix(count))) != "taken") }
        for index in whole.indices {
            for bit in 0..<8 {
                var damaged = whole
                damaged[index] ^= 1 << bit
                _ = Self.register(damaged)
            }
        }
    }
}
