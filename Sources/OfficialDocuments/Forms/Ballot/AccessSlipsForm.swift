public import Recognition

/// The voters' access slips, eight a page, to be cut apart and handed out.
public struct AccessSlipsForm: Hashable, Sendable {
    public let authority: Authority
    public let roundTitle: String

    /// Where the page is that a code is typed into: "phieu.example".
    public let address: String
    public let slips: [AccessSlip]

    /// - Throws: `FormFault` without slips.
    public init(
        authority: Authority, roundTitle: String, address: String, slips: [AccessSlip]
    ) throws(FormFault) {
        guard !slips.isEmpty else { throw .nothingToPrint("the list of voters") }
        self.authority = authority
        self.roundTitle = roundTitle
        self.address = address
        self.slips = slips
    }

    static let schema = TemplateSchema(
        lines: ["document-title", "heading", "round", "name", "code"], passages: ["instructions"],
        fields: ["authority", "committee", "round", "address", "name"], required: ["round", "name"])

    var values: FieldValues {
        FieldValues([
            "authority": authority.bodyName, "committee": authority.committeeName, "round": roundTitle,
            "address": address, "name": "",
        ])
    }
}

/// One voter's card.
public struct AccessSlip: Hashable, Sendable {
    public let name: String

    /// As it is typed: groups of five.
    public let code: String

    /// What its QR code says.
    public let link: String

    public init(name: String, code: String, link: String) {
        self.name = name
        self.code = code
        self.link = link
    }
}
