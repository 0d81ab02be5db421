import StrictEncoding
import TestSupport
import Testing

@Suite struct TextEncodingTests {
    @Test(arguments: ["": "", "f": "Zg", "fo": "Zm8", "foo": "Zm9v", "foob": "Zm9vYg", "fooba": "Zm9vYmE"])
    func base64URLOfRFC4648(plain: String, coded: String) throws {
        #expect(Base64URL.encode(Array(plain.utf8)) == coded)
        #expect(try Base64URL.decode(coded) == Array(plain.utf8))
    }

    @Test(arguments: ["Zh", "Zm9", "A", "Zg==", "Zm 9", "+/+/", "Zm9v\n", "é"])
    func base64URLRefusesWhatDoesNotReencode(_ text: String) {
        #expect(throws: MalformedInput.self) { try Base64URL.decode(text) }
    }

    @Test func base64URLOfRandomBytesReadsBack() throws {
        var random = SeededRandom()
        for count in 0..<300 {
            let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
            let text = Base64URL.encode(bytes)
            #expect(text.utf8.count == Base64URL.encodedCount(count))
            #expect(try Base64URL.decode(text) == bytes, "\(random)")
        }
    }

    @Test func crockfordReadsWhatPeopleType() {
        #expect(Crockford.normalised("g3t-aw o1k1p-ilIL") == "G3TAW01K1P1111")
        #expect(Crockford.normalised("abcu") == nil)
        #expect(Crockford.normalised("é") == nil)
    }

    @Test func crockfordTakesTheHighBitsFirst() {
        #expect(Crockford.encode([0xFF, 0x00], count: 4) == "ZW00")
        #expect(Crockford.grouped("ABCDEFGHIJ", by: 4) == "ABCD-EFGH-IJ")
    }

    @Test func crockfordReadsBackWholeOctets() {
        var random = SeededRandom()
        for count in 0..<40 {
            let bytes = random.bytes(count)
            let text = Crockford.encode(bytes, count: (8 * count + 4) / 5)
            #expect(Crockford.decode(text) == bytes, "\(random)")
        }
        #expect(Crockford.decode("ZW") == [0xFF])
        #expect(Crockford.decode("Z") == [])
        #expect(Crockford.decode("ZU") == [] && Crockford.decode("zw") == [])
    }

    @Test func byteReaderRefusesShortAndLong() throws {
        var reader = ByteReader([0, 1, 2, 3, 4], of: "thing")
        #expect(try reader.integer(UInt16.self) == 1)
        #expect(try reader.take(2) == [2, 3])
        #expect(throws: MalformedInput(.wrongLength, at: "thing", "truncated")) { try reader.integer(UInt16.self) }
        var long = ByteReader([1, 2], of: "thing")
        _ = try long.take(1)
        let left = long.remaining
        #expect(left == 1)
        do {
            try long.finish()
            Issue.record("trailing bytes were accepted")
        } catch { #expect(error.reason == .trailingBytes) }
    }

    @Test func exactTextTellsEquivalentSpellingsApart() {
        #expect(ExactText("\u{212A}") != ExactText("K"))
        #expect(ExactText("a") == ExactText("a"))
    }
}
