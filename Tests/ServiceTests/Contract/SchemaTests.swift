import StrictEncoding
import Testing
import Yams

/// The reader of schemas itself: what it takes and what it does not.
@Suite struct SchemaTests {
    private static let yaml = """
        components:
          schemas:
            Number: { type: integer, minimum: 0, maximum: 9 }
            Thing:
              type: object
              required: [id]
              properties:
                id: { type: string, pattern: "^[a-z]+$", maxLength: 3 }
                kind: { type: string, enum: [a, b] }
                list: { type: array, maxItems: 2, items: { $ref: "#/components/schemas/Number" } }
                maybe: { oneOf: [{ $ref: "#/components/schemas/Number" }, { type: "null" }] }
                both:
                  allOf:
                    - { type: object, required: [x], properties: { x: { type: integer } } }
                    - { type: object, properties: { y: { type: integer } } }
                open: { type: object, additionalProperties: { type: boolean } }
        """

    private static func faults(_ value: JSONValue) throws -> [String] {
        let document = try #require(try Yams.compose(yaml: yaml))
        let thing = try #require(document["components"]?["schemas"]?["Thing"])
        return AnswerSchema(document: document).faults(value, thing)
    }

    @Test func whatIsDescribedIsTaken() throws {
        let whole: JSONValue = [
            "id": "abc", "kind": "b", "list": [0, 9], "maybe": .null, "open": ["x": true, "y": false],
            "both": ["x": 1, "y": 2],
        ]
        #expect(try Self.faults(whole) == [])
        #expect(try Self.faults(["id": "a", "maybe": 3]) == [])
    }

    @Test(
        arguments: [
            [:], ["id": 1], ["id": "ABC"], ["id": "abcd"], ["id": "a", "kind": "c"], ["id": "a", "list": [10]],
            ["id": "a", "list": [1, 2, 3]], ["id": "a", "list": ["1"]], ["id": "a", "maybe": "x"],
            ["id": "a", "more": 1],
            ["id": "a", "open": ["x": 1]], ["id": "a", "both": ["y": 1]], ["id": "a", "both": ["x": 1, "z": 1]],
            ["id": "a", "list": .null], [], "a", .null,
        ] as [JSONValue])
    func whatIsNotIsAFault(value: JSONValue) throws {
        #expect(try Self.faults(value).count == 1, "\(value)")
    }
}
