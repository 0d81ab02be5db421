import Client
import Connections
import NIOCore
import NIOPosix
import SecretBallot
import Storage
import Testing

@testable import Service

/// More connections than a process may have descriptors.
@Suite(.serialized) struct DescriptorTests {
    /// Connections on which nothing is said.
    private static func idle(_ count: Int, to port: Int) async throws -> [any Channel] {
        var channels: [any Channel] = []
        for _ in 0..<count {
            channels.append(
                try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
                    .connect(host: "127.0.0.1", port: port).get())
        }
        return channels
    }

    @Test func aServiceWithFewDescriptorsGoesOnAndStopsInTime() async throws {
        _ = Descriptors.raise()
        try await TestFolder.use { folder in
            let laid = try await LaidRound(in: folder, voters: 2)
            try await Self.layDraft(in: folder)
            let process = try await ServeProcess(dataFolder: folder + "/data", descriptors: 1_024)
            let channels = try await Self.idle(1_100, to: process.port)
            defer { for channel in channels { channel.close(promise: nil) } }
            // Whoever comes then is answered, and whatever opens files still does.
            let admin = try await StaffClient.login(
                process.connection, name: "quantri", password: TestService.adminPassword)
            #expect(try await admin.accounts().map(\.name).contains("quantri"))
            _ = try await VoterClient(process.connection, patience: .none).keys()
            try await Self.leadToTheEnd(laid, on: process.connection)
            let code = try await process.terminate()
            #expect(code == 0)
        }
    }

    private static let draft = "FREEZE1DLE"

    private static func layDraft(in folder: String) async throws {
        let installation = try await Installation.open(ServiceConfiguration(dataFolder: folder + "/data"))
        try await PreparedRound(in: installation, voters: 1).lay(in: installation, .draft, marks: [:], as: draft)
        try installation.storage.close()
    }

    /// Freezes one round, and takes every step of another: spools, boxes, the record, each a file that is opened.
    private static func leadToTheEnd(_ laid: LaidRound, on connection: Connection) async throws {
        let (name, manifest) = (PreparedRound.name, laid.round.manifest)
        let secretary = StaffClient(connection, token: PreparedStaff.token(.secretary))
        let board = StaffClient(connection, token: PreparedStaff.token(.board))
        let voter = VoterClient(connection, patience: .none)
        let frozen = try await secretary.freeze(draft, every: .milliseconds(20)) { _ in }
        let state = try await voter.status(of: frozen).state
        #expect(state == .frozen)
        try await secretary.close(name)
        try await secretary.seal(name)
        try await board.open(name, with: laid.share(for: try await voter.seal(of: manifest).seal))
        try await board.certify(name, acknowledging: ["unanimous"])
        var record: [UInt8] = []
        try await voter.record(of: manifest.roundID) { record += $0 }
        #expect(record.starts(with: Array("PK".utf8)))
    }
}
