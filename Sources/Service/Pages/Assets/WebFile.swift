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

    /// - Throws: `ArchiveError`.
    init(_ path: String, _ bytes: [UInt8]) throws {
        self.path = path
        self.bytes = bytes
        packed = try Gzip.compress(bytes)
        digest = Hash.digest(bytes)
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

    /// The paths of the modules that a script imports by its first lines, as its own folder sees them.
    var imports: [String] {
        guard path.hasSuffix(".js") else { return [] }
        let folder = path.split(separator: "/").dropLast()
        return String(decoding: bytes, as: UTF8.self).matches(of: /(?:from|import)\s+"(\.{1,2}\/[^"]+)"/).map { match in
            var parts = folder
            for part in match.output.1.split(separator: "/") {
                switch part {
                case ".": continue
                case "..": parts = parts.dropLast()
                default: parts.append(part)
                }
            }
            return parts.joined(separator: "/")
        }
    }
}
