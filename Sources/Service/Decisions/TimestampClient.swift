import AsyncHTTPClient
import Decisions
import NIOCore
import NIOHTTP1
import OpenSSLKit

/// A time stamp authority (RFC 3161 over HTTP).
struct TimestampClient: Sendable {
    private static let patience = TimeAmount.seconds(10)

    let url: String

    /// Whose trust in time stamp authorities counts.
    let verifier: DecisionVerifier
    let clock: ServiceClock

    /// The signature with a time stamp over it.
    /// - Throws: `Problem.timestamp` where the authority does not answer, refuses, or answers with what does not hold.
    func stamp(_ decision: DetachedDecision) async throws -> DetachedDecision {
        var stamped = decision
        stamped.signature = try await stamp(decision.signature)
        return stamped
    }

    private func stamp(_ signature: [UInt8]) async throws -> [UInt8] {
        let query = try DetachedSignature.timestampRequest(for: signature)
        let response = try await answer(to: query.der)
        do {
            let token = try query.token(
                in: response, at: Int64(clock.now), trusting: verifier.timestampAnchors,
                revocationLists: verifier.revocationLists)
            return try DetachedSignature.adding(timestamp: token, to: signature)
        } catch {
            throw Problem(.timestamp, "\(url): \(error)")
        }
    }

    private func answer(to query: [UInt8]) async throws -> [UInt8] {
        var request = HTTPClientRequest(url: url)
        request.method = .POST
        request.headers.add(name: "Content-Type", value: TimestampRequest.mediaType)
        request.body = .bytes(query)
        do {
            let response = try await HTTPClient.shared.execute(request, timeout: Self.patience)
            guard response.status == .ok else { throw Problem(.timestamp, "\(url): answered \(response.status.code)") }
            return Array(try await response.body.collect(upTo: TimestampToken.sizeLimit).readableBytesView)
        } catch let problem as Problem {
            throw problem
        } catch {
            throw Problem(.timestamp, "\(url): no answer (\(error))")
        }
    }
}
