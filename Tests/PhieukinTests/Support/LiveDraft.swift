import Client
import Logging
import Recognition
import SecretBallot
import TestSupport

@testable import phieukin

/// A small round at the real service, prepared but for its board: one unit, eight voters.
struct LiveDraft {
    let connection: Connection

    /// The secretary and the board in one.
    let staff: StaffClient
    let round: String
    let cards: AccessCards

    static func run(_ body: (LiveDraft) async throws -> Void) async throws {
        let trial = try TrialSigner(for: Signer(name: "A", position: "B"), of: "C")
        let installation = try DemoInstallation(trusting: trial.authority)
        defer { installation.remove() }
        try await installation.create(adminPassword: "correct horse battery")
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        try await installation.serve(logger: logger) { address, _ in
            try await body(LiveDraft(Connection(to: address)))
        }
    }

    private init(_ connection: Connection) async throws {
        self.connection = connection
        let admin = try await StaffClient.login(connection, name: "admin", password: "correct horse battery")
        try await admin.createAccount(
            "all", displayName: "All", roles: [.secretary, .board], password: "correct horse battery")
        staff = try await StaffClient.login(connection, name: "all", password: "correct horse battery")
        round = try await staff.createRound(RoundPlan(parsing: TestFiles.example("round.json")).draft).round
        let units = String(decoding: try TestFiles.example("units.csv"), as: UTF8.self).split(separator: "\n").prefix(2)
        _ = try await staff.setUnits(Array(units.joined(separator: "\n").utf8), of: round)
        let roster = "id,name\n" + (1...8).map { "v\($0),Voter \($0)\n" }.joined()
        cards = try AccessCards(for: VoterTable(parsing: Array(roster.utf8)))
        _ = try await staff.setVoters(cards.votersTable(), of: round)
    }
}
