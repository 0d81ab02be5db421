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
