import Connections
import Hummingbird
import NIOCore
import NIOHTTP1
import OpenSSLKit
import SecretBallot
import StrictEncoding

extension Request {
    /// The whole body, refused unread beyond the limit.
    /// - Throws: `Problem.tooLarge`; `.malformedRequest` for a body that breaks off; `.requestTimeout`; `.overloaded`
    ///   where too much is being sent at once, and this is slowest.
    func bytes(limit: Int) async throws -> [UInt8] {
        try await bytes(limit: limit) { _ in }
    }

    /// The same, looked at while it comes.
    /// - Parameter look: given all that has come so far; may refuse the rest.
    func bytes(limit: Int, _ look: ([UInt8]) throws -> Void) async throws -> [UInt8] {
        let length = headers[.contentLength].flatMap(Int.init)
        if let length, length > limit { throw Problem(.tooLarge) }
        var bytes: [UInt8] = []
        do {
            for try await part in body {
                guard bytes.count + part.readableBytes <= limit else { throw Problem(.tooLarge) }
                try BodyBudget.account?.charge(part.readableBytes)
                bytes += part.readableBytesView
                try look(bytes)
            }
        } catch {
            throw Self.ending(error)
        }
        guard length == nil || length == bytes.count else { throw ClientGone() }
        try BodyBudget.account?.bodyEnded()
        return bytes
    }

    /// Whatever else ends a body before its time is the client's doing, or the line's.
    private static func ending(_ error: any Error) -> any Error {
        switch error {
        case is Problem, is MalformedInput: error
        case is RequestTooSlow: Problem(.requestTimeout)
        case HTTPParserError.invalidEOFState: ClientGone()
        case is HTTPParserError: Problem(.malformedRequest, "the body's chunks are malformed")
        default: ClientGone()
        }
    }

    /// The body as a JSON document.
    /// - Throws: `Problem.tooLarge`, `MalformedInput`.
    func json(limit: Int = 64 << 10) async throws -> JSONReader {
        try JSONReader(parsing: try await bytes(limit: limit), as: "body", limit: limit)
    }

    /// The body as an object with these members.
    func object(
        _ required: [String], optional: [String] = [], limit: Int = 64 << 10
    ) async throws -> JSONObjectReader {
        try await json(limit: limit).object(required, optional: optional)
    }
}

/// The client went before it had said all: there is nobody to answer, and nothing to be alarmed about.
struct ClientGone: Error {}

extension JSONReader {
    /// The password of a signer's key, into memory that is wiped.
    func keyPassword() throws -> SecretBytes { SecretBytes(copying: Array(try string(maximum: 1_000).utf8)) }
}

extension Request {
    /// The warnings that a step acknowledges, from the body; none where it has none.
    func acknowledgements() async throws -> Set<String> {
        let bytes = try await bytes(limit: 64 << 10)
        guard !bytes.isEmpty else { return [] }
        return try JSONReader(parsing: bytes, as: "body", limit: 64 << 10)
            .object([], optional: ["acknowledge"]).acknowledgements()
    }
}

extension Request {
    /// The same where the body is a table: from the address, `?acknowledge=…`.
    func namedAcknowledgements() -> Set<String> {
        Set(uri.queryParameters.getAll("acknowledge").prefix(16))
    }
}

extension JSONObjectReader {
    /// The warnings that are named as read and accepted.
    func acknowledgements() throws(MalformedInput) -> Set<String> {
        guard let list = try optional("acknowledge")?.array(maximum: 16) else { return [] }
        var names: Set<String> = []
        for name in list { names.insert(try name.string(maximum: 100)) }
        return names
    }
}
