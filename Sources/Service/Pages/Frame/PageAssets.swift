import StrictEncoding

/// The styles and scripts of one page, each with its digest, which browsers hold it to.
struct PageAssets {
    let root: String
    let styles: [WebFile]

    /// Run when the page is there.
    let scripts: [WebFile]

    /// What the scripts import, and those again: fetched at once, not one after another; what is imported only while they
    /// run comes last.
    let modules: [WebFile]

    var json: JSONValue {
        [
            "root": .string(root), "styles": list(styles), "scripts": list(scripts), "modules": list(modules),
        ]
    }

    private func list(_ files: [WebFile]) -> JSONValue {
        .array(files.map { ["address": .string("\(root)/\($0.path)"), "integrity": .string($0.integrity)] })
    }
}
