import AsyncHTTPClient
package import Decisions
import NIOCore
import NIOHTTP1
package import OpenSSLKit

/// A time stamp authority (RFC 3161 over HTTP).
package struct TimestampClient: Sendable {
    private static let patience = TimeAmount.seconds(10)

    let url: String

    /// Whose trust in time stamp authorities counts.
    let verifier: DecisionVerifier
    let clock: ServiceClock

    /// - Parameter verifier: whose trust in time stamp authorities counts.
    package init(url: String, verifier: DecisionVerifier, clock: ServiceClock) {
        (self.url, self.verifier, self.clock) = (url, verifier, clock)
    }

    /// The signature with a time stamp over it.
    /// - Throws: `Problem.timestamp` where the authority does not answer, refuses, or answers with what does not hold.
    func stamp(_ decision: DetachedDecision) async throws -> DetachedDecision {
        var stamped = decision
        stamped.signature = try await stamp(decision.signature)
        return stamped
    }

    private func stamp(_ signature: [UInt8]) async throws -> [UInt8] {
        let query = try DetachedSignature.timestampRequest(for: signature)
        let token = try await token(answering: query)
        do {
            return try DetachedSignature.adding(timestamp: token, to: signature)
        } catch {
            throw Problem(.timestamp, "\(url): \(error)")
        }
    }

    /// The authority's answer, if it holds.
    /// - Throws: `Problem.timestamp`.
    package func token(answering query: TimestampRequest) async throws -> TimestampToken {
        let response = try await answer(to: query.der)
        do {
            return try query.token(
                in: response, at: Int64(clock.now), trusting: verifier.timestampAnchors,
                revocationLists: verifier.revocationLists)
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
