import Recognition
import StrictEncoding
import Testing

@Suite struct VoterTableTests {
    private func faults(_ text: String) throws -> [TableFault] {
        try #require(throws: TableFaults.self) { try VoterTable(parsing: Array(text.utf8)) }.list
    }

    private static let key = Base64URL.encode([4] + [UInt8](repeating: 7, count: 64))

    @Test func vietnameseAndEnglishHeaders() throws {
        let vietnamese = try VoterTable(parsing: Array("\u{FEFF}Mã;Họ và tên;Chức vụ\r\nuv-1;Lò Văn A;Bí thư\r\n".utf8))
        let english = try VoterTable(parsing: Array("ID,Name,Position\nuv-1,Lò Văn A,Bí thư\n".utf8))
        #expect(vietnamese == english)
        #expect(vietnamese.rows.first?.position == "Bí thư")
        #expect(vietnamese.rows.first?.credentialKey == nil)
        // A header as some systems decompose it.
        let decomposed = "ma\u{303},ho\u{323} va\u{300} te\u{302}n\nuv-1,A\n"
        #expect(try VoterTable(parsing: Array(decomposed.utf8)).rows.first?.name == "A")
    }

    @Test func keys() throws {
        let table = try VoterTable(parsing: Array("id,name,credentialKey\na,A,\(Self.key)\nb,B,\n".utf8))
        #expect(table.rows.map { $0.credentialKey?.count } == [65, nil])
    }

    @Test func oneNameTwice() throws {
        let differing = "id,name,position,birthYear\na,An,Bí thư,1970\nb,An,Ủy viên,1970\nc,An,Ủy viên,1971\n"
        #expect(try VoterTable(parsing: Array(differing.utf8)).rows.count == 3)
        let same = try faults("id,name,position,birthYear\na,An,Ủy viên,1970\nb,An,Ủy viên,1970\n")
        #expect(same.map(\.reason) == [.repeatedName])
        #expect(same.map(\.line) == [3])
        #expect(
            same.first?.text.vietnamese == "dòng 3, cột “name”: tên lặp lại; có phải là một không? "
                + "Nếu là hai, ghi thêm để phân biệt (chức vụ, năm sinh) (như dòng 2)")
    }

    /// Whoever may be one person is asked about: nothing that is said of both tells them apart.
    @Test(arguments: [
        ("An,Ủy viên,1970", "An,,"), ("An,,", "An,,1970"), ("An,Ủy viên,", "An,,1970"), ("An,Ủy viên,", "AN,ủy viên,"),
        ("Hoà,Ủy viên,1970", "Hòa,Uỷ viên,1970"), ("Lò  Văn An,,", "Lò Văn An,,"), ("Thuý,,1970", "Thúy,,1970"),
    ])
    func namesakesAreAskedAbout(one: String, other: String) throws {
        let found = try faults("id,name,position,birthYear\na,\(one)\nb,\(other)\n")
        #expect(found.map(\.reason) == [.repeatedName] && found.map(\.line) == [3])
    }

    @Test(arguments: [
        ("An,Ủy viên,1970", "An,Bí thư,1970"), ("An,Ủy viên,1970", "An,,1971"), ("Hoa,,", "Hòa,,"),
        ("An,Ủy viên,", "An,Bí thư,"), ("Tuấn,,", "Tuân,,"),
    ])
    func othersAreNot(one: String, other: String) throws {
        let text = "id,name,position,birthYear\na,\(one)\nb,\(other)\n"
        #expect(try VoterTable(parsing: Array(text.utf8)).rows.count == 2)
    }

    @Test func everyFaultWithItsLine() throws {
        let text = """
            id,name,birthYear,credentialKey
            a,An,1970,\(Self.key)
            a,Bình,1971,
            ,Cúc,1972,
            d d,Dung,1973,
            e,,1974,
            f,Phúc,197x,
            g,Giang,12,
            h,Hà,1976,AAAA
            i,Ích,1977,\(Self.key)
            k,"K\u{202E}h",1978,!

            """
        let found = try faults(text).map { "\($0.line) \($0.column ?? "") \($0.reason.rawValue)" }
        #expect(
            found.sorted() == [
                "10 credentialKey repeated-key", "11 credentialKey bad-key", "11 name bad-text",
                "3 id repeated-identifier", "4 id empty-field", "5 id bad-identifier", "6 name empty-field",
                "7 birthYear bad-number", "8 birthYear bad-number", "9 credentialKey bad-key",
            ])
    }

    @Test(arguments: [
        ("name\nAn\n", [TableFault.Reason.missingColumn]), ("id,name,mã\na,An,b\n", [.repeatedColumn]),
        ("id,name,phone\na,An,1\n", [.unknownColumn]), ("id,name\n", [.noRows]),
        ("x,y\n1,2\n", [.unknownColumn, .unknownColumn, .missingColumn, .missingColumn]),
        ("id,name,\na,An,x\n", [.unknownColumn]),
    ])
    func headers(text: String, reasons: [TableFault.Reason]) throws {
        let faults = try faults(text)
        #expect(faults.map(\.reason) == reasons)
        #expect(faults.allSatisfy { $0.line == 1 })
    }

    @Test func faultsNameTheFilesOwnHeader() throws {
        let fault = try #require(try faults("Mã;Họ và tên\nuv 1;A\n").first)
        #expect(fault.text.vietnamese.hasPrefix("dòng 2, cột “Mã”: mã phải gồm"))
    }

    @Test func tooMany() throws {
        let rows = (0...VoterTable.maximumVoters).map { "v-\($0),Name \($0)\n" }.joined()
        #expect(try faults("id,name\n" + rows).map(\.reason) == [.tooLarge])
    }
}
