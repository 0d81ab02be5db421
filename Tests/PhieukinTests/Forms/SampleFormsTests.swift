import ArgumentParser
import Foundation
import OfficialDocuments
import TestSupport
import Testing
import Typesetting

@testable import phieukin

/// What an installation looks at before it serves: each form prints, and says what it is.
struct SampleFormsTests {
    private static let titles = [
        "plan": "KẾ HOẠCH", "self-assessment": "BÁO CÁO", "access-slips": "THẺ VÀO PHIẾU",
        "attendance-sheet": "DANH SÁCH", "ballot-03-pdg": "PHIẾU", "ballot-03-pdg-specimen": "MẪU",
        "minutes-of-count": "BIÊN BẢN", "notice-of-results": "THÔNG BÁO", "decision-01-qd": "QUYẾT ĐỊNH",
        "decision-02-qd": "QUYẾT ĐỊNH", "decision-02-qd-annex": "DANH SÁCH", "annulment-decision": "QUYẾT ĐỊNH",
    ]

    @Test func haveOneForEveryTemplateAndNoNameTwice() throws {
        let names = try SampleForms().all.map(\.name)
        #expect(Set(names) == Set(Self.titles.keys))
        #expect(Set(names).count == names.count)
        for template in TemplateName.allCases where template != .letterhead {
            #expect(names.contains(template.rawValue))
        }
    }

    @Test func sayWhatTheyAre() async throws {
        let library = try FormOptions.parse([]).library()
        try await TemporaryFolder.use { folder in
            for sample in try SampleForms().all {
                let pdf = try library.typeset(sample.form, created: SampleForms.created).pdf
                let path = "\(folder)/\(sample.fileName)"
                try OutputFile.write(pdf, to: path)
                let text = try Command.run(["pdftotext", "-layout", path, "-"]).output
                let title = try #require(Self.titles[sample.name])
                #expect(text.contains(title), "\(sample.name)")
                #expect(!text.contains("{"), "\(sample.name)")
            }
        }
    }

    @Test func areTheSameEachTime() throws {
        let library = try FormOptions.parse([]).library()
        let (first, second) = (try SampleForms().all, try SampleForms().all)
        for (one, other) in zip(first, second) {
            let pdf = try library.typeset(one.form, created: SampleForms.created).pdf
            let again = try library.typeset(other.form, created: SampleForms.created).pdf
            #expect(pdf == again, "\(one.name)")
        }
    }

    @Test func showAnInstallationsOwnWording() async throws {
        try await TemporaryFolder.use { folder in
            let bundled = String(decoding: TemplateSet.bundledBytes(of: .accessSlips), as: UTF8.self)
            let own = bundled.replacing("THẺ VÀO PHIẾU", with: "THẺ BẦU CỬ")
            try OutputFile.write(Array(own.utf8), to: folder + "/access-slips.json")
            let command = try FormsCommand.parse(["--out", folder + "/forms", "--templates", folder])
            try await command.run()
            let text = try Command.run(["pdftotext", folder + "/forms/access-slips.pdf", "-"]).output
            #expect(text.contains("THẺ BẦU CỬ"))
            #expect(!text.contains("THẺ VÀO PHIẾU"))
        }
    }

    @Test func printNothingInFaultyWording() async throws {
        try await TemporaryFolder.use { folder in
            try OutputFile.write(Array("{}".utf8), to: folder + "/plan.json")
            let command = try FormsCommand.parse(["--out", folder + "/forms", "--templates", folder])
            await #expect(throws: TemplateFault.self) { try await command.run() }
            let isThere = FileManager.default.fileExists(atPath: folder + "/forms")
            #expect(!isThere)
        }
    }
}
