import Foundation
import Recognition
import TestSupport
import Testing

/// Tables as offices have them: emptied rows, old encodings, look-alike letters, what Excel leaves behind.
@Suite struct TypedTableTests {
    private static func file(_ name: String) throws -> [UInt8] { try TestFiles.vector("tables/\(name).csv") }

    private func voters(_ text: String) throws(TableFaults) -> [VoterRow] {
        try VoterTable(parsing: Array(text.utf8)).rows
    }

    private func faults(_ read: () throws -> Void) throws -> [TableFault] {
        try #require(throws: TableFaults.self, performing: read).list
    }

    // MARK: - What says nothing

    @Test(arguments: ["blank-column", "one-blank-row", "sep"])
    func emptiedPartsArePassedOver(_ name: String) throws {
        let rows = try VoterTable(parsing: Self.file(name)).rows
        #expect(rows.map(\.id) == ["uv-01", "uv-02", "uv-03"])
        #expect(rows[0].birthYear == 1974)
    }

    @Test func aRowOfSpacesIsPassedOver() throws {
        let table = try UnitTable(parsing: Self.file("units-space-row"), profile: profile("lai-chau-05-hd-tu"))
        #expect(table.rows.count == 3)
    }

    @Test(arguments: [
        "sep=,\r\nid,name\r\nuv-1,An\r\n", "SEP=;\nid;name\nuv-1;An\n", "\u{FEFF}sep=\t\nid\tname\nuv-1\tAn\n",
        "id,name,,\nuv-1,An,,\n,,,\n", "id,name,,\nuv-1,An\n", "id,,name\nuv-1,,An\n",
        "id,name\nuv-1,An\n\u{A0},\u{AD}\n\"\",\" \"\n", "id,name, \nuv-1,An,\u{A0}\n",
    ])
    func moreOfTheKind(text: String) throws {
        #expect(try voters(text).map(\.name) == ["An"])
    }

    @Test func whatSaysSomethingIsNotPassedOver() throws {
        #expect(try faults { _ = try voters("id,name,\nuv-1,An,x\n") }.map(\.column) == ["3"])
        #expect(try faults { _ = try voters("id,name\nuv-1,An\nuv-2,\n") }.map(\.reason) == [.emptyField])
        #expect(try faults { _ = try voters("sep=x\nid,name\n") }.map(\.reason).contains(.wrongFieldCount))
    }

    // MARK: - Old encodings

    @Test(arguments: [("tcvn3-units", "TCVN3"), ("vni-units", "VNI")])
    func unitsInAnOldEncodingAreRefusedAndConverted(_ name: String, _ encoding: String) throws {
        let (bytes, profile) = (try Self.file(name), try profile("lai-chau-05-hd-tu"))
        let faults = try faults { _ = try UnitTable(parsing: bytes, profile: profile) }
        #expect(faults.map(\.reason) == [.legacyEncoding])
        #expect(faults[0].line == 2 && faults[0].column == "name")
        #expect(faults[0].detail.vietnamese == "\(encoding): “Chi bộ thôn Nà Hừ”")
        let preview = UnitTable.preview(bytes, profile: profile)
        let conversion = try #require(preview.conversion)
        #expect(conversion.encoding.rawValue == encoding)
        let converted = try UnitTable(parsing: conversion.bytes, profile: profile)
        #expect(converted.rows.map(\.unit.name) == ["Chi bộ thôn Nà Hừ"])
    }

    @Test(arguments: [
        (LegacyEncoding.tcvn3, "§¶ng uû x· B¾c K¹n", "Đảng uỷ xã Bắc Kạn"),
        (.tcvn3, "NguyÔn ThÞ Hång H¹nh", "Nguyễn Thị Hồng Hạnh"), (.tcvn3, "Lß V¨n Phóc", "Lò Văn Phúc"),
        (.vni, "Ñaûng uûy xaõ Baéc Kaïn", "Đảng ủy xã Bắc Kạn"),
        (.vni, "Nguyeãn Thò Hoàng Haïnh", "Nguyễn Thị Hồng Hạnh"),
        (.vni, "Phôø Myõ Leä", "Phờ Mỹ Lệ"), (.windows1252, "Ä\u{90}áº£ng á»§y xÃ£", "Đảng ủy xã"),
        (.windows1252, "Nguyá»…n VÄƒn An", "Nguyễn Văn An"), (.windows1252, "LÃ² VÄƒn PhÃºc", "Lò Văn Phúc"),
    ])
    func oldEncodingsAreRecognised(_ encoding: LegacyEncoding, _ typed: String, _ meant: String) {
        #expect(LegacyEncoding.recognised(in: typed) == encoding)
        #expect(encoding.converted(typed) == meant.precomposedStringWithCanonicalMapping)
    }

    @Test(arguments: [
        "Đảng ủy xã Bum Tở", "Chi bộ 1", "Hoà", "Bá Hòa", "Lý Hà", "Vàng A Páo", "Y Blŏk Êban", "K’Brĕ",
        "Bản Óc – khu 2",
        "Trần Thị Ngoạn", "Quách Thuỷ", "Khuất Duy Tiến", "Nguyễn Khoẻ", "Chi bộ Tổ 5 · Nà Lẻ", "Chế Á", "Tòng Văn Oai",
        "Hội Phụ nữ", "Giàng Seo Sử", "Ma Thị Ghềnh", "Phòng Nghiệp vụ (số 3)", "Lò  Văn Phúc", "H'Hen Niê",
        "Ksor Phước",
    ])
    func namesInUnicodeAreLeftAlone(_ name: String) {
        #expect(LegacyEncoding.recognised(in: name) == nil)
        #expect(LegacyEncoding.recognised(in: name.decomposedStringWithCanonicalMapping) == nil)
    }

    @Test func onlyWhatIsInTheOldEncodingIsConverted() throws {
        let text = "mã,họ và tên,chức vụ\nuv-1,Lß V¨n Phóc,Bí thư\nuv-2,\"T¹ \"\"An\"\"\",\n"
        let conversion = try #require(VoterTable.preview(Array(text.utf8)).conversion)
        let rows = try VoterTable(parsing: conversion.bytes).rows
        #expect(rows.map(\.name) == ["Lò Văn Phúc", "Tạ \"An\""] && rows[0].position == "Bí thư")
        #expect(VoterTable.preview(Array("id,name\nuv-1,An\n".utf8)).conversion == nil)
    }

    // MARK: - One name, many spellings

    @Test(arguments: ["halfcomposed-dup", "hoa", "two-spaces"])
    func onePersonTwiceIsAskedAbout(_ name: String) throws {
        let found = try faults { _ = try VoterTable(parsing: Self.file(name)) }
        #expect(found.map(\.reason) == [.repeatedName] && found[0].line == 3)
    }

    @Test func oneStrokeIsOneLetter() throws {
        let found = try faults {
            _ = try UnitTable(parsing: Self.file("dstroke-units"), profile: profile("lai-chau-05-hd-tu"))
        }
        #expect(found.map(\.reason) == [.repeatedName, .repeatedName] && found.map(\.line) == [3, 4])
        #expect(try voters("id,name\na,Ðức\nb,Ɖạt\nc,nguyễn ðào\n").map(\.name) == ["Đức", "Đạt", "nguyễn đào"])
    }

    @Test(arguments: [
        ("nbsp-header", "An"), ("softhyphen", "Lò Văn Phúc"),
    ])
    func whatCannotBeSeenMeansNothing(_ name: String, _ expected: String) throws {
        #expect(try VoterTable(parsing: Self.file(name)).rows.map(\.name) == [expected])
    }

    @Test func aLineBreakInACellIsASpace() throws {
        let table = try UnitTable(parsing: Self.file("altenter"), profile: profile("lai-chau-05-hd-tu"))
        #expect(table.rows.map(\.unit.name) == ["Chi bộ thôn Nà Hừ"])
    }

    @Test(arguments: [
        "id,name\nuv-1,\"Lò\r\nVăn\u{2007}Phúc\"\n", "ID,\"HỌ  VÀ\nTÊN\"\nuv-1,Lò\u{200B} Văn\u{202F}Phúc\n",
        "id,name\n uv-1\u{A0},Lo\u{300} Va\u{306}n Phu\u{301}c\n", "mã,ho\u{323} và tên\nuv-1,\"\tLò Văn Phúc \"\n",
    ])
    func moreThatMeansNothing(text: String) throws {
        let rows = try voters(text)
        #expect(rows.map(\.name) == ["Lò Văn Phúc"] && rows[0].id == "uv-1")
        #expect(Array(rows[0].name.utf8) == Array("Lò Văn Phúc".precomposedStringWithCanonicalMapping.utf8))
    }

    @Test(arguments: [
        ("K\u{202E}h", "ký tự thứ 2 là U+202E RIGHT-TO-LEFT OVERRIDE"), ("Lò\u{7}", "ký tự thứ 3 là U+0007"),
        ("\u{E000}x", "ký tự thứ 1 là U+E000"),
    ])
    func whatMayNotBeThereIsNamed(name: String, words: String) throws {
        let fault = try faults { _ = try voters("id,name\nuv-1,\(name)\n") }.first
        #expect(fault?.reason == .badText && fault?.detail.vietnamese == words)
    }

    // MARK: - Names as keys

    @Test(arguments: [
        [
            "Đảng ủy xã", "Đảng uỷ xã", "Đảng  ủy xã", " ĐẢNG ỦY XÃ", "Ðảng ủy xã", "Đảng ủy\u{A0}xã",
            "Đảng uy\u{309} xa\u{303}",
        ],
        ["Hòa", "Hoà", "HOÀ", "Ho\u{300}a"], ["Khoẻ", "Khỏe"], ["Quý", "Qúy"],
    ])
    func spellingsOfOneNameFoldToOne(names: [String]) {
        #expect(Set(names.flatMap { [$0, $0.decomposedStringWithCanonicalMapping] }.map(FoldedName.init)).count == 1)
    }

    @Test func namesOfOthersDoNot() {
        let names = ["Hòa", "Hoa", "Hóa", "Hoả", "Đào", "Dào", "Thủy", "Thùy", "Tuấn", "Tuân", "An Thị", "Anthị"]
        #expect(Set(names.map(FoldedName.init)).count == names.count)
    }
}
