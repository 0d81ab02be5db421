import ArgumentParser
import Foundation
import Logging
import Reader
import Service
import TestSupport
import Testing

@testable import phieukin

struct ServeSettingsTests {
    private func settings(
        _ arguments: [String], environment: [String: String] = [:], file: String? = nil
    ) async throws -> ServeSettings {
        try await TemporaryFolder.use { folder in
            if let file { try Data(file.utf8).write(to: URL(filePath: folder).appending(path: "config.json")) }
            let options = try ServeOptions.parse(["--data", folder] + arguments)
            return try await ServeSettings(options.values, environment: environment)
        }
    }

    @Test func hasDefaults() async throws {
        let settings = try await settings([])
        #expect(settings.configuration.host == "127.0.0.1")
        #expect(settings.configuration.port == 8080)
        #expect(!settings.configuration.forcePlainHTTP)
        #expect(settings.logLevel == .info)
    }

    @Test func takesFlagsBeforeEnvironmentBeforeFile() async throws {
        let file = #"{"port":1,"host":"file","tls":{"key":"file"},"log":{"level":"error"}}"#
        let environment = ["PHIEUKIN_PORT": "2", "PHIEUKIN_HOST": "environment", "PHIEUKIN_FORCE_PLAIN_HTTP": "true"]
        let settings = try await settings(["--port", "3"], environment: environment, file: file)
        #expect(settings.configuration.port == 3)
        #expect(settings.configuration.host == "environment")
        #expect(settings.configuration.tlsKeyFile == "file")
        #expect(settings.configuration.forcePlainHTTP)
        #expect(settings.logLevel == .error)
    }

    @Test func readersHaveTheirLimits() async throws {
        let readers = try await settings([], file: #"{"readers":{"count":3,"memory":512,"seconds":4}}"#)
            .configuration.readers
        #expect(readers.count == 3 && readers.startsAhead)
        #expect(readers.confinement.memory == 512 << 20 && readers.confinement.seconds == 4)
        #expect(readers.time == .seconds(8) && readers.places > 0)
        for name in ["COUNT", "MEMORY", "SECONDS"] {
            await #expect(throws: Failure.self) {
                try await settings([], environment: ["PHIEUKIN_READERS_\(name)": "0"])
            }
        }
    }

    @Test func accountRulesAreStrictOrSimpleAndNothingElse() async throws {
        #expect(try await settings([]).configuration.accountRules == nil)
        #expect(try await settings(["--account-rules", "strict"]).configuration.accountRules == .strict)
        let file = #"{"account":{"rules":"simple"}}"#
        #expect(try await settings([], file: file).configuration.accountRules == .simple)
        let environment = ["PHIEUKIN_ACCOUNT_RULES": "strict"]
        #expect(try await settings([], environment: environment, file: file).configuration.accountRules == .strict)
        await #expect(throws: Failure.self) { try await settings(["--account-rules", "none"]) }
    }

    @Test func refusesWhatMakesNoSense() async throws {
        await #expect(throws: Failure.self) { try await settings([], file: "{") }
        await #expect(throws: Failure.self) { try await settings(["--port", "65536"]) }
        await #expect(throws: Failure.self) { try await settings([], environment: ["PHIEUKIN_PORT": "many"]) }
        await #expect(throws: Failure.self) { try await settings(["--log-level", "loud"]) }
        await #expect(throws: Failure.self) { try await ServeSettings([:], environment: [:]) }
    }
}
