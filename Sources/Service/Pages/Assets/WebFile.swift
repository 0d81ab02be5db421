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

    /// The paths of the modules that a script imports before it runs; modules of this house name them at the end of a
    /// line (`… from "./slip.js";`).
    let imports: [String]

    /// The paths of the modules that a script imports while it runs (`import("./slip.js");`).
    let laterImports: [String]

    /// The paths of the modules that a script may need while it runs, and mostly does not (`=> import("./slip.js"));`).
    let seldomImports: [String]

    var allImports: [String] { imports + laterImports }

    /// - Throws: `ArchiveError`.
    init(_ path: String, _ bytes: [UInt8]) throws {
        self.path = path
        self.bytes = bytes
        packed = try Gzip.compress(bytes)
        digest = Hash.digest(bytes)
        (imports, laterImports, seldomImports) = Self.imports(of: path, bytes)
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

    /// Found by the script's own folder, in the lines that end as an import does.
    private static func imports(
        of script: String, _ bytes: [UInt8]
    ) -> (atOnce: [String], later: [String], seldom: [String]) {
        guard script.hasSuffix(".js") else { return ([], [], []) }
        let folder = script.split(separator: "/").dropLast()
        var (atOnce, later, seldom): ([String], [String], [String]) = ([], [], [])
        for line in bytes.split(separator: UInt8(ascii: "\n")) {
            let text = String(decoding: line, as: UTF8.self)
            if let module = module(in: text, before: "\";") {
                guard isImport(text) else { continue }
                atOnce.append(resolve(module, in: folder))
            } else if text.contains("import(\""), let module = module(in: text, before: "\");") {
                later.append(resolve(module, in: folder))
            } else if text.contains("=> import(\""), let module = module(in: text, before: "\"));") {
                seldom.append(resolve(module, in: folder))
            }
        }
        return (atOnce, later, seldom)
    }

    /// What stands in the quotes that a line ends with.
    private static func module(in line: String, before end: String) -> Substring? {
        guard line.hasSuffix(end) else { return nil }
        return line.dropLast(end.count).split(separator: "\"", omittingEmptySubsequences: false).dropFirst().last
    }

    private static func isImport(_ line: String) -> Bool {
        line.hasPrefix("import \"")
            || ["import ", "export ", "} "].contains(where: line.hasPrefix) && line.contains(" from \"")
    }

    private static func resolve(_ module: Substring, in folder: ArraySlice<Substring>) -> String {
        var parts = folder
        for part in module.split(separator: "/") where part != "." {
            if part == ".." { parts = parts.dropLast() } else { parts.append(part) }
        }
        return parts.joined(separator: "/")
    }
}
