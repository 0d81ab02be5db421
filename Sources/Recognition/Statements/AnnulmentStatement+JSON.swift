public import StrictEncoding

extension AnnulmentStatement {
    private static let members = [
        "format", "authority", "number", "date", "annuls", "unit", "title", "year", "reason", "signer",
    ]

    /// - Throws: `MalformedInput`.
    public init(parsing bytes: [UInt8]) throws(MalformedInput) {
        let reader = try JSONReader(parsing: bytes, as: "annulment", limit: Self.maximumSize)
        let object = try reader.object(Self.members, optional: ["round"])
        try object.member("format").constant(Self.format)
        authority = try Authority(reading: object.member("authority"))
        number = try object.member("number").decisionNumber()
        date = try object.member("date").calendarDate()
        annuls = try AnnulledDecision(reading: object.member("annuls"))
        unit = try Unit(reading: object.member("unit"))
        try object.member("title").constant(unit.kind.title.rawValue)
        year = try object.member("year").integer(in: 1...9999)
        reason = try object.member("reason").plainText(maximum: Self.maximumReason)
        round = try object.optional("round").map(RoundReference.init(reading:))
        signer = try Signer(reading: object.member("signer"))
    }

    public var json: JSONValue {
        let json: JSONValue = [
            "format": .string(Self.format), "authority": authority.json, "number": .string(number.description),
            "date": .string(date.description), "annuls": annuls.json, "unit": unit.json,
            "title": .string(title.rawValue), "year": .integer(year), "reason": .string(reason),
        ]
        return json.adding("round", round?.json).adding("signer", signer.json)
    }

    /// The statement's bytes, the same for the same statement; reading them gives it back.
    public var encoded: [UInt8] { json.encoded(indented: true) }
}
