import NIOHTTP1
import Testing

@testable import Service

/// The policy that every answer carries: one, whatever a page says of its own.
@Suite struct AnswerHeadersTests {
    private func completed(_ headers: HTTPHeaders) -> [String] {
        var headers = headers
        AnswerHeaders(isSecure: true).complete(&headers)
        return headers["content-security-policy"]
    }

    @Test func aPageConnectsToTheServiceAlone() {
        let policies = completed([:])
        #expect(policies == [AnswerHeaders.policy()])
        #expect(policies[0].contains("; connect-src 'self'; "))
    }

    @Test func aRoundsPageConnectsToItsRelaysToo() {
        let policy = AnswerHeaders.policy(connectingTo: ["https://huyen.example/tram", "http://127.0.0.1:8081"])
        #expect(policy.contains("; connect-src 'self' https://huyen.example/tram/ http://127.0.0.1:8081/; "))
        #expect(completed(["content-security-policy": policy]) == [policy])
        let rest = { (policy: String) in policy.split(separator: "; ").filter { !$0.hasPrefix("connect-src") } }
        #expect(rest(policy) == rest(AnswerHeaders.policy()))
    }

    @Test func aDocumentsPolicyLetsItsReaderWork() {
        let policies = completed(["content-type": "application/pdf"])
        #expect(policies.count == 1 && !policies[0].contains("script-src"))
    }
}
