import Foundation

/// A file given on the command line.
enum InputFile {
    /// The most bytes of a file that has no limit of its own.
    static let usualLimit = 16 << 20

    /// - Parameter path: "-" for standard input.
    /// - Throws: `Failure`.
    static func read(_ path: String, limit: Int = usualLimit) throws -> [UInt8] {
        do {
            let handle = path == "-" ? .standardInput : try FileHandle(forReadingFrom: URL(filePath: path))
            let bytes = try read(handle, atMost: limit + 1)
            guard bytes.count <= limit else { throw Failure("\(path) is larger than \(limit) bytes") }
            return bytes
        } catch let failure as Failure {
            throw failure
        } catch {
            throw Failure("\(path) cannot be read: \(error.localizedDescription)")
        }
    }

    /// The first line of a file, without spaces around it: a password, a token, a code.
    static func line(_ path: String) throws -> String {
        let text = String(decoding: try read(path, limit: 64 << 10), as: UTF8.self)
        let line = text.split(separator: "\n", omittingEmptySubsequences: false).first ?? ""
        let trimmed = line.trimmingCharacters(in: .whitespacesAndNewlines)
        guard !trimmed.isEmpty else { throw Failure("\(path): its first line is empty") }
        return trimmed
    }

    private static func read(_ handle: FileHandle, atMost count: Int) throws -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < count, let part = try handle.read(upToCount: min(1 << 20, count - bytes.count)),
            !part.isEmpty
        {
            bytes += part
        }
        return bytes
    }
}
