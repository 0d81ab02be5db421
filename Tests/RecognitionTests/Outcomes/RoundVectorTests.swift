import Recognition
import StrictEncoding
import TestSupport
import Testing

/// The worked round of the protocol page.
@Suite struct RoundVectorTests {
    private func vector() throws -> JSONObjectReader {
        try JSONReader(parsing: TestFiles.vector("phieukin-round-1.json"), as: "vector", limit: 1 << 22).looseObject()
    }

    private func manifest(_ vector: JSONObjectReader) throws -> JSONObjectReader {
        try JSONReader(parsing: vector.member("manifest").bytes(), as: "manifest", limit: 1 << 20).looseObject()
    }

    private func outcomes(_ vector: JSONObjectReader) throws -> RoundOutcomes {
        let manifest = try manifest(vector)
        return try RoundOutcomes(
            of: manifest.member("kind").choice(),
            rules: BallotRules(reading: manifest.member("rules")),
            units: manifest.member("units").array().map(Unit.init(reading:)),
            criteria: manifest.member("criteria").array().map(Criterion.init(reading:)),
            tallies: vector.member("tally").array().map(ContestTally.init(reading:)),
            counts: RoundCounts(summoned: 3, present: 3, issued: 3)
        )
    }

    @Test func manifestPartsReadAndWrite() throws {
        let manifest = try manifest(vector())
        #expect(try BallotRules(reading: manifest.member("rules")).json == manifest.member("rules").value)
        #expect(try Authority(reading: manifest.member("authority")).json == manifest.member("authority").value)
        #expect(try GuidanceReference(reading: manifest.member("guidance")).json == manifest.member("guidance").value)
        for unit in try manifest.member("units").array() { #expect(try Unit(reading: unit).json == unit.value) }
        let criteria = try manifest.member("criteria").array().map(Criterion.init(reading:))
        #expect(criteria == Criterion.four)
        for tally in try vector().member("tally").array() {
            #expect(try ContestTally(reading: tally).json == tally.value)
        }
    }

    @Test func outcomesAgree() throws {
        let vector = try vector()
        let ours = try outcomes(vector).json
        #expect(
            ours.keeping(only: [
                "attendance", "units", "unit", "criteria", "criterion", "turnout", "approval", "passed",
            ])
                == (try vector.member("outcomes").value))
    }

    @Test func cellOneIsOneVoteShortOnUnity() throws {
        let outcomes = try outcomes(vector())
        #expect(outcomes.units.map(\.passed) == [false, true])
        #expect(outcomes.units[0].failures.map(\.criterion?.id) == ["unity-discipline"])
        #expect(outcomes.units[0].failures.map(\.verdict.short) == [1])
    }

    @Test func ruleWithTwoComparisonsIsRefused() throws {
        let rejects = try vector().member("manifestRejects").array()
        for reject in try rejects.map({ try $0.looseObject() })
        where try reject.member("why").string() == "rule with two comparisons" {
            let bytes = try reject.member("manifest").bytes()
            let manifest = try JSONReader(parsing: bytes, as: "manifest", limit: 1 << 20).looseObject()
            let rules = try manifest.member("rules")
            let error = #expect(throws: MalformedInput.self) { try BallotRules(reading: rules) }
            #expect(error?.place == "manifest.rules.turnout")
        }
    }
}

extension JSONValue {
    /// The same document without any member that is not named.
    fileprivate func keeping(only names: Set<String>) -> JSONValue {
        switch self {
        case .object(let members):
            .object(
                members.filter { names.contains($0.name) }.map { Member($0.name, $0.value.keeping(only: names)) })
        case .array(let elements): .array(elements.map { $0.keeping(only: names) })
        default: self
        }
    }
}
