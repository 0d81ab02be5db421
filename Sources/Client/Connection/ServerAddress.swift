import Foundation
public import StrictEncoding

/// Where a service is: scheme, host and perhaps port, "https://phieu.example:8443".
public struct ServerAddress: Hashable, Sendable, CustomStringConvertible {
    /// The address without a slash at its end.
    public let description: String

    /// - Parameter forcingPlainHTTP: whether passwords and requests may travel unencrypted to another machine.
    /// - Throws: `MalformedInput` for anything but http or https, a host and a port; for plain HTTP to another machine.
    public init(_ text: String, forcingPlainHTTP: Bool = false) throws(MalformedInput) {
        guard let parts = URLComponents(string: text), let host = parts.host, !host.isEmpty,
            let scheme = parts.scheme?.lowercased(), ["http", "https"].contains(scheme),
            parts.user == nil, ["", "/"].contains(parts.path), parts.query == nil, parts.fragment == nil
        else { throw MalformedInput(.wrongValue, at: "server", "an address as https://host:port, with no path") }
        guard scheme == "https" || forcingPlainHTTP || Self.isLoopback(host) else {
            throw MalformedInput(.wrongValue, at: "server", "https, or --force-plain-http if the network is safe")
        }
        description = text.hasSuffix("/") ? String(text.dropLast()) : text
    }

    private static func isLoopback(_ host: String) -> Bool {
        ["localhost", "127.0.0.1", "::1", "[::1]"].contains(host.lowercased())
    }
}
