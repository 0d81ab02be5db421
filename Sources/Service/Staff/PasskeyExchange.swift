import AccountSecurity
import StrictEncoding

/// What goes to a browser's authenticator and what comes back, as the pages' scripts carry it.
enum PasskeyExchange {
    /// For `navigator.credentials.create`.
    /// - Parameter user: tells the authenticator whose it is, and nothing to anybody else.
    static func creation(
        _ party: RelyingParty, challenge: [UInt8], user: [UInt8], account: String, name: String, known: [[UInt8]]
    ) -> JSONValue {
        [
            "rp": ["id": .string(party.id), "name": "phieukin"],
            "user": ["id": .bytes(user), "name": .string(account), "displayName": .string(name)],
            "challenge": .bytes(challenge),
            "pubKeyCredParams": [["type": "public-key", "alg": .integer(Passkey.algorithm)]],
            "excludeCredentials": .array(known.map(descriptor)),
            "attestation": "none",
        ]
    }

    /// For `navigator.credentials.get`.
    static func request(_ party: RelyingParty, challenge: [UInt8], known: [[UInt8]]) -> JSONValue {
        [
            "rpId": .string(party.id), "challenge": .bytes(challenge),
            "allowCredentials": .array(known.map(descriptor)), "userVerification": "preferred",
        ]
    }

    private static func descriptor(_ id: [UInt8]) -> JSONValue { ["type": "public-key", "id": .bytes(id)] }

    /// An answer to `creation`.
    struct Registration {
        let clientData: [UInt8]
        let attestation: [UInt8]

        /// - Throws: `MalformedInput`.
        init(parsing text: String) throws(MalformedInput) {
            let object = try PasskeyExchange.object(text, ["clientDataJSON", "attestationObject"])
            clientData = try object.member("clientDataJSON").bytes()
            attestation = try object.member("attestationObject").bytes()
        }
    }

    /// An answer to `request`.
    struct Assertion {
        let id: [UInt8]
        let clientData: [UInt8]
        let authenticatorData: [UInt8]
        let signature: [UInt8]

        /// - Throws: `MalformedInput`.
        init(parsing text: String) throws(MalformedInput) {
            let object = try PasskeyExchange.object(
                text, ["id", "clientDataJSON", "authenticatorData", "signature"])
            id = try object.member("id").bytes()
            clientData = try object.member("clientDataJSON").bytes()
            authenticatorData = try object.member("authenticatorData").bytes()
            signature = try object.member("signature").bytes()
        }
    }

    private static func object(_ text: String, _ members: [String]) throws(MalformedInput) -> JSONObjectReader {
        try JSONReader(parsing: Array(text.utf8), as: "passkey", limit: 48 << 10).object(members)
    }
}

extension RelyingParty {
    /// The service at an address, as people reach it.
    /// - Parameter address: "https://phieukin.example", with a port where there is one.
    /// - Returns: nil where no browser gives passkeys: an IP address, or plain HTTP beyond this machine.
    init?(address: String) {
        let parts = address.lowercased().split(separator: "/")
        guard parts.count == 2 else { return nil }
        let host = String(parts[1].prefix { $0 != ":" })
        guard parts[0] == "https:" || parts[0] == "http:" && host == "localhost", host.contains(where: \.isLetter),
            host.utf8.allSatisfy(Self.isOfName)
        else { return nil }
        self.init(id: host, origin: "\(parts[0])//\(parts[1])")
    }

    private static func isOfName(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
    }
}
