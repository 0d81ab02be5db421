import Client
import NIOCore
import NIOPosix
import SecretBallot
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
            _ = try await TestService.configuration(of: folder)
            let process = try await ServeProcess(dataFolder: folder + "/data", descriptors: 1_024)
            let channels = try await Self.idle(1_100, to: process.port)
            defer { for channel in channels { channel.close(promise: nil) } }
            // Whoever comes then is answered, and what opens files can still do so.
            let admin = try await StaffClient.login(
                process.connection, name: "quantri", password: TestService.adminPassword)
            #expect(try await admin.accounts().count == 1)
            _ = try await VoterClient(process.connection, patience: .none).keys()
            #expect(process.terminate() == 0)
        }
    }
}
