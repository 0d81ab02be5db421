import Foundation
import Mustache
import Recognition
import StrictEncoding

/// What a template is filled with: the page's own data, and around it what every page has.
struct PageModel: MustacheParent {
    let data: JSONValue
    let frame: PageFrame
    let language: PageLanguage

    func child(named name: String) -> Any? {
        switch name {
        case "vi": language == .vietnamese
        case "en": language == .english
        default:
            PageValue(json: data, language: language).child(named: name)
                ?? PageValue(json: frame.json, language: language).child(named: name)
        }
    }
}

/// A JSON value as templates see it, in one language: a page is filled with the very documents that the API answers with.
///
/// - Texts in two languages (`{"vi", "en"}`) are the one of the page.
/// - `{{#state.voting}}` holds where `state` is the string "voting": enumerations are sections.
/// - Null and the empty string are as if they were not there.
/// - Transforms of seconds since 1970, in Vietnam's time: `date`, `time`, `moment`. Of whole numbers: `grouped`,
///   `zero`, `next`. Of strings: `fours` (groups of four), `lines`.
struct PageValue: MustacheParent, MustacheCustomRenderable, MustacheTransformable {
    let json: JSONValue
    let language: PageLanguage

    /// What the template engine gets for a value.
    static func represent(_ json: JSONValue, in language: PageLanguage) -> Any {
        switch json {
        case .bool(let value): value
        case .array(let elements): elements.map { represent($0, in: language) }
        case .object(let members): chosen(members, language) ?? PageValue(json: json, language: language)
        case .string, .integer, .null: PageValue(json: json, language: language)
        }
    }

    private static func chosen(_ members: [JSONValue.Member], _ language: PageLanguage) -> PageValue? {
        guard members.map(\.name) == PageLanguage.allCases.map(\.rawValue),
            let text = members.first(where: { $0.name == language.rawValue })?.value
        else { return nil }
        return PageValue(json: text, language: language)
    }

    func child(named name: String) -> Any? {
        switch json {
        case .object(let members):
            members.last { $0.name == name }.map { Self.represent($0.value, in: language) }
        case .string(let text): text == name ? true : nil
        default: nil
        }
    }

    var renderText: String {
        switch json {
        case .string(let text): text
        case .integer(let value): String(value)
        case .bool(let value): String(value)
        case .null: ""
        case .object, .array: String(decoding: json.encoded(), as: UTF8.self)
        }
    }

    var isNull: Bool { json == .null || json == .string("") }

    func transform(_ name: String) -> Any? {
        switch json {
        case .integer(let value): PageNumber(value: value, language: language).transform(name)
        case .string(let text): Self.transform(text, name)
        default: nil
        }
    }

    private static func transform(_ text: String, _ name: String) -> Any? {
        switch name {
        case "fours":
            stride(from: 0, to: text.count, by: 4).map { String(text.dropFirst($0).prefix(4)) }.joined(separator: " ")
        case "lines": text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        default: nil
        }
    }
}
