import Connections
import HTTPTypes
import Hummingbird
import NIOCore
import SecretBallot
import StrictEncoding

extension Response {
    /// Exact bytes of a kind; nothing of ours is kept by caches unless it can never change.
    static func bytes(
        _ bytes: [UInt8], type: String, status: HTTPResponse.Status = .ok, immutable: Bool = false
    ) -> Response {
        var response = Response(status: status, body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
        response.headers[.contentType] = type
        response.headers[.cacheControl] = immutable ? "public, max-age=31536000, immutable" : "no-store"
        return response
    }

    static func json(_ value: JSONValue, status: HTTPResponse.Status = .ok) -> Response {
        .bytes(value.encoded(), type: "application/json", status: status)
    }

    /// A document that is asked for again and again: whoever has it as it stands (RFC 9110, section 13.1.2) is told so.
    static func tagged(_ value: JSONValue, for request: Request) -> Response {
        let bytes = value.encoded()
        let tag = "\"" + Base64URL.encode(Array(Hash.digest(bytes).prefix(12))) + "\""
        let isKnown = request.headers[.ifNoneMatch] == tag
        var response = isKnown ? Response(status: .notModified) : Response.json(value)
        response.headers[.eTag] = tag
        response.headers[.cacheControl] = "no-store"
        return response
    }

    /// A PDF to be shown, under a name to be kept by.
    static func pdf(_ bytes: [UInt8], name: String) -> Response {
        var response = Response.bytes(bytes, type: "application/pdf")
        response.headers[.contentDisposition] = "inline; filename=\"\(name)\""
        return response
    }

    static var noContent: Response { Response(status: .noContent) }

    /// Lets a page's scripts ask others than the service, each at what is below its address, and nobody else.
    mutating func allowConnecting(to addresses: [String]) {
        headers[.contentSecurityPolicy] = AnswerHeaders.policy(connectingTo: addresses)
    }
}
