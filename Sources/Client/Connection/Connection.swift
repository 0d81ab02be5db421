import AsyncHTTPClient
import Dispatch
import NIOCore
import NIOHTTP1
import NIOSSL
public import OpenSSLKit

/// The way to one service; shared by all who talk to it from here.
///
/// Follows no redirection and keeps no cookie: what is sent is what the caller gives.
public final class Connection: Sendable {
    public let address: ServerAddress
    private let http: HTTPClient

    /// - Parameter authorities: certificates trusted besides the system's, for a service with its own authority.
    /// - Throws: an error of the TLS library for a certificate that it cannot use.
    public init(to address: ServerAddress, trusting authorities: [Certificate] = []) throws {
        var tls = TLSConfiguration.makeClientConfiguration()
        tls.minimumTLSVersion = .tlsv12
        let extra = try authorities.map { try NIOSSLCertificate(bytes: $0.der, format: .der) }
        if !extra.isEmpty { tls.additionalTrustRoots = [.certificates(extra)] }
        var configuration = HTTPClient.Configuration(
            tlsConfiguration: tls, redirectConfiguration: .disallow,
            timeout: .init(connect: .seconds(10), read: .seconds(120)))
        // Repeating is decided where it is known what a call means.
        configuration.connectionPool.retryConnectionEstablishment = false
        http = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
        self.address = address
    }

    deinit { http.shutdown(queue: .global()) { _ in } }

    /// Sends a call and gathers its answer.
    /// - Throws: `ServerProblem`, `ConnectionFault`, `AnswerFault` for an answer beyond the limit.
    func send(_ call: Call) async throws -> ServiceAnswer {
        let response = try await begin(call)
        let answer = ServiceAnswer(response, body: try await gather(response, of: call))
        guard answer.isSuccess else { throw ServerProblem(answer) }
        return answer
    }

    /// Sends a call and hands its answer on as it comes in.
    /// - Throws: as `send(_:)`, and what `receive` throws.
    func stream(_ call: Call, _ receive: ([UInt8]) throws -> Void) async throws {
        let response = try await begin(call)
        guard response.status == .ok else {
            throw ServerProblem(ServiceAnswer(response, body: try await gather(response, of: call)))
        }
        var count = 0
        do {
            for try await part in response.body {
                count += part.readableBytes
                guard count <= call.limit else { throw AnswerFault(call.name, "more than \(call.limit) bytes") }
                try receive(Array(part.readableBytesView))
            }
        } catch {
            throw ConnectionFault.translated(error)
        }
    }

    private func begin(_ call: Call) async throws -> HTTPClientResponse {
        var request = HTTPClientRequest(url: address.description + call.path)
        request.method = HTTPMethod(rawValue: call.method.rawValue)
        request.headers.add(name: "Accept", value: "application/json, application/problem+json, */*;q=0.1")
        if let type = call.contentType { request.headers.add(name: "Content-Type", value: type) }
        if let header = call.credential?.header { request.headers.add(name: header.name, value: header.value) }
        if let value = call.authorization { request.headers.add(name: "Authorization", value: value) }
        if let body = call.body { request.body = .bytes(ByteBuffer(bytes: body)) }
        do {
            return try await http.execute(request, deadline: .now() + .minutes(15))
        } catch {
            throw ConnectionFault.translated(error)
        }
    }

    private func gather(_ response: HTTPClientResponse, of call: Call) async throws -> [UInt8] {
        let limit = response.status.code < 300 ? call.limit : ServerProblem.maximumByteCount
        do {
            return Array(try await response.body.collect(upTo: limit).readableBytesView)
        } catch is NIOTooManyBytesError {
            throw AnswerFault(call.name, "more than \(limit) bytes")
        } catch {
            throw ConnectionFault.translated(error)
        }
    }
}
