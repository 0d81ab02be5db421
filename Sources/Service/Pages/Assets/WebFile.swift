import ArchiveKit
import Foundation
import SecretBallot

/// A file that pages are made with: a script, a style, an image.
struct WebFile: Sendable {
    /// "ballot/slip.js"
    let path: String
    let bytes: [UInt8]
    let packed: [UInt8]
    let digest: [UInt8]

    /// The paths of the modules that a script imports.
    let imports: [String]

    /// - Throws: `ArchiveError`.
    init(_ path: String, _ bytes: [UInt8]) throws {
        self.path = path
        self.bytes = bytes
        packed = try Gzip.compress(bytes)
        digest = Hash.digest(bytes)
        imports = Self.imports(of: path, bytes)
    }

    /// For the attribute of that name, which makes a browser refuse any other bytes.
    var integrity: String { "sha256-" + Data(digest).base64EncodedString() }

    var type: String? {
        switch path.split(separator: ".").last {
        case "js": "text/javascript; charset=utf-8"
        case "css": "text/css; charset=utf-8"
        case "svg": "image/svg+xml"
        case "csv": "text/csv; charset=utf-8"
        case "json": "application/json"
        default: nil
        }
    }

    /// The paths of the modules that a script imports, found by its own folder. Modules of this house name them at the
    /// end of a line (`… from "./slip.js";`).
    private static func imports(of path: String, _ bytes: [UInt8]) -> [String] {
        guard path.hasSuffix(".js") else { return [] }
        let folder = path.split(separator: "/").dropLast()
        return bytes.split(separator: UInt8(ascii: "\n")).compactMap { line in
            guard line.starts(with: "import".utf8) || line.starts(with: "export".utf8) || line.starts(with: "}".utf8),
                let module = String(decoding: line, as: UTF8.self).firstMatch(of: /(?:from|import) "([^"]+)";?$/)
            else { return nil }
            return resolve(module.output.1, in: folder)
        }
    }

    private static func resolve(_ module: Substring, in folder: ArraySlice<Substring>) -> String {
        var parts = folder
        for part in module.split(separator: "/") where part != "." {
            if part == ".." { parts = parts.dropLast() } else { parts.append(part) }
        }
        return parts.joined(separator: "/")
    }
}
