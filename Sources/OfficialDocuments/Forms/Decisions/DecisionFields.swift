import Recognition

/// The fields that every decision has.
struct DecisionFields: Sendable {
    static let names = [
        "authority", "committee", "parent", "place", "number", "date", "position", "signer", "titles", "year",
        "citation",
    ]

    let authority: Authority
    let number: DecisionNumber
    let date: CalendarDate
    let signer: Signer
    let titles: String
    let year: Int
    let citation: String

    var texts: [String: String] {
        [
            "authority": authority.bodyName, "committee": authority.committeeName, "parent": authority.parent,
            "place": authority.place, "number": number.description, "date": date.vietnamese,
            "position": signer.position, "signer": signer.name, "titles": titles, "year": String(year),
            "citation": citation,
        ]
    }
}
