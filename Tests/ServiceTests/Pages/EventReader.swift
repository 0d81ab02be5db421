import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import StrictEncoding

@testable import Service

/// Reads server-sent events as a browser does.
struct EventReader {
    private let chunks: AsyncThrowingStream<String, any Error>
    private var pending = ""

    let status: Int
    let type: String

    init(
        _ path: String, of service: TestService, with client: HTTPClient = .shared, headers: [String: String] = [:]
    ) async throws {
        var request = HTTPClientRequest(url: "http://127.0.0.1:\(service.port)\(path)")
        for (name, value) in headers { request.headers.add(name: name, value: value) }
        let response = try await client.execute(request, timeout: .seconds(60))
        status = Int(response.status.code)
        type = response.headers.first(name: "Content-Type") ?? ""
        let (chunks, continuation) = AsyncThrowingStream.makeStream(of: String.self)
        let reading = Task {
            do {
                for try await chunk in response.body { continuation.yield(String(buffer: chunk)) }
                continuation.finish()
            } catch {
                continuation.finish(throwing: error)
            }
        }
        continuation.onTermination = { _ in reading.cancel() }
        self.chunks = chunks
    }

    /// The next event's data; nil at the stream's end.
    mutating func next() async throws -> String? {
        while true {
            if let end = pending.range(of: "\n\n") {
                let block = String(pending[..<end.lowerBound])
                pending = String(pending[end.upperBound...])
                guard block.hasPrefix("data: ") else { continue }
                return String(block.dropFirst("data: ".count))
            }
            guard let chunk = try await chunk() else { return nil }
            pending += chunk
        }
    }

    private func chunk() async throws -> String? {
        for try await chunk in chunks { return chunk }
        return nil
    }

    /// The first event from here on whose turnout has so many slips.
    mutating func next(slips: Int) async throws -> String? {
        while let event = try await next() {
            let object = try JSONReader(parsing: Array(event.utf8), as: "event", limit: 1 << 20).looseObject()
            if try object.member("turnout").looseObject().member("slips").integer() == slips { return event }
        }
        return nil
    }
}
