import Client
import Recognition
import StrictEncoding

/// `expected.json`: the example's results, computed by a program that shares nothing with this one.
struct ExpectedResults {
    let ineligible: [String]
    let tallies: [ContestTally]

    /// The ids of the units that pass.
    let passed: [String]

    /// - Throws: `MalformedInput`.
    init(parsing bytes: [UInt8]) throws {
        let object = try JSONReader(parsing: bytes, as: "expected", limit: 8 << 20).looseObject()
        ineligible = try object.member("ineligible").array().map { try $0.looseObject().member("unit").string() }
        tallies = try object.member("contests").array().map { try ContestTally(reading: $0) }
        passed = try object.member("units").array().map { try $0.looseObject() }
            .filter { try $0.member("passed").bool() }
            .map { try $0.member("unit").string() }
    }

    func matches(_ results: RoundResults, _ outcomes: RoundOutcomes) -> Bool {
        tallies == results.tallies && passed == outcomes.units.filter(\.passed).map(\.unit.id)
    }
}
