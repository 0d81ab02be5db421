import Foundation
import HummingbirdCore
import StrictEncoding

/// The register's search as it stands in a page's address.
struct RegisterQuery {
    private static let names = ["unit", "year", "number"]
    private static let longest = 300

    private let fields: [(name: String, value: String)]
    let page: Int

    init(_ uri: URI) {
        let query = uri.queryParameters
        fields = Self.names.compactMap { name in
            guard let sent = query[Substring(name)] else { return nil }
            let text = String(sent).replacing("+", with: " ").trimmingCharacters(in: .whitespacesAndNewlines)
            return text.isEmpty ? nil : (name, String(text.prefix(Self.longest)))
        }
        page = query["page"].flatMap { Int($0) } ?? 1
    }

    private subscript(name: String) -> String? { fields.first { $0.name == name }?.value }

    /// A year that is no number finds nothing, like any other year without decisions.
    var search: RegisterSearch {
        RegisterSearch(unit: self["unit"], year: self["year"].map { Int($0) ?? 0 }, number: self["number"])
    }

    var json: JSONValue {
        let values = fields.map { JSONValue.Member($0.name, .string($0.value)) }
        return JSONValue.object(values).adding("any", .bool(!fields.isEmpty))
    }

    func address(page: Int) -> String {
        let allowed = CharacterSet.alphanumerics
        let parts = fields.map { "\($0.name)=\($0.value.addingPercentEncoding(withAllowedCharacters: allowed) ?? "")" }
        return "/decisions?" + (parts + ["page=\(page)"]).joined(separator: "&")
    }
}
