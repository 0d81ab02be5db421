import NIOCore
import StrictEncoding

/// The bytes of a request to a service on the loopback.
enum HTTPRequest {
    static func get(_ path: String, port: Int) -> ByteBuffer {
        ByteBuffer(string: "GET \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n\r\n")
    }

    static func post(_ path: String, _ body: JSONValue, port: Int) -> ByteBuffer {
        post(path, body.encoded(), "application/json", port: port)
    }

    static func post(_ path: String, bytes: [UInt8], authorization: String, port: Int) -> ByteBuffer {
        post(path, bytes, "application/octet-stream", more: "Authorization: \(authorization)\r\n", port: port)
    }

    private static func post(
        _ path: String, _ content: [UInt8], _ type: String, more headers: String = "", port: Int
    ) -> ByteBuffer {
        var bytes = ByteBuffer(
            string: """
                POST \(path) HTTP/1.1\r
                Host: 127.0.0.1:\(port)\r
                Content-Type: \(type)\r
                Content-Length: \(content.count)\r
                \(headers)\r

                """)
        bytes.writeBytes(content)
        return bytes
    }
}
