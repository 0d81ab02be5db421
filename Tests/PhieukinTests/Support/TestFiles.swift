import Foundation

/// Files that tests read and write.
enum TestFiles {
    private static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    static let example = repository.appending(path: "Examples/xa-bum-to").path()

    static func example(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(filePath: example).appending(path: name)))
    }

    static func vector(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(filePath: path(name))))
    }

    /// Of one of the vectors' files.
    static func path(_ name: String) -> String { repository.appending(path: "Tests/Vectors/\(name)").path() }

    /// A fresh folder, gone when `body` ends.
    static func inFolder<Value>(_ body: (String) async throws -> Value) async throws -> Value {
        let folder = FileManager.default.temporaryDirectory.appending(path: "phieukin-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try await body(folder.path())
    }
}
