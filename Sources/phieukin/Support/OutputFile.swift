import Foundation

/// A file that a command makes.
enum OutputFile {
    /// Writes a file that anyone may read, whole or not at all.
    /// - Throws: `Failure`.
    static func write(_ bytes: [UInt8], to path: String) throws {
        do {
            try Data(bytes).write(to: URL(filePath: path), options: .atomic)
        } catch {
            throw Failure("\(path) cannot be written: \(error.localizedDescription)")
        }
    }

    /// Writes a file as its parts come in; it appears when they are all there.
    /// - Throws: `Failure`, and what `parts` throws.
    static func write(to path: String, parts: (FileHandle) async throws -> Void) async throws {
        let unfinished = path + ".part"
        guard FileManager.default.createFile(atPath: unfinished, contents: nil),
            let handle = FileHandle(forWritingAtPath: unfinished)
        else { throw Failure("\(unfinished) cannot be written") }
        do {
            try await parts(handle)
            try handle.close()
            guard rename(unfinished, path) == 0 else { throw Failure("\(path) cannot be written") }
        } catch {
            try? FileManager.default.removeItem(atPath: unfinished)
            throw error
        }
    }

    /// Makes a folder and those above it.
    static func folder(_ path: String) throws {
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            throw Failure("the folder \(path) cannot be made: \(error.localizedDescription)")
        }
    }
}
