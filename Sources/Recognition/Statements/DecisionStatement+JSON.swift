public import StrictEncoding

extension DecisionStatement {
    private static let members = [
        "format", "authority", "form", "number", "date", "unit", "title", "year", "guidance", "round", "tally",
        "signer",
    ]

    /// - Throws: `MalformedInput`.
    public init(parsing bytes: [UInt8]) throws(MalformedInput) {
        let reader = try JSONReader(parsing: bytes, as: "decision", limit: Self.maximumSize)
        let object = try reader.object(Self.members)
        try object.member("format").constant(Self.format)
        authority = try Authority(reading: object.member("authority"))
        form = try object.member("form").choice()
        number = try object.member("number").decisionNumber()
        date = try object.member("date").calendarDate()
        unit = try Unit(reading: object.member("unit"))
        try object.member("title").constant(unit.kind.title.rawValue)
        year = try object.member("year").integer(in: 1...9999)
        guidance = try GuidanceReference(reading: object.member("guidance"))
        round = try RoundReference(reading: object.member("round"))
        tally = try object.member("tally").array(of: 1...16).map(CriterionTally.init(reading:))
        try requireDistinct(tally.map(\.criterion), at: "decision.tally")
        signer = try Signer(reading: object.member("signer"))
    }

    public var json: JSONValue {
        [
            "format": .string(Self.format), "authority": authority.json, "form": .string(form.rawValue),
            "number": .string(number.description), "date": .string(date.description), "unit": unit.json,
            "title": .string(title.rawValue), "year": .integer(year), "guidance": guidance.json,
            "round": round.json, "tally": .array(tally.map(\.json)), "signer": signer.json,
        ]
    }

    /// The statement's bytes, the same for the same statement; reading them gives it back.
    public var encoded: [UInt8] { json.encoded(indented: true) }
}
