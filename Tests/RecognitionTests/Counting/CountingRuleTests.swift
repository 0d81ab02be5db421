import Recognition
import StrictEncoding
import Testing

@Suite struct CountingRuleTests {
    @Test(arguments: [
        #"{"atLeast":[2,3],"of":"summoned"}"#, #"{"moreThan":[1,2],"of":"present"}"#,
        #"{"moreThan":[1,2],"of":"issued"}"#, #"{"atLeast":[95,100],"of":"valid"}"#,
        #"{"atLeast":[1,2],"of":"collected"}"#,
    ])
    func readsAndWrites(json: String) throws {
        let rule = try CountingRule(reading: reader(json))
        #expect(rule.json.encoded() == Array(json.utf8))
    }

    @Test(arguments: [
        (#"{"of":"summoned"}"#, MalformedInput.Reason.wrongValue),
        (#"{"atLeast":[2,3],"moreThan":[1,2],"of":"summoned"}"#, .wrongValue),
        (#"{"atLeast":[2,3]}"#, .missingMember),
        (#"{"atLeast":[2,3],"of":"Summoned"}"#, .wrongValue),
        (#"{"atLeast":[2,3],"of":"voters"}"#, .wrongValue),
        (#"{"atLeast":[2,3],"of":1}"#, .wrongType),
        (#"{"atLeast":[2,3],"of":"summoned","note":""}"#, .unknownMember),
        (#"{"moreThan":[-1,2],"of":"summoned"}"#, .outOfRange),
        (#"{"moreThan":0,"of":"summoned"}"#, .wrongType),
        ("[]", .wrongType),
    ])
    func refuses(json: String, reason: MalformedInput.Reason) throws {
        let reader = try reader(json)
        let error = #expect(throws: MalformedInput.self) { try CountingRule(reading: reader) }
        #expect(error?.reason == reason)
    }
}
