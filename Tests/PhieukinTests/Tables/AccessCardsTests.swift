import ArgumentParser
import Foundation
import OfficialDocuments
import Recognition
import SecretBallot
import StrictEncoding
import TestSupport
import Testing

@testable import phieukin

struct AccessCardsTests {
    private static let options = ["--title", "Đợt 1", "--authority", "Đảng ủy", "--address", "https://phieu.example/"]

    @Test func giveTheServerTheKeysAndNothingElse() throws {
        let cards = try AccessCards(for: VoterTable(parsing: TestFiles.example("voters.csv")))
        let voters = try VoterTable(parsing: cards.votersTable())
        #expect(voters.rows.map(\.name) == cards.voters.map(\.name))
        #expect(voters.rows.map(\.birthYear) == cards.voters.map(\.birthYear))
        let table = String(decoding: try cards.votersTable(), as: UTF8.self)
        let printed = try CSVTable(parsing: cards.cardsTable)
        for (voter, row) in zip(voters.rows, printed.rows) {
            let code = try AccessCode(typed: row.fields[3])
            #expect(voter.credentialKey == (try code.credential().publicKey.bytes))
            #expect(!table.contains(row.fields[3]))
        }
        #expect(Set(cards.codes.map(\.printed)).count == 15)
    }

    @Test func haveSlipsWithTheSameCodesInTheFragment() throws {
        let cards = try AccessCards(for: VoterTable(parsing: TestFiles.example("voters.csv")))
        let slips = cards.slips(on: try VoterPage(of: "https://phieu.example:8443/"))
        #expect(slips.map(\.code) == cards.codes.map(\.printed))
        for slip in slips {
            let link = try #require(URLComponents(string: slip.link))
            let code = try AccessCode(typed: try #require(link.fragment))
            #expect(code.printed == slip.code)
            #expect(slip.link.hasPrefix("https://phieu.example:8443/v/#"))
            #expect(link.query == nil)
        }
    }

    @Test func tellMembersOfOneNameApart() throws {
        let table = """
            id,name,position,birthYear
            a,Lò Văn Phúc,Bí thư,1974
            b,Pờ Mỹ Lệ,Phó Bí thư,1979
            c,Lò Văn Phúc,,1990
            d,Lò Văn Phúc,Ủy viên,1985
            """
        let cards = try AccessCards(for: VoterTable(parsing: Array(table.utf8)))
        let names = cards.slips(on: try VoterPage(of: "https://phieu.example")).map(\.name)
        #expect(names[0] == "Lò Văn Phúc (Bí thư, sinh năm 1974)")
        #expect(
            names.dropFirst() == ["Pờ Mỹ Lệ", "Lò Văn Phúc (sinh năm 1990)", "Lò Văn Phúc (Ủy viên, sinh năm 1985)"])
    }

    @Test func arePrintedForTheirOwnerAlone() async throws {
        try await TemporaryFolder.use { folder in
            let (pdf, table) = (folder + "/slips.pdf", folder + "/cards.csv")
            let files = ["--out-voters", folder + "/voters.csv", "--out-cards", table, "--out-pdf", pdf]
            let command = try CardsCommand.parse([TestFiles.example + "/voters.csv"] + files + Self.options)
            try await command.run()
            for path in [pdf, table] {
                let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
                #expect(mode == 0o600)
            }
            let rows = try CSVTable(parsing: InputFile.read(table)).rows
            try check(pdf, shows: rows.map { try AccessCode(typed: $0.fields[3]) }, in: folder)
        }
    }

    /// As a person reads the slips, and as a telephone does.
    private func check(_ pdf: String, shows codes: [AccessCode], in folder: String) throws {
        let text = try Command.run(["pdftotext", pdf, "-"]).output
        // Codes run over lines, and pdftotext takes hyphens at their ends away.
        let letters = text.filter { !$0.isWhitespace && $0 != "-" }
        for code in codes {
            let isPrinted = letters.contains(code.printed.filter { $0 != "-" })
            #expect(isPrinted)
        }
        #expect(text.contains("phieu.example/v/"))
        try Command.run(["pdftoppm", "-r", "150", "-gray", "-png", pdf, folder + "/page"])
        let pages = ["/page-1.png", "/page-2.png"].map { folder + $0 }
        let links = try Command.run(["zbarimg", "--raw", "-q"] + pages).output.split(separator: "\n").map(String.init)
        let page = try VoterPage(of: "https://phieu.example")
        // Of so many codes on one picture zbarimg overlooks one now and then.
        #expect(links.count > codes.count / 2)
        #expect(Set(links).isSubset(of: codes.map(page.link)))
    }

    @Test func areNotPrintedWithHalfOfWhatIsNeeded() throws {
        let files = ["voters.csv", "--out-voters", "v", "--out-cards", "c"]
        #expect(throws: Never.self) { try CardsCommand.parse(files) }
        #expect(throws: (any Error).self) { try CardsCommand.parse(files + Self.options) }
        #expect(throws: (any Error).self) { try CardsCommand.parse(files + ["--out-pdf", "p"]) }
    }

    @Test(arguments: [
        "phieu.example", "http://phieu.example", "https://phieu.example/x", "https://phieu.example#x", "",
    ])
    func leadToAServiceOnly(address: String) {
        #expect(throws: MalformedInput.self) { try VoterPage(of: address) }
    }
}
