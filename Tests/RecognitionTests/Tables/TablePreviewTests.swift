import Recognition
import Testing

/// What a person sees of a table before it is imported.
@Suite struct TablePreviewTests {
    private func preview(_ text: String) -> TablePreview { VoterTable.preview(Array(text.utf8)) }

    @Test func aGoodTableIsShownWhole() {
        let preview = preview("\u{FEFF}mã;họ và tên\r\nuv-1;Lò Văn A\r\n\r\nuv-2;Lò Văn B")
        #expect(preview.isImportable && preview.header == ["mã", "họ và tên"])
        #expect(preview.rows.map(\.line) == [2, 4] && preview.rows[1].fields == ["uv-2", "Lò Văn B"])
    }

    @Test func faultsStandAtTheirLinesBesideGoodOnes() {
        let preview = preview("id,name,birthYear\na,An,1970\nb b,,1970\na,Cúc,x\n")
        #expect(!preview.isImportable && preview.rows.count == 3)
        #expect(preview.faults(on: 2).isEmpty)
        #expect(preview.faults(on: 3).map(\.reason) == [.badIdentifier, .emptyField])
        #expect(Set(preview.faults(on: 4).map(\.reason)) == [.badNumber, .repeatedIdentifier])
        #expect(preview.faults(on: 3).first?.words.vietnamese.hasPrefix("“id”: ") == true)
        #expect(preview.generalFaults.isEmpty)
    }

    @Test func rowsOfTheWrongWidthAreShownToo() {
        let preview = preview("id,name\na,An,1\nb,Bình\nc\n")
        #expect(preview.rows.map(\.fields.count) == [3, 2, 1])
        #expect(preview.faults.list.map(\.line) == [2, 4])
    }

    @Test func whatIsWrongWithTheHeaderIsOnNoRow() {
        let preview = preview("id,nom\na,An\n")
        #expect(Set(preview.generalFaults.map(\.reason)) == [.unknownColumn, .missingColumn])
        #expect(preview.faults(on: 2).isEmpty)
    }

    @Test(arguments: ["", "\n\n", "id,name\na,\"An\n", "id,name\na,A\"n\n"])
    func whatCannotBeTakenApartHasItsFaultAlone(text: String) {
        let preview = preview(text)
        #expect(preview.rows.isEmpty && preview.faults.list.count == 1 && preview.generalFaults.count == 1)
    }

    @Test func bytesOfAnotherEncodingHaveTheirLine() {
        let preview = VoterTable.preview(Array("id,name\na,".utf8) + [0xD0, 0x20])
        #expect(preview.rows.isEmpty && preview.faults.list.map(\.line) == [2])
    }

    @Test func unitsAreJudgedByTheirGuidance() throws {
        let profile = try #require(try GuidanceProfile.bundled("lai-chau-05-hd-tu"))
        let preview = UnitTable.preview(Array("id,name,kind\ncb-1,Chi bộ A,chi bộ cơ sở\n".utf8), profile: profile)
        #expect(!preview.isImportable && preview.generalFaults.allSatisfy { $0.reason == .missingColumn })
        let unknown = UnitTable.preview(Array("id,name,kind\ncb-1,Chi bộ A,tổ\n".utf8), profile: profile)
        #expect(unknown.faults(on: 2).map(\.reason) == [.unknownKind])
    }
}
