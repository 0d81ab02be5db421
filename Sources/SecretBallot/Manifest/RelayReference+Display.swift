import StrictEncoding

/// A relay as people are shown it, wherever they have to know which one it is: by its name alone anybody could stand there.
extension RelayReference {
    /// The key's, which whoever runs the relay reads out: 80 bits of the SHA-256 of its 65 bytes, in four groups of four
    /// Crockford characters, "5JRE-7BVB-YW1E-EP0C". Not stretched: who would look like another relay needs a second key
    /// of the same 80 bits.
    public var fingerprint: String {
        Crockford.grouped(Crockford.encode(Array(Hash.digest(key.bytes).prefix(10)), count: 16), by: 4)
    }

    /// With the port where the address has one: "tram.huyen.example", "127.0.0.1:8081".
    public var host: String {
        let rest = url.firstRange(of: "://").map { url[$0.upperBound...] } ?? url[...]
        return String(rest.prefix { $0 != "/" })
    }

    /// Whether it is on the machine of whoever uses it: a trial's, and said so.
    public var isOnLoopback: Bool {
        ["localhost", "127.0.0.1", "[::1]"].contains { host == $0 || host.hasPrefix($0 + ":") }
    }
}
