import Foundation

/// A folder of a test's own, gone with it.
public final class TemporaryFolder: Sendable {
    public let path: String

    public init() throws {
        path = FileManager.default.temporaryDirectory.appending(path: "phieukin-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Lends one.
    public static func use<Value>(_ body: (String) async throws -> Value) async throws -> Value {
        let folder = try TemporaryFolder()
        defer { withExtendedLifetime(folder) {} }
        return try await body(folder.path)
    }

    public func file(_ name: String) -> String { "\(path)/\(name)" }
    public func names() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }
    public func read(_ name: String) throws -> [UInt8] { try Self.bytes(of: file(name)) }
    public func write(_ bytes: [UInt8], to name: String) throws { try Self.write(bytes, to: file(name)) }
    public func write(_ text: String, to name: String) throws { try write(Array(text.utf8), to: name) }

    public func makeFolder(_ name: String) throws {
        try FileManager.default.createDirectory(atPath: file(name), withIntermediateDirectories: true)
    }
}

/// Files anywhere.
extension TemporaryFolder {
    public static func bytes(of path: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(filePath: path))) }

    public static func write(_ bytes: [UInt8], to path: String, mode: Int = 0o600) throws {
        try Data(bytes).write(to: URL(filePath: path))
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    }

    /// Every regular file under `root`, by its path below it.
    public static func files(under root: String) throws -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        for name in try FileManager.default.subpathsOfDirectory(atPath: root) {
            let path = root + "/" + name
            guard try FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType == .typeRegular
            else { continue }
            files[name] = try bytes(of: path)
        }
        return files
    }
}
