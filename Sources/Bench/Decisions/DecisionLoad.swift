import Decisions

/// What is measured of decisions without a service: signing and verifying, on all cores.
struct DecisionLoad: Sendable {
    private static let units = 64

    private let decisions: SyntheticDecisions
    private let files: [[UInt8]]
    private let repetition: Repetition

    /// - Parameter seconds: how long each measurement takes.
    init(seconds: Double) async throws {
        let decisions = try SyntheticDecisions(units: Self.units)
        self.decisions = decisions
        files = try await Array(0..<Self.units).onAllCores { try decisions.decision($0) }
        repetition = Repetition(seconds: seconds)
        guard files.allSatisfy({ verdict(on: $0).trusted.isYes }) else { throw BenchFault("decisions do not verify") }
    }

    /// One of those that are verified.
    var file: [UInt8] { files[0] }

    /// - Returns: a second, from the statement to the signed file, and from the file to the verdict.
    func measure() async throws -> (signed: Double, verified: Double) {
        let signed = try await repetition.allCores { [decisions] number in _ = try decisions.decision(number) }
        let verified = try await repetition.allCores { [self] number in
            guard verdict(on: files[number % files.count]).intact.isYes else { throw BenchFault("a good decision") }
        }
        return (signed, verified)
    }

    private func verdict(on file: [UInt8]) -> DecisionVerdict {
        decisions.verifier.verify(file, now: SyntheticDecisions.signedAt)
    }
}
