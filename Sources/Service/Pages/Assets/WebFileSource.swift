import Foundation
import WebAssets

/// Where the pages' files come from: the program itself, or a folder that somebody works on.
enum WebFileSource: Sendable {
    case built
    case folder(String)

    /// Made when the first page is asked for, once for the process: a service starts without waiting for it.
    private static let builtFiles = Result { try WebFiles(WebAssets.files) }

    /// - Parameter folder: read anew for every request; nil for what the program was built with.
    init(folder: String?) { self = folder.map(WebFileSource.folder) ?? .built }

    func files() throws -> WebFiles {
        switch self {
        case .built: try Self.builtFiles.get()
        case .folder(let folder): try WebFiles(Self.read(folder))
        }
    }

    private static func read(_ folder: String) throws -> [String: [UInt8]] {
        let root = URL(filePath: folder, directoryHint: .isDirectory)
        var sources: [String: [UInt8]] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: root.path(percentEncoded: false))
        where WebAssets.isServed(path) {
            sources[path] = [UInt8](try Data(contentsOf: root.appending(path: path)))
        }
        return sources
    }
}
