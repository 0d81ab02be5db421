import Testing

@testable import Service

/// How much of the gateway one relay has.
@Suite struct RelayTurnsTests {
    private let turns = RelayTurns()

    private func refusal(_ relay: Int) async -> ProblemCode? {
        do {
            try await turns.run(relay) {}
            return nil
        } catch {
            return (error as? Problem)?.code
        }
    }

    @Test func aRelayHasItsTurnsAndItsNeighbourTheirs() async throws {
        try await turns.run(0) {
            #expect(await refusal(0) == nil, "a request repeated after its line broke")
            try await turns.run(0) {
                let refused = await refusal(0)
                let neighbour = await refusal(1)
                #expect(refused == .overloaded && neighbour == nil)
            }
            #expect(await refusal(0) == nil)
        }
        #expect(await refusal(0) == nil)
    }

    @Test func aTurnThatFailsIsGivenBack() async throws {
        for _ in 0..<5 {
            await #expect(throws: Problem.self) { try await turns.run(0) { throw Problem(.internal) } }
        }
        #expect(await refusal(0) == nil)
    }
}
