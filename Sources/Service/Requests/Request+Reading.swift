import Hummingbird
import NIOCore
import OpenSSLKit
import SecretBallot
import StrictEncoding

extension Request {
    /// The whole body, refused unread beyond the limit.
    /// - Throws: `Problem.tooLarge`.
    func bytes(limit: Int) async throws -> [UInt8] {
        if let length = headers[.contentLength].flatMap(Int.init), length > limit { throw Problem(.tooLarge) }
        let buffer = try await body.collect(upTo: limit)
        return Array(buffer.readableBytesView)
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

extension JSONReader {
    /// The password of a signer's key, into memory that is wiped.
    func keyPassword() throws -> SecretBytes { SecretBytes(copying: Array(try string(maximum: 1_000).utf8)) }

    /// What an account may be called, what a person may type: not empty, not long.
    func shortText(maximum: Int = 300) throws -> String {
        let text = try string(maximum: maximum)
        guard !text.isEmpty else { throw wrongValue("not empty") }
        return text
    }
}
