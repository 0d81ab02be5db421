import NIOCore

/// Takes responses apart as far as a load needs it: the status, the body by its Content-Length.
struct HTTPResponseReader {
    struct Response {
        let status: Int
        let body: ByteBuffer
    }

    private struct Head {
        let status: Int
        let bodyLength: Int
    }

    private static let headEnd = Array("\r\n\r\n".utf8)
    private static let lengthName = Array("\r\ncontent-length:".utf8)

    private var buffer = ByteBuffer()
    private var head: Head?

    mutating func read(_ bytes: inout ByteBuffer) { buffer.writeBuffer(&bytes) }

    /// The next response that is there whole.
    /// - Throws: `BenchFault` for a head without a length.
    mutating func next() throws -> Response? {
        if head == nil { head = try readHead() }
        guard let head, let body = buffer.readSlice(length: head.bodyLength) else { return nil }
        self.head = nil
        if buffer.readableBytes == 0 { buffer = ByteBuffer() }
        return Response(status: head.status, body: body)
    }

    /// "HTTP/1.1 200 OK…"
    private mutating func readHead() throws -> Head? {
        let bytes = buffer.readableBytesView
        guard let end = Self.position(after: Self.headEnd, in: bytes) else { return nil }
        guard let length = Self.position(after: Self.lengthName, in: bytes[..<end]) else {
            throw BenchFault("a response without Content-Length")
        }
        let head = Head(
            status: Self.number(in: bytes[bytes.index(bytes.startIndex, offsetBy: 9)..<end]),
            bodyLength: Self.number(in: bytes[length..<end].drop { $0 == UInt8(ascii: " ") }))
        buffer.moveReaderIndex(forwardBy: end - bytes.startIndex)
        return head
    }

    /// - Parameter pattern: in lower case; begins with a character that does not come again before its middle.
    private static func position(after pattern: [UInt8], in bytes: ByteBufferView) -> Int? {
        var matched = 0
        for (index, byte) in zip(bytes.indices, bytes) {
            let letter = (65...90).contains(byte) ? byte | 0x20 : byte
            matched = letter == pattern[matched] ? matched + 1 : (letter == pattern[0] ? 1 : 0)
            if matched == pattern.count { return index + 1 }
        }
        return nil
    }

    private static func number(in bytes: some Sequence<UInt8>) -> Int {
        bytes.prefix { (48...57).contains($0) }.reduce(0) { $0 * 10 + Int($1 - 48) }
    }
}
