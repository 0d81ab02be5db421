import Foundation
import Testing

@testable import OfficialDocuments

@Suite struct MarksTests {
    @Test func towersOfMarksAreCutDown() {
        #expect(("Z" + String(repeating: "\u{301}", count: 250) + "a").withoutTowers.unicodeScalars.count == 6)
    }

    @Test(arguments: ["Chi bộ bản Nậm Xẻ", "שָׁלוֹם", "น้ำ", "👩🏽‍🌾🇻🇳", ""])
    func realTextStaysAsItIs(text: String) {
        #expect(Array(text.withoutTowers.utf8) == Array(text.utf8))
        let decomposed = text.decomposedStringWithCanonicalMapping
        #expect(Array(decomposed.withoutTowers.utf8) == Array(decomposed.utf8))
    }
}
