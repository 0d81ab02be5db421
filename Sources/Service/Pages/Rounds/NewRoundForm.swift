import Recognition
import StrictEncoding

/// Reads the form of a new round: all that is wrong with it at once, each fault at its field.
struct NewRoundForm {
    private let form: Form
    private let profiles: [GuidanceProfile]
    private var faults: [JSONValue.Member] = []

    /// - Throws: `Problem.malformedRequest` with `fields`: by the field's name, what would be right.
    static func draft(of form: Form, profiles: [GuidanceProfile]) throws -> RoundDraft {
        var reading = NewRoundForm(form: form, profiles: profiles)
        let draft = reading.json()
        guard reading.faults.isEmpty, let draft else {
            throw Problem(.malformedRequest, members: [("fields", .object(reading.faults))])
        }
        return try RoundDraft(reading: JSONReader(draft, at: "draft"))
    }

    private init(form: Form, profiles: [GuidanceProfile]) { (self.form, self.profiles) = (form, profiles) }

    private mutating func json() -> JSONValue? {
        let kind = read("kind", .oneOf) { reader throws(MalformedInput) -> RoundKind in try reader.choice() }
        let title = text("title", maximum: 1_000)
        let year = year()
        let name = text("authorityName")
        let parent = text("authorityParent")
        let authority = read("authorityKind", .oneOf) { reader throws(MalformedInput) -> AuthorityKind in
            try reader.choice()
        }
        let place = text("authorityPlace")
        let profile = guidance(for: authority)
        let body = body()
        guard let kind, let title, let year, let name, let parent, let authority, let place, let profile, let body
        else { return nil }
        let draft: JSONValue = [
            "kind": .string(kind.rawValue), "title": .string(title), "year": .integer(year),
            "authority": [
                "name": .string(name), "parent": .string(parent), "kind": .string(authority.rawValue),
                "place": .string(place),
            ],
            "guidance": .string(profile.id), "body": .string(body),
        ]
        return draft.adding("rules", try? RuleOptions.rules(in: form, of: profile)?.json)
    }

    private mutating func text(_ field: String, maximum: Int = 300) -> String? {
        read(field, .plain(maximum)) { reader throws(MalformedInput) in try reader.typedText(maximum: maximum) }
    }

    private mutating func year() -> Int? {
        do {
            return try form.integer("year", in: 1930...9999)
        } catch {
            return fault("year", BilingualText("Năm gồm bốn chữ số.", "A year of four digits."))
        }
    }

    /// A guidance that gives the authority nothing to decide makes a ballot for nothing.
    private mutating func guidance(for authority: AuthorityKind?) -> GuidanceProfile? {
        guard let profile = profiles.first(where: { $0.id == form["guidance"] }) else {
            return fault("guidance", .missing)
        }
        guard let authority, !profile.grants.contains(where: { $0.authority == authority }) else { return profile }
        return fault(
            "guidance",
            BilingualText(
                "Hướng dẫn này không giao thẩm quyền cho \(authority.name.vietnamese): hãy chọn hướng dẫn khác, "
                    + "hoặc sửa loại cấp ủy.",
                "This guidance gives a \(authority.name.english) nothing to decide: choose another, or another kind."))
    }

    private mutating func body() -> String? {
        guard let body = form["body"] else { return fault("body", .missing) }
        guard (try? DecisionNumber(1, body: body)) != nil else {
            return fault(
                "body",
                BilingualText("Chữ in hoa viết liền, như ĐU, BTV.", "Capital letters without spaces, as ĐU or BTV."))
        }
        return body
    }

    private mutating func read<Value>(
        _ field: String, _ wrong: BilingualText, _ read: (JSONReader) throws(MalformedInput) -> Value
    ) -> Value? {
        do {
            return try read(form.reader(field))
        } catch {
            return fault(field, error.reason == .missingMember ? .missing : wrong)
        }
    }

    private mutating func fault<Value>(_ field: String, _ text: BilingualText) -> Value? {
        faults.append(.init(field, text.json))
        return nil
    }
}

extension BilingualText {
    fileprivate static let missing = BilingualText("Chưa điền mục này.", "This is not filled in.")
    fileprivate static let oneOf = BilingualText("Hãy chọn một trong các mục.", "Choose one of these.")

    fileprivate static func plain(_ maximum: Int) -> BilingualText {
        BilingualText(
            "Dài quá \(maximum) ký tự, hoặc có ký tự không dùng được.",
            "Over \(maximum) characters, or with some that cannot be used.")
    }
}
