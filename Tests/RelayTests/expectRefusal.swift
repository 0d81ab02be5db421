import Testing

@testable import Relay

/// That a relay refuses, and why.
func expectRefusal(
    _ refusal: RelayRefusal, sourceLocation: SourceLocation = #_sourceLocation, _ body: () async throws -> Void
) async {
    do {
        try await body()
        Issue.record("nothing was refused", sourceLocation: sourceLocation)
    } catch {
        #expect(error as? RelayRefusal == refusal, sourceLocation: sourceLocation)
    }
}
