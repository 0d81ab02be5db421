import Client
import Recognition
import SecretBallot
import StrictEncoding
import TestSupport
import Testing

@testable import Service

/// Tables as secretaries' spreadsheets write them, whole or faulty.
@Suite struct CSVImportTests {
    private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    private static func put(_ table: String, _ bytes: [UInt8], _ round: TestRound) async throws -> RawAnswer {
        try await round.service.call("PUT", "\(round.staffPath)/\(table)", bytes, as: .secretary)
    }

    @Test(arguments: [",", ";", "\t"], ["\n", "\r\n"])
    func anySpreadsheetsFormWillDo(separator: String, lineEnd: String) async throws {
        try await PreparedRound.run(.draft) { round in
            let tables = [("units", try TestRound.units(2)), ("voters", try TestRound.voters(round.codes))]
            for (name, bytes) in tables {
                let text = String(decoding: bytes, as: UTF8.self)
                    .replacing(",", with: separator).replacing("\n", with: lineEnd)
                for start in [[], Self.mark] {
                    let answer = try await Self.put(name, start + Array(text.utf8) + Array(lineEnd.utf8), round)
                    #expect(answer.status == 200, "\(name): \(answer.text)")
                }
            }
            let detail = try await round.secretary.round(round.name)
            #expect(detail.units.count == 2 && detail.voters.count == 6)
            #expect(detail.voters.allSatisfy(\.hasKey) && detail.voters[0].id == "uv-1")
        }
    }

    @Test func faultsNameTheirLinesAndNothingIsImported() async throws {
        try await PreparedRound.run(.draft) { round in
            let key = Base64URL.encode(SigningKey().publicKey.bytes)
            let header = "id,name,credentialKey\n"
            let faulty: [(csv: String, faults: [String])] = [
                ("", ["1 no-rows"]), (header, ["1 no-rows"]),
                ("name\nAn\n", ["1 missing-column"]), ("id,name,name\nuv-1,An,An\n", ["1 repeated-column"]),
                ("id,name,phone\nuv-1,An,1\n", ["1 unknown-column"]),
                ("id,name\nuv-1\nuv-2,Bình,x\n", ["2 wrong-field-count", "3 wrong-field-count"]),
                ("id,name\nuv-1,An\nuv-2,Bình\nuv-1,Cường\n", ["4 repeated-identifier"]),
                (header + "uv-1,An,\(key)\n\nuv-2,Bình,\(key)\n", ["4 repeated-key"]),
                ("id,name\nuv 1,An\nuv-2,\n", ["2 bad-identifier", "3 empty-field"]),
                (header + "uv-1,An,abc\nuv-2,Bình,\(key.dropLast(1))\n", ["2 bad-key", "3 bad-key"]),
                ("id,name\nuv-1,\"An\n", ["2 syntax"]), ("id,name\nuv-1,A\"n\n", ["2 syntax"]),
            ]
            let before = try await round.detail
            for (csv, faults) in faulty {
                let answer = try await Self.put("voters", Array(csv.utf8), round)
                #expect(answer.status == 422 && answer.code == "csv", "\(csv)")
                #expect(try Self.faults(in: answer) == faults, "\(csv): \(answer.text)")
            }
            #expect(try await round.detail == before)
        }
    }

    @Test func aKeyThatIsNoPointOfTheCurveIsRefused() async throws {
        try await PreparedRound.run(.draft) { round in
            let before = try await round.detail
            let key = SigningKey().publicKey.bytes
            for bad in [key.replacing(64, with: key[64] ^ 1), [4] + [UInt8](repeating: 0, count: 64)] {
                let csv = "id,name,credentialKey\nuv-1,An,\(Base64URL.encode(bad))\n"
                let answer = try await Self.put("voters", Array(csv.utf8), round)
                #expect([400, 422].contains(answer.status), "\(answer.text)")
                #expect(answer.text.contains("uv-1") || answer.code == "csv")
            }
            #expect(try await round.detail == before)
        }
    }

    @Test func unitsAreHeldToWhatTheGuidanceAsksOfThem() async throws {
        try await PreparedRound.run(.draft) { round in
            let before = try await round.detail
            let good = String(decoding: try TestRound.units(2), as: UTF8.self)
            let lines = good.split(separator: "\n").map(String.init)
            let faulty: [(csv: String, faults: [String])] = [
                (good + "\n" + lines[1], ["4 repeated-identifier", "4 repeated-name"]),
                (lines[0] + "\n" + lines[1].replacing("subordinate-cell", with: "club"), ["2 unknown-kind"]),
                (lines[0] + "\n" + lines[1].replacing(",19,19,", with: ",19,-1,"), ["2 bad-number"]),
                (lines[0].replacing(",meetings.total", with: "") + "\n" + lines[1], ["2 wrong-field-count"]),
            ]
            for (csv, faults) in faulty {
                let answer = try await Self.put("units", Array(csv.utf8), round)
                #expect(try Self.faults(in: answer) == faults, "\(answer.text)")
            }
            #expect(try await round.detail == before)
        }
    }

    @Test func whatIsNotUTF8OrTooLargeIsRefused() async throws {
        try await PreparedRound.run(.draft) { round in
            let before = try await round.detail
            let latin = Array("id,name\nuv-1,An\nuv-2,".utf8) + [0xE0, 0x0A]
            #expect(try Self.faults(in: try await Self.put("voters", latin, round)) == ["3 not-utf8"])
            let large = [UInt8](repeating: UInt8(ascii: "\n"), count: CSVTable.maximumSize + 1)
            for table in ["voters", "units"] {
                #expect(try await Self.put(table, large, round).code == "too-large")
            }
            #expect(try await round.detail == before)
        }
    }

    /// A table takes the place of the one before, keys and all: cards that were made for it are named first.
    @Test(arguments: [
        ("id,name\nuv-1,Ủy viên 1\n", 6, JSONValue.null),
        ("id,name\n01,Ủy viên 1\n", 6, JSONValue.string("01")),
        ("id,name\n01,ỦY  VIÊN 1\n02,Ủy viên 2\n", 6, JSONValue.string("01")),
    ])
    func cardsThatBecomeVoidAreNamedBeforeItHappens(table: String, count: Int, newID: JSONValue) async throws {
        try await PreparedRound.run(.draft) { round in
            let before = try await round.detail
            for word in ["", "?acknowledge=unanimous", "?acknowledge="] {
                let answer = try await Self.put("voters" + word, Array(table.utf8), round)
                #expect(answer.status == 409 && answer.code == "unacknowledged-warnings", "\(answer.text)")
                let warning = try answer.member("warnings").array()[0].looseObject()
                #expect(try warning.member("warning").string() == "cards-void")
                let cards = try warning.member("cards").array().map { try $0.looseObject() }
                #expect(try cards.map { try $0.member("id").string() } == (1...count).map { "uv-\($0)" })
                #expect(try cards[0].member("newID").value == newID)
            }
            #expect(try await round.detail == before)
            let taken = try await Self.put("voters?acknowledge=cards-void", Array(table.utf8), round)
            #expect(taken.status == 200)
        }
    }

    /// A spreadsheet program takes ids for numbers, and drops their zeros.
    @Test func aListThatASpreadsheetSavedAnewNamesItsCards() async throws {
        let (list, again) = (
            try TestFiles.vector("tables/list.csv"), try TestFiles.vector("tables/list-as-excel-saves-it.csv")
        )
        try await PreparedRound.run(.draft) { round in
            let lines = String(decoding: list, as: UTF8.self).split(separator: "\n")
            let rows = lines.dropFirst().map { "\($0),\(Base64URL.encode(SigningKey().publicKey.bytes))" }
            let withKeys = Array((["\(lines[0]),credentialKey"] + rows).joined(separator: "\n").utf8)
            _ = try await round.secretary.setVoters(withKeys, of: round.name, acknowledging: ["cards-void"])
            let problem = await refusal { _ = try await round.secretary.setVoters(again, of: round.name) }
            #expect(problem?.warnings.map(\.name) == ["cards-void"])
            let words = try #require(problem?.warnings.first?.messages.english)
            #expect(words.hasPrefix("7 cards become void: Lò Văn Phúc (01 → 1)"), "\(words)")
            #expect(words.contains("Tao Văn Ín (07 → 7)"))
            // Cards of people, not of numbers: the same list with its keys voids none.
            _ = try await round.secretary.setVoters(withKeys, of: round.name)
        }
    }

    /// The neighbours: the same table again, the same keys under other ids, a first table.
    @Test func noCardIsVoidWhoseKeyIsStillThere() async throws {
        try await PreparedRound.run(.draft) { round in
            let whole = String(decoding: try TestRound.voters(round.codes), as: UTF8.self)
            for table in [whole, whole.replacing("\nuv-", with: "\nv"), whole] {
                #expect(try await Self.put("voters", Array(table.utf8), round).status == 200)
            }
            let fewer = whole.split(separator: "\n").dropLast().joined(separator: "\n")
            let problem = await refusal { _ = try await round.secretary.setVoters(Array(fewer.utf8), of: round.name) }
            #expect(problem?.warnings.map(\.name) == ["cards-void"])
            #expect(problem?.warnings.first?.messages.english == "1 cards become void: Ủy viên 6 (uv-6).")
            let taken = try await round.secretary.setVoters(
                Array(fewer.utf8), of: round.name, acknowledging: ["cards-void"])
            #expect(taken.voters == 5 && taken.withoutKey == 0)
        }
    }

    private static func faults(in answer: RawAnswer) throws -> [String] {
        try answer.member("faults").array().map { fault in
            let object = try fault.looseObject()
            let messages = try object.member("messages").looseObject()
            #expect(try !messages.member("vi").string().isEmpty && !messages.member("en").string().isEmpty)
            return try "\(object.member("line").integer()) \(object.member("code").string())"
        }
    }
}
