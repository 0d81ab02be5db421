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

    /// What a script fetches by itself where it is needed after all, held to the same digests: each module that it may
    /// import then, with all that comes along.
    let seldom: [(entry: String, files: [WebFile])]

    var json: JSONValue {
        [
            "root": .string(root), "styles": list(styles), "scripts": list(scripts), "modules": list(modules),
            "seldom": .array(
                seldom.flatMap { entry, files in files.map { named($0).adding("entry", .string(entry)) } }),
        ]
    }

    private func list(_ files: [WebFile]) -> JSONValue { .array(files.map(named)) }

    private func named(_ file: WebFile) -> JSONValue {
        ["address": .string("\(root)/\(file.path)"), "integrity": .string(file.integrity)]
    }
}
