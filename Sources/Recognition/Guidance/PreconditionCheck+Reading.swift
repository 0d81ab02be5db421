import StrictEncoding

extension PreconditionCheck {
    /// Reads an object of exactly one member: `share`, `minimum`, `minimumBySize`, `maximum` or `flag`.
    /// - Throws: `MalformedInput`.
    init(reading reader: JSONReader) throws(MalformedInput) {
        let kinds = ["share", "minimum", "minimumBySize", "maximum", "flag"]
        let object = try reader.object([], optional: kinds)
        guard object.members.count == 1, let kind = object.members.first?.name else {
            throw reader.wrongValue("exactly one of \(kinds.joined(separator: ", "))")
        }
        let check = try object.member(kind)
        switch kind {
        case "share": self = try Self.share(reading: check)
        case "minimum": self = .minimum(fact: try check.fact(and: "value"), try check.bound())
        case "minimumBySize": self = try Self.minimumBySize(reading: check)
        case "maximum": self = .maximum(fact: try check.fact(and: "value"), try check.bound())
        default: self = .flag(fact: try check.object(["fact"]).member("fact").identifier())
        }
    }

    private static func share(reading reader: JSONReader) throws(MalformedInput) -> PreconditionCheck {
        let object = try reader.object(["part", "whole"], optional: Threshold.memberNames)
        return .share(
            part: try object.member("part").identifier(),
            whole: try object.member("whole").identifier(),
            try Threshold(among: object)
        )
    }

    private static func minimumBySize(reading reader: JSONReader) throws(MalformedInput) -> PreconditionCheck {
        let object = try reader.object(["fact", "size", "steps"])
        return .minimumBySize(
            fact: try object.member("fact").identifier(),
            size: try object.member("size").identifier(),
            try object.member("steps").sizeSteps()
        )
    }
}

extension JSONReader {
    fileprivate func fact(and other: String) throws(MalformedInput) -> String {
        try object(["fact", other]).member("fact").identifier()
    }

    fileprivate func bound() throws(MalformedInput) -> Int {
        try looseObject().member("value").integer(in: 0...Fraction.largestDenominator)
    }
}
