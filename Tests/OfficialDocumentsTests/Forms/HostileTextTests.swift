import Foundation
import Recognition
import Testing

@testable import OfficialDocuments

/// Whatever a name may hold is laid out, and stays on its page.
@Suite struct HostileTextTests {
    static let names = [
        String(repeating: "x", count: 300), String(repeating: "Chi bộ Nậm Xẻ ", count: 21) + "cuối",
        "Z" + String(repeating: "\u{0301}", count: 250), "Chi bộ 👩🇻🇳🎋 số 1", "מפלגה حزب شيوعي",
        "**Chi bộ** {unit} <b>&amp;</b> __1__", "党支部 第一", "Chi bộ bản Nậm Xẻ".decomposedStringWithCanonicalMapping,
    ]

    private func expectOnPages(_ form: some OfficialForm, width: Double, margin: Double = 14) throws {
        for text in try Printing.pages(form).texts {
            #expect(text.left > margin * 72 / 25.4 && text.right < (width - margin) * 72 / 25.4, "\(text)")
        }
    }

    @Test func decisions() throws {
        try expectOnPages(
            RecognitionDecisionForm(
                statements: FormFixtures.statements(FormFixtures.cells(Self.names)), citation: FormFixtures.citation,
                ballotDate: FormFixtures.date("2026-12-18")), width: 210)
    }

    @Test(arguments: names)
    func aDecisionOnOne(name: String) throws {
        let authority = try Authority(name: name, parent: name, kind: .grassrootsCommittee, place: name)
        try expectOnPages(
            RecognitionDecisionForm(
                statements: FormFixtures.statements(
                    FormFixtures.cells([name]), authority: authority, signer: FormFixtures.signer(name, position: name)),
                citation: FormFixtures.citation, ballotDate: FormFixtures.date("2026-12-18")), width: 210)
    }

    @Test func ballots() throws {
        try expectOnPages(
            PaperBallotForm(
                authority: FormFixtures.authority(), kind: .recognition, year: 2026,
                units: FormFixtures.cells(Self.names), criteria: Criterion.four), width: 297)
    }

    @Test func slips() throws {
        let slips = Self.names.map {
            AccessSlip(name: $0, code: "4N0KC-7Q9XA-RT2MV-B8E5H-J3WYD-6", link: "https://a.b")
        }
        let form = try AccessSlipsForm(
            authority: FormFixtures.authority(), roundTitle: String(repeating: "Đợt ", count: 250) + "1",
            address: "phieu.example", slips: slips)
        try expectOnPages(form, width: 210, margin: 9)
        #expect(try Printing.pages(form).pageCount == 1)
    }

    @Test func markupInANameIsPrintedAsItStands() throws {
        let form = try RecognitionDecisionForm(
            statements: FormFixtures.statements(FormFixtures.cells(["**Chi bộ** {unit} <b>&amp;</b> __1__"])),
            citation: "c", ballotDate: FormFixtures.date("2026-12-18"))
        #expect(try Printing.pages(form).words.contains("Công nhận **Chi bộ** {unit} <b>&amp;</b> __1__ đạt"))
    }

    @Test func decomposedNamesArePrintedComposed() throws {
        let name = "Chi bộ bản Nậm Xẻ".decomposedStringWithCanonicalMapping
        let form = try RecognitionDecisionForm(
            statements: FormFixtures.statements(FormFixtures.cells([name])), citation: "c",
            ballotDate: FormFixtures.date("2026-12-18"))
        let words = Array(try Printing.pages(form).words.utf8)
        #expect(words.firstRange(of: Array("Chi bộ bản Nậm Xẻ".utf8)) != nil)
    }
}
