import Client
import Logging
import Recognition
import SecretBallot
import TestSupport

@testable import phieukin

/// A small round at the real service, open for voting: one unit, eight voters, all of them present.
struct LiveRound {
    let voter: VoterClient
    let manifest: Manifest
    let codes: [AccessCode]

    static func run(_ body: (LiveRound) async throws -> Void) async throws {
        let trial = try TrialSigner(for: Signer(name: "A", position: "B"), of: "C")
        let installation = try DemoInstallation(trusting: trial.authority)
        defer { installation.remove() }
        try await installation.create(adminPassword: "correct horse battery")
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        try await installation.serve(logger: logger) { address, _ in
            try await body(LiveRound(Connection(to: address)))
        }
    }

    private init(_ connection: Connection) async throws {
        let admin = try await StaffClient.login(connection, name: "admin", password: "correct horse battery")
        try await admin.createAccount(
            "all", displayName: "All", roles: [.secretary, .board], password: "correct horse battery")
        let staff = try await StaffClient.login(connection, name: "all", password: "correct horse battery")
        let round = try await staff.createRound(RoundPlan(parsing: TestFiles.example("round.json")).draft).round
        let units = String(decoding: try TestFiles.example("units.csv"), as: UTF8.self).split(separator: "\n").prefix(2)
        _ = try await staff.setUnits(Array(units.joined(separator: "\n").utf8), of: round)
        let roster = "id,name\n" + (1...8).map { "v\($0),Voter \($0)\n" }.joined()
        let cards = try AccessCards(for: VoterTable(parsing: Array(roster.utf8)))
        _ = try await staff.setVoters(cards.votersTable(), of: round)
        let device = BoardDevice(name: "Board")
        try await staff.setBoard(device.board, of: round)
        let roundID = try await staff.freeze(round, every: .milliseconds(50)) { _ in }
        voter = VoterClient(connection)
        manifest = try await voter.manifest(of: roundID)
        try await staff.sign(device.signFreeze(of: manifest), of: round)
        try await staff.setPresence(cards.voters.map { ($0.id, .present) }, of: round)
        try await staff.issue(round)
        try await staff.vote(round)
        codes = cards.codes
    }
}
