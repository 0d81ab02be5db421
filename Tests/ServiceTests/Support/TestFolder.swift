import Foundation

/// An installation's folder, removed when the test is done with it.
enum TestFolder {
    static func use<Value: Sendable>(_ body: (String) async throws -> Value) async throws -> Value {
        let folder = try TestService.makeFolder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        return try await body(folder)
    }

    /// A copy of an installation's folder, of which nothing is open.
    static func useCopy<Value: Sendable>(
        of template: String, _ body: (String) async throws -> Value
    ) async throws -> Value {
        try await use { folder in
            try FileManager.default.removeItem(atPath: folder)
            try FileManager.default.copyItem(atPath: template, toPath: folder)
            return try await body(folder)
        }
    }

    static func boxes(of round: TestRound) -> String {
        "\(round.service.folder)/data/rounds/\(round.roundID)/boxes.bin"
    }
}
