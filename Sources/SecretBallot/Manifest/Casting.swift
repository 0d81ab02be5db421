import Recognition
public import StrictEncoding

/// How slips come to the service: the gateway's key, and the relays to which members may hand their ballots.
public struct Casting: Sendable, Hashable {
    /// A relay's place in a manifest is one byte where it is signed; more than these no member would tell apart.
    public static let maximumRelays = 4

    public let gateway: GatewayKey

    /// In the order by which signatures name them, from 0; none where everybody casts straight to the service.
    public let relays: [RelayReference]

    public init(gateway: GatewayKey, relays: [RelayReference]) {
        self.gateway = gateway
        self.relays = relays
    }
}

/// The key to which what goes through a relay is encrypted, fresh for each round.
public struct GatewayKey: Sendable, Hashable {
    public let publicKey: VerifyingKey

    public init(_ publicKey: VerifyingKey) { self.publicKey = publicKey }

    /// One key configuration (RFC 9458 section 3.1) without its outer length, 74 bytes: key id 1, DHKEM(P-256,
    /// HKDF-SHA256), the key, HKDF-SHA256 with AES-256-GCM.
    public var configuration: [UInt8] { Self.start + publicKey.bytes + Self.end }

    private static let start: [UInt8] = [0x01, 0x00, 0x10]
    private static let end: [UInt8] = [0x00, 0x04, 0x00, 0x01, 0x00, 0x02]
}

/// A relay of another body: it learns who hands a ballot over and when, and never what.
public struct RelayReference: Sendable, Hashable {
    public let name: String

    /// https (http on loopback alone), host, perhaps a port and a path; never ends with a slash.
    public let url: String

    /// Signs the statement of how many it mixed.
    public let key: VerifyingKey

    public init(name: String, url: String, key: VerifyingKey) {
        (self.name, self.url, self.key) = (name, url, key)
    }

    /// Whether an address is one that a manifest may name: pages name it to browsers, and devices append to it.
    public static func isAddress(_ text: String) -> Bool {
        guard let scheme = ["https://", "http://"].first(where: text.hasPrefix) else { return false }
        let rest = text.dropFirst(scheme.count)
        let authority = rest.prefix { $0 != "/" }
        let path = rest.dropFirst(authority.count)
        guard let host = host(of: authority), path.utf8.allSatisfy(isOfPath), !path.hasSuffix("/"),
            !path.contains("//")
        else { return false }
        return scheme == "https://" || isLoopback(host)
    }

    /// Whether an address leads to the same host as this relay's: then both see who hands over and what comes in. A host
    /// on loopback is a trial's, where everything is on one machine.
    public func isOnHost(of address: String) -> Bool {
        guard let own = Self.host(in: url), let other = Self.host(in: address.lowercased()) else { return false }
        return own == other && !Self.isLoopback(own)
    }

    /// In one spelling: a dot at the end of a name leads to the same machine.
    private static func host(in address: String) -> Substring? {
        guard let start = address.firstRange(of: "://")?.upperBound,
            var host = host(of: address[start...].prefix(while: { $0 != "/" }))
        else { return nil }
        while host.hasSuffix(".") { host.removeLast() }
        return host
    }

    /// The host of "host:port"; nil if either is not well formed.
    private static func host(of authority: Substring) -> Substring? {
        let host = authority.hasPrefix("[::1]") ? authority.prefix(5) : authority.prefix { $0 != ":" }
        let port = authority.dropFirst(host.count)
        guard
            port.isEmpty
                || port.first == ":" && UInt16(port.dropFirst()).map({ String($0) == port.dropFirst() }) == true
        else { return nil }
        return host == "[::1]" || !host.isEmpty && host.utf8.allSatisfy(isOfHost) ? host : nil
    }

    private static func isLoopback(_ host: Substring) -> Bool { ["localhost", "127.0.0.1", "[::1]"].contains(host) }

    private static func isOfHost(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        default: [UInt8(ascii: "."), UInt8(ascii: "-")].contains(byte)
        }
    }

    private static func isOfPath(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "/"), UInt8(ascii: "_"), UInt8(ascii: "~"): true
        default: isOfHost(byte)
        }
    }
}

extension Casting {
    /// Reads {gateway, relays}.
    /// - Throws: `MalformedInput`.
    public init(reading reader: JSONReader) throws(MalformedInput) {
        let object = try reader.object(["gateway", "relays"])
        gateway = try GatewayKey(reading: object.member("gateway"))
        relays = try Self.relays(reading: object.member("relays"))
    }

    /// Reads a list of relays, empty perhaps.
    /// - Throws: `MalformedInput`, also where two have one name.
    public static func relays(reading reader: JSONReader) throws(MalformedInput) -> [RelayReference] {
        let relays = try reader.array(maximum: maximumRelays).map { element throws(MalformedInput) in
            try RelayReference(reading: element)
        }
        try relays.requireDistinct("name", at: reader.place, by: \.name)
        return relays
    }

    public var json: JSONValue {
        ["gateway": .bytes(gateway.configuration), "relays": .array(relays.map(\.json))]
    }
}

extension GatewayKey {
    init(reading reader: JSONReader) throws(MalformedInput) {
        let bytes = try reader.bytes(Self.start.count + VerifyingKey.byteCount + Self.end.count)
        guard bytes.starts(with: Self.start), bytes.suffix(Self.end.count).elementsEqual(Self.end),
            let key = try? VerifyingKey(Array(bytes.dropFirst(Self.start.count).dropLast(Self.end.count)))
        else {
            throw reader.wrongValue("a key configuration (RFC 9458 section 3.1) of P-256 with AES-256-GCM, key id 1")
        }
        publicKey = key
    }
}

extension RelayReference {
    init(reading reader: JSONReader) throws(MalformedInput) {
        let object = try reader.object(["name", "url", "key"])
        name = try object.member("name").plainText()
        let address = try object.member("url")
        url = try address.string(maximum: 300)
        guard Self.isAddress(url) else {
            throw address.wrongValue("https://host[:port][/path] without a slash at its end")
        }
        key = try VerifyingKey(reading: object.member("key"))
    }

    public var json: JSONValue { ["name": .string(name), "url": .string(url), "key": .bytes(key.bytes)] }
}
