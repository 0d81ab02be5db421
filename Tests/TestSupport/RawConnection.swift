import Foundation
import NIOCore
import NIOPosix

/// A client that sends what it likes, byte for byte, and reads what comes.
public struct RawConnection: ~Copyable {
    public struct Answer: Sendable {
        public let head: String
        public let body: String

        public var status: Int { Int(head.dropFirst("HTTP/1.1 ".count).prefix(3)) ?? 0 }

        /// The value of a header; nil where there is none.
        public func header(_ name: String) -> String? {
            head.split(separator: "\r\n").dropFirst().first { $0.lowercased().hasPrefix(name + ":") }
                .map { $0.dropFirst(name.count + 1).trimmingCharacters(in: .whitespaces) }
        }
    }

    private var inbound: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator
    private let outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
    private var pending: [UInt8] = []

    /// Connects for as long as `body` runs.
    public static func run<Value: Sendable>(
        to port: Int, _ body: (inout RawConnection) async throws -> Value
    ) async throws -> Value {
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connect(host: "127.0.0.1", port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
                }
            }
        return try await channel.executeThenClose { inbound, outbound in
            var connection = RawConnection(inbound: inbound.makeAsyncIterator(), outbound: outbound)
            return try await body(&connection)
        }
    }

    /// A request's head.
    /// - Parameter headers: each ended; besides Host.
    public static func request(_ line: String, _ headers: String = "") -> String {
        "\(line) HTTP/1.1\r\nHost: phieukin.test\r\n\(headers)\r\n"
    }

    public func send(_ text: String) async throws { try await outbound.write(ByteBuffer(string: text)) }

    public func send(_ bytes: [UInt8]) async throws { try await outbound.write(ByteBuffer(bytes: bytes)) }

    /// The next answer, whose length its head tells.
    /// - Parameter hasBody: false for an answer to HEAD.
    /// - Returns: nil where the connection ends first.
    public mutating func answer(hasBody: Bool = true) async throws -> Answer? {
        guard let text = try await head() else { return nil }
        let head = Answer(head: text, body: "")
        let length = hasBody && head.status >= 200 ? Int(head.header("content-length") ?? "0") ?? 0 : 0
        while pending.count < length { guard try await more() else { return nil } }
        defer { pending.removeFirst(length) }
        return Answer(head: head.head, body: String(decoding: pending.prefix(length), as: UTF8.self))
    }

    private mutating func head() async throws -> String? {
        while true {
            if let end = find(Array("\r\n\r\n".utf8)) {
                defer { pending.removeFirst(end + 4) }
                return String(decoding: pending[..<end], as: UTF8.self)
            }
            guard try await more() else { return nil }
        }
    }

    /// All that comes until the service closes the connection.
    public mutating func rest() async throws -> String {
        while try await more() {}
        return String(decoding: pending, as: UTF8.self)
    }

    private mutating func more() async throws -> Bool {
        do {
            guard let bytes = try await inbound.next(isolation: #isolation) else { return false }
            pending += bytes.readableBytesView
            return true
        } catch is IOError {
            // Closed with what was sent still unread.
            return false
        }
    }

    private func find(_ pattern: [UInt8]) -> Int? {
        guard pending.count >= pattern.count else { return nil }
        return (0...pending.count - pattern.count).first { pending[$0..<$0 + pattern.count].elementsEqual(pattern) }
    }
}
