import Foundation

/// An installation's folder, removed when the test is done with it.
enum TestFolder {
    static func use<Value: Sendable>(_ body: (String) async throws -> Value) async throws -> Value {
        let folder = try TestService.makeFolder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        return try await body(folder)
    }

    /// Every regular file under a folder, by its path below it.
    static func files(under root: String) throws -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        for name in try FileManager.default.subpathsOfDirectory(atPath: root) {
            let path = root + "/" + name
            guard try FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType == .typeRegular
            else { continue }
            files[name] = [UInt8](try Data(contentsOf: URL(filePath: path)))
        }
        return files
    }
}

extension TestFolder {
    static func boxes(of round: TestRound) -> String {
        "\(round.service.folder)/data/rounds/\(round.roundID)/boxes.bin"
    }

    static func bytes(of path: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(filePath: path))) }

    static func write(_ bytes: [UInt8], to path: String, mode: Int = 0o600) throws {
        try Data(bytes).write(to: URL(filePath: path))
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    }
}
