import Foundation

extension TemplateSet {
    /// The bundled templates, with those that `folder` holds in their place.
    ///
    /// Read once, at start: a fault in a file is found then and not when a document is printed. Every `.json` file of
    /// the folder must be a template; other files are not looked at.
    /// - Parameter folder: its path.
    /// - Throws: `TemplateFault` naming the file and the place of the first fault.
    public init(overriding folder: String) throws(TemplateFault) {
        var templates: [TemplateName: Template] = [:]
        for file in try Self.files(in: folder) {
            guard let name = TemplateName(fileName: file) else {
                let names = TemplateName.allCases.map(\.fileName).joined(separator: ", ")
                throw TemplateFault(file: "\(folder)/\(file)", "no form has this name; there are \(names)")
            }
            let bytes = try Self.bytes(of: file, in: folder)
            templates[name] = try Template(name, parsing: bytes, file: "\(folder)/\(file)")
        }
        self = try TemplateSet.bundled().replacing(templates)
    }

    private static func files(in folder: String) throws(TemplateFault) -> [String] {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: folder)
                .filter { $0.hasSuffix(".json") && !$0.hasPrefix(".") }.sorted()
        } catch {
            throw TemplateFault(file: folder, "the folder of templates cannot be read")
        }
    }

    /// No more is read than a template may have, and one byte to tell that there is more.
    private static func bytes(of file: String, in folder: String) throws(TemplateFault) -> [UInt8] {
        do {
            let handle = try FileHandle(forReadingFrom: URL(filePath: folder).appending(path: file))
            defer { try? handle.close() }
            return try handle.read(upToCount: Template.maximumSize + 1).map(Array.init) ?? []
        } catch {
            throw TemplateFault(file: "\(folder)/\(file)", "cannot be read")
        }
    }
}
