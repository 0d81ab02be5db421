import TestSupport
import Testing

@testable import OfficialDocuments

@Suite struct TemplateSetTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private var bundledSlips: String { String(decoding: TemplateSet.bundledBytes(of: .accessSlips), as: UTF8.self) }

    @Test func anEmptyFolderChangesNothing() throws {
        let set = try TemplateSet(overriding: folder.path)
        #expect(try set.template(.plan).lines == TemplateSet.bundled().template(.plan).lines)
    }

    @Test func aFileReplacesOneTemplateAndLeavesTheOthers() throws {
        try folder.write(bundledSlips.replacing("THẺ VÀO PHIẾU", with: "THẺ BỎ PHIẾU"), to: "access-slips.json")
        try folder.write("not read", to: "README.md")
        let set = try TemplateSet(overriding: folder.path)
        let slips = try set.filled(.accessSlips, with: FieldValues([:]))
        #expect(try slips.plain("heading") == "THẺ BỎ PHIẾU")
        #expect(try set.template(.plan).lines == TemplateSet.bundled().template(.plan).lines)
    }

    @Test func aFaultNamesFolderFileAndPlace() throws {
        try folder.write(bundledSlips.replacing("{address}", with: "{adress}"), to: "access-slips.json")
        #expect {
            try TemplateSet(overriding: folder.path)
        } throws: { error in
            "\(error)".hasPrefix(
                "template \(folder.path)/access-slips.json: instructions[0].text: unknown field {adress}; here there are"
            )
        }
    }

    @Test func aNameThatNoFormHasIsRefused() throws {
        try folder.write(bundledSlips, to: "acces-slips.json")
        #expect {
            try TemplateSet(overriding: folder.path)
        } throws: { error in
            "\(error)".contains("acces-slips.json: no form has this name; there are letterhead.json")
        }
    }

    @Test func aFolderThatIsNotThereIsRefused() {
        #expect(throws: TemplateFault.self) { try TemplateSet(overriding: folder.path + "/nowhere") }
    }

    @Test func conditionsAndListsDecideWhatIsPrinted() throws {
        let values = FieldValues(
            ["titles": "t", "year": "2026", "committee": "Đảng ủy", "ballot-date": "d"],
            conditions: ["any-achieved": true, "any-failed": false],
            lists: ["achieved": [["unit": "A"], ["unit": "B"]]])
        let body = try TemplateSet.bundled().filled(.noticeOfResults, with: values).passage("body").map(\.text.plain)
        #expect(body.contains("- A.") && body.contains("- B."))
        #expect(body.filter { $0 == "- Không có." }.count == 1)
        #expect(!body.contains { $0.hasPrefix("Những chi bộ") })
    }
}
