import Client
import SecretBallot
import StrictEncoding
import Testing

@testable import Service

/// Tables on the pages of a draft: looked at, imported, refused.
@Suite struct TableImportPageTests {
    private static let members = "mã;họ và tên;chức vụ\nuv-1;Lò Văn A;Bí thư\nuv-2;Pờ Mỹ Lệ;\n"
    private static let faulty = "mã,họ và tên\nuv-1,Lò Văn A\nuv 2,\n"

    @Test func lookingImportsNothing() async throws {
        try await SecretaryVisit.run { visit in
            let (name, path) = try await visit.draft()
            let page = try await visit.send(Self.members, to: path + "/members", by: "check")
            #expect(page.status == 200 && page.text.contains("data-good=\"yes\""))
            #expect(page.text.contains("Nhập 2 đồng chí"))
            let bare = try await visit.send(Self.members, to: path + "/members", by: "nothing")
            #expect(bare.status == 200, "what is not asked for is not done")
            let found1 = try await visit.secretary.round(name).voters
            #expect(found1.isEmpty)
        }
    }

    @Test func faultsAreMarkedAtTheirLinesAndNothingIsImported() async throws {
        try await SecretaryVisit.run { visit in
            let (name, path) = try await visit.draft()
            for (button, status) in [("check", 200), ("import", 422)] {
                let page = try await visit.send(Self.faulty, to: path + "/members", by: button)
                #expect(page.status == status)
                #expect(page.text.contains(#"id="line-3" data-line="3" class="bad""#))
                #expect(page.text.contains(#"id="line-2" data-line="2">"#))
                #expect(!page.text.contains("name=\"import\""))
            }
            let found2 = try await visit.secretary.round(name).voters
            #expect(found2.isEmpty)
        }
    }

    @Test func aPastedTableIsImported() async throws {
        try await SecretaryVisit.run { visit in
            let (name, path) = try await visit.draft()
            let page = path + "/members"
            let answer = try await visit.visitor.submit(page, from: page, ["table": Self.members, "import": "1"])
            #expect(answer.status == 303 && answer.location == page)
            let holds1 = try await visit.secretary.round(name).voters.map(\.name) == ["Lò Văn A", "Pờ Mỹ Lệ"]
            #expect(holds1)
        }
    }

    /// A spreadsheet makes 1 of 01: the cards that were made for 01 to 07 would open nothing any more.
    @Test func cardsThatBecomeVoidAreNamedBeforeItHappens() async throws {
        try await SecretaryVisit.run { visit in
            let (name, path) = try await visit.draft()
            let names = [
                "Lò Văn Phúc", "Pờ Mỹ Lệ", "Giàng A Sử", "Lỳ Hừ Xá", "Vàng Thị Mai", "Chang A Páo", "Tao Văn Ín",
            ]
            let header = "mã,họ và tên\n"
            let printed = try names.enumerated().map { index, name in
                let key = try AccessCode.random().credential().publicKey
                return "0\(index + 1),\(name),\(Base64URL.encode(key.bytes))"
            }
            let table = "mã,họ và tên,khóa\n" + printed.joined(separator: "\n")
            _ = try await visit.secretary.setVoters(Array(table.utf8), of: name)
            let excel = header + names.enumerated().map { "\($0 + 1),\($1)" }.joined(separator: "\n")
            let page = try await visit.send(excel, to: path + "/members", by: "check")
            #expect(page.text.contains("7 thẻ vào phiếu sẽ hết giá trị"))
            #expect(page.text.contains("Lò Văn Phúc (01 → 1)") && page.text.contains("Tao Văn Ín (07 → 7)"))
            let unread = try await visit.send(excel, to: path + "/members", by: "import")
            #expect(unread.status == 409 && unread.text.contains("Lò Văn Phúc (01 → 1)"))
            let keys = try await visit.keys(of: name)
            #expect(keys.count == 7 && keys.allSatisfy { $0 != nil }, "nothing was imported")
            let kept = header + names.dropLast().enumerated().map { "0\($0 + 1),\($1)" }.joined(separator: "\n")
            let fewer = try await visit.send(kept, to: path + "/members", by: "check")
            #expect(fewer.text.contains("1 thẻ vào phiếu sẽ hết giá trị") && fewer.text.contains("Tao Văn Ín (07)"))
            let whole = header + names.enumerated().map { "0\($0 + 1),\($1)" }.joined(separator: "\n")
            let same = try await visit.send(whole, to: path + "/members", by: "check")
            #expect(!same.text.contains(#"data-warning="cards-void""#))
            let imported = try await visit.send(whole, to: path + "/members", by: "import")
            #expect(imported.status == 303, "who keeps id and name keeps the card: nothing to be asked")
        }
    }

    /// "Lò Văn Phúc" in TCVN3, in VNI, and as UTF-8 that was read as Windows-1252.
    @Test(arguments: ["Lß V¨n Phóc", "Loø Vaên Phuùc", "LÃ² VÄƒn PhÃºc"])
    func aTableInAnOldEncodingIsConvertedLookedAtAndImported(typed: String) async throws {
        try await SecretaryVisit.run { visit in
            let (name, path) = try await visit.draft()
            let page = path + "/members"
            let refused = try await visit.send("mã,họ và tên\nuv-1,\(typed)\n", to: page, by: "import")
            #expect(refused.status == 422 && refused.text.contains(#"name="convert""#))
            #expect(!refused.text.contains(#"name="import""#))
            let converted = try await visit.send("mã,họ và tên\nuv-1,\(typed)\n", to: page, by: "convert")
            #expect(converted.status == 200 && converted.text.contains("<td>Lò Văn Phúc</td>"))
            #expect(converted.text.contains(#"id="converted""#) && converted.text.contains(#"name="import""#))
            #expect(!converted.text.contains(#"name="convert""#))
            let table = try #require(converted.text.firstMatch(of: /<textarea[^>]*>([^<]*)</)?.output.1)
            let both = ["table": "mã,họ và tên\nuv-1,\(typed)\n", "convert": "1", "import": "1"]
            let asked = try await visit.visitor.submit(page, from: page, both)
            #expect(asked.status == 200, "what was converted is looked at first")
            let before = try await visit.secretary.round(name).voters
            #expect(before.isEmpty)
            let mended = String(table).replacing("&quot;", with: "\"")
            let answer = try await visit.send(mended, to: page, by: "import")
            #expect(answer.status == 303)
            let after = try await visit.secretary.round(name).voters.map(\.name)
            #expect(after == ["Lò Văn Phúc"])
        }
    }

    @Test func unitsAreConvertedToo() async throws {
        try await SecretaryVisit.run { visit in
            let (_, path) = try await visit.draft()
            let good = String(decoding: try TestRound.units(2), as: UTF8.self)
            let name = try #require(good.split(separator: "\n")[1].split(separator: ",").dropFirst().first)
            let old = good.replacing(name, with: "Chi bé th«n Nµ Hõ")
            let converted = try await visit.send(old, to: path + "/units", by: "convert")
            #expect(converted.text.contains("Chi bộ thôn Nà Hừ") && converted.text.contains(#"name="import""#))
        }
    }

    @Test func whatIsInUnicodeIsNotConverted() async throws {
        try await SecretaryVisit.run { visit in
            let (name, path) = try await visit.draft()
            let page = try await visit.send(Self.members, to: path + "/members", by: "convert")
            #expect(page.status == 200 && page.text.contains("<td>Lò Văn A</td>"))
            #expect(!page.text.contains(#"id="converted""#) && !page.text.contains(#"name="convert""#))
            let voters = try await visit.secretary.round(name).voters
            #expect(voters.isEmpty)
        }
    }

    @Test func unitsComeWithWhyNot() async throws {
        try await SecretaryVisit.run { visit in
            let (name, path) = try await visit.draft()
            let good = String(decoding: try TestRound.units(2), as: UTF8.self)
            let bad = good.replacing("19,19,15,0,13,13,4,1", with: "19,18,15,0,13,13,4,1")
            let preview = try await visit.send(bad, to: path + "/units", by: "check")
            #expect(preview.text.contains("Không đủ điều kiện") && preview.text.contains("Đủ điều kiện"))
            let answer = try await visit.send(bad, to: path + "/units", by: "import")
            #expect(answer.status == 303)
            let found3 = try await visit.secretary.round(name).units
            #expect(found3.count == 2)
            let page = try await visit.visitor.get(path + "/units")
            #expect(page.text.contains("Không đưa ra bỏ phiếu"))
        }
    }

    @Test func theTableOnThePageIsTheTableThatCameIn() async throws {
        try await SecretaryVisit.run { visit in
            let (name, path) = try await visit.draft()
            let units = String(decoding: try TestRound.units(2), as: UTF8.self)
            _ = try await visit.send(units, to: path + "/units", by: "import")
            let before = try await visit.visitor.get(path + "/units").text
            let table = String(try #require(before.firstMatch(of: /<textarea[^>]*>([^<]*)</)?.output.1))
                .replacing("&quot;", with: "\"").replacing("&amp;", with: "&")
            let answer = try await visit.send(table, to: path + "/units", by: "import")
            #expect(answer.status == 303)
            let after = try await visit.visitor.get(path + "/units").text
            #expect(after == before)
            let found4 = try await visit.secretary.round(name).units.allSatisfy { $0.failures.isEmpty }
            #expect(found4)
        }
    }

    @Test(arguments: ["units/mau-to-chuc.csv", "members/mau-cap-uy.csv"])
    func samplesAreImportable(sample: String) async throws {
        try await SecretaryVisit.run { visit in
            let (_, path) = try await visit.draft()
            let file = try await visit.visitor.get("\(path)/\(sample)")
            #expect(file.status == 200 && file.headers["content-disposition"]?.hasPrefix("attachment") == true)
            let page = path + "/" + sample.prefix { $0 != "/" }
            let answer = try await visit.send(file.text, to: page, by: "import")
            #expect(answer.status == 303)
        }
    }

    @Test func withoutTheFormsTokenNothingIsImported() async throws {
        try await SecretaryVisit.run { visit in
            let (name, path) = try await visit.draft()
            let answer = try await visit.visitor.upload(
                path + "/members", ["import": "1"], file: "file", Array(Self.members.utf8))
            #expect(answer.status == 403)
            let found5 = try await visit.secretary.round(name).voters
            #expect(found5.isEmpty)
        }
    }

    @Test(arguments: ["units", "members", "cards"])
    func othersDoNotEditDrafts(page: String) async throws {
        try await SecretaryVisit.run { visit in
            let (_, path) = try await visit.draft()
            _ = try await visit.service.staff("nguoiky", .signer)
            try await PageVisitor.visit(visit.service) { visitor in
                _ = try await visitor.signIn("nguoiky")
                let found6 = try await visitor.get("\(path)/\(page)")
                #expect(found6.status == 403)
                let token = try await visitor.get("/desk").formToken ?? ""
                let fields = ["form": token, "import": "1", "table": Self.members, "keys": "a b"]
                let found7 = try await visitor.post("\(path)/\(page)", fields)
                #expect(found7.status == 403)
            }
        }
    }

    @Test func afterFreezingTheListsAreOnlyShown() async throws {
        try await PreparedRound.run(.frozen) { round in
            _ = try await round.service.staff("thuky", .secretary)
            try await PageVisitor.visit(round.service) { visitor in
                _ = try await visitor.signIn("thuky")
                for page in ["units", "members", "cards"] {
                    let shown = try await visitor.get("/desk/rounds/\(round.name)/\(page)")
                    #expect(shown.status == 200 && shown.text.contains("frozen-note"), "\(page)")
                    #expect(!shown.text.contains("<textarea") && !shown.text.contains("cards-form"), "\(page)")
                }
                let path = "/desk/rounds/\(round.name)/members"
                let fields = ["table": Self.members, "import": "1"]
                let found8 = try await visitor.submit(path, from: path, fields)
                #expect(found8.status == 409)
            }
        }
    }
}
