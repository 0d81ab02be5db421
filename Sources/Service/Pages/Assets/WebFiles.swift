import Foundation
import Mustache
import SecretBallot
import StrictEncoding

/// All files and templates of one version of the pages.
struct WebFiles: Sendable {
    let files: [String: WebFile]
    let templates: MustacheLibrary

    /// A name that changes with any file, so that browsers may keep what they have for ever.
    let version: String

    /// - Parameter sources: every file by its path, templates under "templates/".
    /// - Throws: `ArchiveError`; `ConfigurationFault` for a template that cannot be read.
    init(_ sources: [String: [UInt8]]) throws {
        var files: [String: WebFile] = [:]
        var templates: [String: MustacheTemplate] = [:]
        for (path, bytes) in sources {
            guard path.hasPrefix("templates/") else {
                files[path] = try WebFile(path, bytes)
                continue
            }
            let name = path.dropFirst("templates/".count).split(separator: ".")[0]
            templates[String(name)] = try Self.template(path, bytes)
        }
        self.files = files
        self.templates = MustacheLibrary(templates: templates)
        let digests = files.sorted { $0.key < $1.key }.flatMap { Array($0.key.utf8) + $0.value.digest }
        version = String(Base64URL.encode(Hash.digest(digests)).prefix(12))
    }

    /// Indentation is for whoever reads a template. Pages go without it: they are smaller, and what somebody typed into a
    /// text area comes back as it was, however deep the area stands among partials.
    private static func template(_ path: String, _ bytes: [UInt8]) throws -> MustacheTemplate {
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        do {
            return try MustacheTemplate(string: lines.map { $0.drop { $0 == " " } }.joined(separator: "\n"))
        } catch {
            throw ConfigurationFault("\(path): \(error)")
        }
    }

    /// What a page needs of them.
    func assets(styles: [String], scripts: [String]) -> PageAssets {
        let atOnce = reached(from: scripts, by: \.imports)
        let all = reached(from: atOnce, by: \.allImports)
        let entries = Set(all.flatMap { files[$0]?.seldomImports ?? [] }).sorted()
        let seldom = entries.map { entry in
            (entry, reached(from: [entry], by: \.allImports).filter { !all.contains($0) }.compactMap { files[$0] })
        }
        return PageAssets(
            root: "/assets/\(version)", styles: styles.compactMap { files[$0] },
            scripts: scripts.compactMap { files[$0] }, modules: all.dropFirst(scripts.count).compactMap { files[$0] },
            seldom: seldom)
    }

    /// Some files and whatever they lead to, each once, the nearest first.
    private func reached(from start: [String], by imports: (WebFile) -> [String]) -> [String] {
        var reached = start
        var known = Set(start)
        var next = 0
        while next < reached.count {
            let found = files[reached[next]].map(imports) ?? []
            reached += found.filter { known.insert($0).inserted }
            next += 1
        }
        return reached
    }
}
