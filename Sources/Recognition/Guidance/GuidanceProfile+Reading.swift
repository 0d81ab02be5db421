public import StrictEncoding

extension GuidanceProfile {
    private static let members = [
        "format", "id", "title", "document", "criteria", "rules", "authorities", "facts", "preconditions",
    ]

    /// - Throws: `MalformedInput` for anything but a complete profile whose parts refer only to each other.
    public init(parsing bytes: [UInt8]) throws(MalformedInput) {
        let reader = try JSONReader(parsing: bytes, as: "guidance", limit: Self.maximumSize)
        let object = try reader.object(Self.members)
        try object.member("format").constant(Self.format)
        self.bytes = bytes
        id = try object.member("id").identifier()
        title = try BilingualText(reading: object.member("title"))
        document = try GuidanceDocument(reading: object.member("document"))
        criteria = try Self.criteria(object.member("criteria"))
        (rules, ruleSources) = try Self.rules(object.member("rules"))
        grants = try Self.grants(object.member("authorities"))
        facts = try Self.facts(object.member("facts"))
        preconditions = try Self.preconditions(object.member("preconditions"))
        try checkReferences()
    }

    private static func criteria(_ reader: JSONReader) throws(MalformedInput) -> [Sourced<Criterion>] {
        var criteria: [Sourced<Criterion>] = []
        for element in try reader.array(of: 1...16) {
            let object = try element.object(["id", "name", "source"])
            let (id, name) = (try object.member("id").identifier(), try object.member("name").plainText())
            let source = try object.member("source").plainText(maximum: 1000)
            criteria.append(Sourced(try Criterion(id: id, name: name), source: source))
        }
        try requireDistinct(criteria.map(\.value.id), at: reader.place)
        return criteria
    }

    private static func rules(_ reader: JSONReader) throws(MalformedInput) -> (BallotRules, RuleSources) {
        let object = try reader.object(["attendance", "turnout", "approval"])
        func rule(_ name: String) throws(MalformedInput) -> Sourced<CountingRule> {
            let member = try object.member(name).object(["rule", "source"])
            let rule = try CountingRule(reading: member.member("rule"))
            return Sourced(rule, source: try member.member("source").plainText(maximum: 1000))
        }
        let (attendance, turnout, approval) = (try rule("attendance"), try rule("turnout"), try rule("approval"))
        let sources = RuleSources(attendance: attendance.source, turnout: turnout.source, approval: approval.source)
        do {
            let rules = try BallotRules(
                attendance: attendance.value, turnout: turnout.value, approval: approval.value)
            return (rules, sources)
        } catch {
            throw error.inside(reader.place)
        }
    }

    private static func grants(_ reader: JSONReader) throws(MalformedInput) -> [Grant] {
        let grants = try reader.array(of: 1...16).map(Grant.init(reading:))
        try requireDistinct(grants.map(\.authority.rawValue), at: reader.place)
        return grants
    }

    private static func facts(_ reader: JSONReader) throws(MalformedInput) -> [Fact] {
        let facts = try reader.array(of: 0...64).map(Fact.init(reading:))
        try requireDistinct(facts.map(\.id), at: reader.place)
        // Names head columns too.
        try requireDistinct(facts.map(\.name.vietnamese), at: reader.place)
        try requireDistinct(facts.map(\.name.english), at: reader.place)
        return facts
    }

    private static func preconditions(_ reader: JSONReader) throws(MalformedInput) -> [Precondition] {
        let preconditions = try reader.array(of: 0...64).map(Precondition.init(reading:))
        try requireDistinct(preconditions.map(\.id), at: reader.place)
        return preconditions
    }

    private func checkReferences() throws(MalformedInput) {
        for (index, precondition) in preconditions.enumerated() {
            let place = "guidance.preconditions[\(index)]"
            if let fact = precondition.check.facts.first(where: { id in !facts.contains { $0.id == id } }) {
                throw MalformedInput(.wrongValue, at: "\(place).check", "no fact \(fact)")
            }
            if let id = precondition.criterion, !criteria.contains(where: { $0.value.id == id }) {
                throw MalformedInput(.wrongValue, at: "\(place).criterion", "no criterion \(id)")
            }
        }
    }
}
