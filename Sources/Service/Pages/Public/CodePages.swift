import Hummingbird
import Recognition
import StrictEncoding

/// Which code runs in the browser, and how that can be compared from outside.
struct CodePages {
    let kit: PageKit

    func add(to pages: RouterGroup<ServiceContext>) {
        pages.get("code") { [kit] _, context in
            let files = try kit.source.files()
            let groups = Dictionary(grouping: files.files.values) { $0.path.prefix { $0 != "/" } }
            return try kit.page(
                "code", title: BilingualText("Mã chạy trong trình duyệt", "The code that runs in your browser"),
                [
                    "version": .string(files.version), "total": .integer(files.files.count),
                    "ballot": Self.list(groups["ballot"]), "scripts": Self.list(groups["scripts"]),
                    "styles": Self.list(groups["styles"]),
                ], styles: ["styles/public.css"], for: context)
        }
    }

    private static func list(_ files: [WebFile]?) -> JSONValue {
        .array(
            (files ?? []).sorted { $0.path < $1.path }.map { file in
                let digest = file.digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
                return ["path": .string(file.path), "sha256": .string(digest), "bytes": .integer(file.bytes.count)]
            })
    }
}
