import Foundation

/// pyhpke with a few lines from RFC 9458 and RFC 9292, an independent client and gateway; `scripts/setup-peers.sh`
/// installs it for the tests.
public struct ObliviousPeer: Sendable {
    struct Missing: Error, CustomStringConvertible {
        let description = "pyhpke is not in .build/pyhanko; scripts/setup-peers.sh installs it"
    }

    /// It could not: its own words.
    public struct Refused: Error, CustomStringConvertible {
        public let description: String
    }

    private let interpreter = TestFiles.path(".build/pyhanko/bin/python")
    private let script = TestFiles.path("Tests/Peers/ohttp_peer.py")

    public init() throws {
        guard FileManager.default.isExecutableFile(atPath: interpreter) else { throw Missing() }
    }

    /// - Returns: the encapsulated request, and encapsulated key and exported secret.
    public func seal(_ request: [UInt8], to configuration: [UInt8]) throws -> (message: [UInt8], key: [UInt8]) {
        let lines = try ask("seal", configuration, request)
        return (lines[0], lines[1])
    }

    /// - Returns: the response inside.
    public func open(_ response: [UInt8], by key: [UInt8]) throws -> [UInt8] { try ask("open", key, response)[0] }

    /// - Returns: the request inside, and the response, encapsulated.
    public func answer(
        _ message: [UInt8], with response: [UInt8], scalar: [UInt8]
    ) throws -> (request: [UInt8], message: [UInt8]) {
        let lines = try ask("answer", scalar, message, response)
        return (lines[0], lines[1])
    }

    /// - Returns: a POST of octets in binary HTTP.
    public func post(_ content: [UInt8], to path: String, of authority: String) throws -> [UInt8] {
        try ask("post", Array(authority.utf8), Array(path.utf8), content)[0]
    }

    private func ask(_ command: String, _ arguments: [UInt8]...) throws -> [[UInt8]] {
        let texts = arguments.map { $0.map { String(format: "%02x", $0) }.joined() }
        let outcome = try Command.run([interpreter, script, command] + texts)
        guard outcome.status == 0 else { throw Refused(description: outcome.errors) }
        return outcome.output.split(separator: "\n").map { hex(String($0)) }
    }
}
