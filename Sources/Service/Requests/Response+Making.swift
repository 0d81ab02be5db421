import HTTPTypes
import Hummingbird
import NIOCore
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

    /// A PDF to be shown, under a name to be kept by.
    static func pdf(_ bytes: [UInt8], name: String) -> Response {
        var response = Response.bytes(bytes, type: "application/pdf")
        response.headers[.contentDisposition] = "inline; filename=\"\(name)\""
        return response
    }

    static var noContent: Response { Response(status: .noContent) }
}
