import Client
import Recognition
import SecretBallot
import TestSupport

@testable import Service

extension TestRound {
    /// Takes the steps from the present stage, frozen or voting, to another.
    func reach(_ stage: Stage) async throws {
        switch stage {
        case .draft, .frozen: return
        case .issuing: try await secretary.issue(name)
        case .voting:
            try await secretary.issue(name)
            try await secretary.vote(name, acknowledging: ["few-present", "no-quorum"])
        case .closing:
            if try await secretary.round(name).summary.state != .voting { try await reach(.voting) }
            try await secretary.close(name, acknowledging: ["without-ballot"])
        case .sealed:
            let state = try await secretary.round(name).summary.state
            if ![.voting, .closing].contains(state) { try await reach(.voting) }
            _ = try await seal([])
        case .opened:
            try await reach(.sealed)
            try await open(try await service.voter.seal(of: manifest).seal)
        case .certified:
            try await reach(.opened)
            try await secretary.certify(name, acknowledging: ["unanimous"])
        case .cancelled:
            try await secretary.cancel(
                name, reason: "Hoãn hội nghị", acknowledging: ["ballots-destroyed"])
        }
    }

    /// The record of a certified round, as anybody downloads it.
    func record(in folder: String) async throws -> ArchivedRecord {
        let path = folder + "/record.zip"
        var bytes: [UInt8] = []
        try await service.voter.record(of: roundID) { bytes += $0 }
        try TemporaryFolder.write(bytes, to: path)
        return try ArchivedRecord(path: path)
    }

    /// Everybody votes alike but for one contest, then all is opened and certified.
    /// - Parameter rejected: the contest that nobody approves of.
    func certified(rejecting rejected: Int) async throws {
        let contests = manifest.contests.count
        let choices = [Choice](repeating: .first, count: contests).replacing(rejected, with: .second)
        for index in codes.indices { try await vote(index, choices) }
        try await open(seal([]))
        try await secretary.certify(name, acknowledging: ["unanimous"])
    }
}
