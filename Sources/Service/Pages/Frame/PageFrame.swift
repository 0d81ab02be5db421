import Recognition
import StrictEncoding

/// What stands around every page: title, who is signed in, where the page is, what was refused.
struct PageFrame {
    let title: BilingualText

    let language: PageLanguage

    /// The path and query of this page, for the switch of the language.
    let address: String
    let staff: StaffMember?

    /// Stands in every form of the page, so that no other site can send one.
    let formToken: String
    let assets: PageAssets

    /// Whether the installation is one to try things out with: every page says so.
    let isTrial: Bool
    let problem: Problem?

    /// What was typed into the form that was refused, so that nobody types it again; no passwords.
    let typed: JSONValue

    var json: JSONValue {
        [
            "title": title.json, "address": .string(address), "languageSwitch": .string(languageSwitch),
            "formToken": .string(formToken), "staff": staff.map(Self.member) ?? .null, "assets": assets.json,
            "isTrial": .bool(isTrial), "problem": problem?.json ?? .null, "typed": typed,
        ]
    }

    /// This address in the other language.
    private var languageSwitch: String {
        let parts = address.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let query = parts.count > 1 ? parts[1].split(separator: "&").filter { !$0.hasPrefix("lang=") } : []
        let other: PageLanguage = language == .vietnamese ? .english : .vietnamese
        return parts[0] + "?" + (query + ["lang=\(other.rawValue)"]).joined(separator: "&")
    }

    private static func member(_ staff: StaffMember) -> JSONValue {
        let roles = Role.allCases.map { JSONValue.Member($0.rawValue, .bool(staff.roles.contains($0))) }
        // Three of the roles see what the count came to.
        let seesResults = !staff.roles.isDisjoint(with: [.secretary, .board, .signer])
        return ["name": .string(staff.name), "may": .object(roles), "seesResults": .bool(seesResults)]
    }
}
