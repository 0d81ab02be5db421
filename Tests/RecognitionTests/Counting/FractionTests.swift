import Recognition
import StrictEncoding
import Testing

@Suite struct FractionTests {
    @Test(arguments: [(0, 1), (1, 1), (2, 3), (1_000_000, 1_000_000)])
    func accepts(n: Int, d: Int) throws {
        let fraction = try Fraction(n, d)
        #expect(try Fraction(reading: JSONReader(fraction.json, at: "f")) == fraction)
    }

    @Test(arguments: [(1, 0), (1, -2), (-1, 2), (3, 2), (0, 1_000_001), (.max, .max), (.min, .min)])
    func refuses(n: Int, d: Int) {
        #expect(throws: MalformedInput.self) { try Fraction(n, d) }
    }

    @Test(arguments: [
        ("[1]", "f"), ("[1,2,3]", "f"), ("{}", "f"), ("[\"1\",2]", "f[0]"), ("[1,true]", "f[1]"), ("[2,1]", "f[0]"),
        ("[1,0]", "f[1]"), ("null", "f"),
    ])
    func refusesJSON(json: String, place: String) throws {
        let reader = try reader(json, as: "f")
        let error = #expect(throws: MalformedInput.self) { try Fraction(reading: reader) }
        #expect(error?.place == place)
    }
}
