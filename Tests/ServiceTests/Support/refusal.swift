import Client
import Testing

/// The problem with which the service refuses what `body` asks for; a fault of the test's where it does not refuse.
func refusal(
    _ what: String = "", at location: SourceLocation = #_sourceLocation, of body: () async throws -> Void
) async -> ServerProblem? {
    do {
        try await body()
        Issue.record("not refused: \(what)", sourceLocation: location)
    } catch let problem as ServerProblem {
        return problem
    } catch {
        Issue.record(error, "\(what)", sourceLocation: location)
    }
    return nil
}

/// Expects that the service refuses what `body` asks for, with the problem of this code.
func expectRefusal(
    _ code: String, _ what: String = "", at location: SourceLocation = #_sourceLocation,
    of body: () async throws -> Void
) async {
    let problem = await refusal(what, at: location, of: body)
    #expect(problem?.code == code, "\(what)", sourceLocation: location)
}
