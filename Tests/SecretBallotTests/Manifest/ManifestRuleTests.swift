import StrictEncoding
import Testing

@testable import SecretBallot

/// Each rule of a manifest alone: one value changed, and the audit names it and nothing else.
@Suite struct ManifestRuleTests {
    struct Change: Sendable, CustomTestStringConvertible {
        let path: [String]
        let fault: String
        let change: @Sendable (JSONValue) -> JSONValue

        var testDescription: String { fault }

        init(_ path: String, _ fault: String, _ change: @escaping @Sendable (JSONValue) -> JSONValue) {
            self.path = path.split(separator: ".").map(String.init)
            self.fault = fault
            self.change = change
        }

        init(_ path: String, to value: JSONValue, _ fault: String) { self.init(path, fault) { _ in value } }
    }

    private static let nothing = [UInt8](repeating: 0, count: 31)

    static let changes: [Change] = [
        Change("format", to: "phieukin-round/3", "format: wrong-value (phieukin-round/1 or phieukin-round/2)"),
        Change("format", to: "phieukin-round/2", "casting: missing-member"),
        Change("kind", to: "other", "kind: wrong-value (one of recognition, annulment)"),
        Change("kind", to: "annulment", "criteria: wrong-value (an annulment round has one criterion)"),
        Change("title", to: "", "title: wrong-value (not empty)"),
        Change(
            "title", to: .string(String(repeating: "a", count: 1_001)), "title: too-large (at most 1000 characters)"),
        Change("year", to: 1929, "year: out-of-range (1930 to 9999)"),
        Change("criteria", to: [], "criteria: wrong-value (not empty)"),
        Change("criteria", "criteria[1].id: repeated", repeating("id")),
        Change("units", to: [], "units: wrong-value (not empty)"),
        Change("units", "units[1].id: repeated") { .array($0.list + $0.list) },
        Change("voters", to: [], "voters: wrong-value (not empty)"),
        Change("voters", "voters[1].id: repeated", repeating("id")),
        Change("voters", "voters[1].credentialKey: repeated", repeating("credentialKey")),
        Change("issuer.name", to: "a b", "issuer.name: wrong-value (printable ASCII without spaces and plus signs)"),
        Change("issuer.tokenKeys", "issuer.tokenKeys: wrong-length (4 keys)") { .array($0.list.dropLast()) },
        Change("issuer.tokenKeys", "issuer.tokenKeys[1]: repeated") { .array([$0.list[0]] + $0.list.dropLast()) },
        Change(
            "issuer.tokenKeys",
            "issuer.tokenKeys[0]: wrong-value (a token key (RFC 9578 section 6.5) of 2048 bits with e = 65537)"
        ) { .array([.bytes(nothing)] + $0.list.dropFirst()) },
        Change("board.members", to: [], "board.members: wrong-value (not empty)"),
        Change("board.members", "board.members[1].key: repeated") { .array($0.list + $0.list) },
        Change("board.threshold", to: 0, "board.threshold: out-of-range (1 to 1)"),
        Change("board.threshold", to: 2, "board.threshold: out-of-range (1 to 1)"),
        Change(
            "board.publicKey", to: .bytes([4] + [UInt8](repeating: 1, count: 64)),
            "board.publicKey: wrong-value (an uncompressed P-256 point)"),
        Change("board", "board.transcript: wrong-length (32 bytes)") { $0.adding("transcript", .bytes(nothing)) },
        Change("service.logKey", to: .bytes(nothing), "service.logKey: wrong-length (32 bytes)"),
    ]

    static let changesOfTwo: [Change] = [
        Change("format", to: "phieukin-round/1", "casting: unknown-member"),
        Change("casting.gateway", "casting.gateway: wrong-length (74 bytes)") { .bytes($0.bytes.dropLast()) },
        Change("casting.gateway", configuration) { .bytes([2] + $0.bytes.dropFirst()) },
        Change("casting.gateway", configuration) { .bytes($0.bytes.dropLast() + [1]) },
        Change("casting.gateway", configuration) {
            .bytes(Array($0.bytes.prefix(4)) + $0.bytes.dropFirst(4).map { ~$0 })
        },
        Change("casting.relays", "casting.relays[1].name: repeated") { .array($0.list + $0.list) },
        Change("casting.relays", "casting.relays: too-large (at most 4 elements)") {
            .array($0.list + $0.list + $0.list + $0.list + $0.list)
        },
        Change("casting.relays", "casting.relays[1].key: repeated (another key of the manifest is the same)", renamed),
        Change("casting.relays", address, addressed("http://relay.example")),
        Change("casting.relays", address, addressed("https://relay.example/")),
        Change("casting.relays", address, addressed("https://relay.example/a//b")),
        Change("casting.relays", address, addressed("https://user@relay.example")),
        Change("casting.relays", address, addressed("https://relay.example?x")),
        Change("casting.relays", address, addressed("https://relay.example#x")),
        Change("casting.relays", address, addressed("https://relay.example:0x1f")),
        Change("casting.relays", address, addressed("https://relay.example:65536")),
        Change("casting.relays", address, addressed("https://relay.example:")),
        Change("casting.relays", address, addressed("https://")),
        Change("casting.relays", address, addressed("https://đảng.example")),
        Change("casting.relays", address, addressed("https://relay.example/a'b")),
        Change("casting.relays", address, addressed("relay.example")),
        Change("board", "board: wrong-value (\(alone))") { $0.adding("transcript", .bytes(nothing + [0])) },
        Change("board.members", "board: wrong-value (\(alone))") {
            .array([$0.list[0].adding("dkgKey", .bytes(other))])
        },
        Change("board.members", "board: wrong-value (the threshold of a board of several is 2 or more)") {
            .array($0.list + [["name": "Ủy viên", "key": .bytes(other)]])
        },
        Change("board.members", "board: wrong-length (at most 9 members)") { members in
            .array(
                members.list
                    + (0..<9).map { place -> JSONValue in
                        ["name": .string("Ủy viên \(place)"), "key": .bytes(SigningKey().publicKey.bytes)]
                    })
        },
    ]

    private static let other = SigningKey().publicKey.bytes
    private static let configuration =
        "casting.gateway: wrong-value (a key configuration (RFC 9458 section 3.1) of P-256 with AES-256-GCM, key id 1)"
    private static let address =
        "casting.relays[0].url: wrong-value (https://host[:port][/path] without a slash at its end)"
    private static let alone =
        "a board of several, and no board of one, has each member's dkgKey and the transcript"

    private static func addressed(_ url: String) -> @Sendable (JSONValue) -> JSONValue {
        { .array([$0.list[0].setting("url", to: .string(url))]) }
    }

    private static let renamed: @Sendable (JSONValue) -> JSONValue = {
        .array($0.list + [$0.list[0].setting("name", to: "Xã bên")])
    }

    /// The second element has one member as the first has it.
    private static func repeating(_ member: String) -> @Sendable (JSONValue) -> JSONValue {
        { value in
            let list = value.list
            guard case .object(let first) = list[0], let same = first.first(where: { $0.name == member }) else {
                return value
            }
            return .array([list[0], list[1].setting(member, to: same.value)] + list.dropFirst(2))
        }
    }

    @Test(arguments: changes)
    func isNamed(_ change: Change) throws { try expect(change, in: .one) }

    @Test(arguments: changesOfTwo + changes.filter { !["format", "board"].contains($0.path[0]) })
    func isNamedInTwo(_ change: Change) throws { try expect(change, in: .two) }

    @Test(arguments: [
        "https://relay.example", "https://relay.example:8443/phieu-kin", "http://localhost:8080", "http://127.0.0.1",
        "http://[::1]:9", "https://198.51.100.7/a/B_c~d.e-f",
    ])
    func anAddressThatARelayMayHave(url: String) { #expect(RelayReference.isAddress(url)) }

    @Test(arguments: [
        ("http://127.0.0.1:8081", true), ("http://localhost", true), ("https://[::1]:1/x", true),
        ("https://localhost.example", false), ("https://127.0.0.1.example:1", false), ("https://10.0.0.1", false),
    ])
    func aRelayOnThisMachineIsATrials(url: String, isOnLoopback: Bool) {
        #expect(RelayReference(name: "A", url: url, key: SigningKey().publicKey).isOnLoopback == isOnLoopback)
    }

    private func expect(_ change: Change, in version: ProtocolVersion) throws {
        let manifest = try SmallRound.shared(version).manifest
        let document = try JSONReader(parsing: manifest.bytes, as: "manifest", limit: 1 << 22).value
        let changed = document.changing(change.path, change.change)
        #expect(changed != document)
        let report = Audit.run(MemoryRecord(documents: [.manifest: changed.encoded(indented: true)]))
        #expect(report.faults.map(\.description) == ["manifest: manifest.json: manifest.\(change.fault)"])
    }
}

extension JSONValue {
    fileprivate var bytes: [UInt8] { (try? JSONReader(self, at: "").bytes()) ?? [] }

    fileprivate var list: [JSONValue] { if case .array(let elements) = self { elements } else { [] } }

    fileprivate func changing(_ path: [String], _ change: (JSONValue) -> JSONValue) -> JSONValue {
        guard let first = path.first else { return change(self) }
        return changing(first) { $0.changing(Array(path.dropFirst()), change) }
    }
}
