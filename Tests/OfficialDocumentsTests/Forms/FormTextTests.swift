import Foundation
import Recognition
import Testing

@testable import OfficialDocuments

/// What each form says, read back from its pages.
@Suite struct FormTextTests {
    private func words(_ form: some OfficialForm) throws -> String { try Printing.pages(form).words }

    @Test func aDecisionOnOneUnit() throws {
        let words = try words(FormFixtures.decision())
        #expect(words.contains("Căn cứ Hướng dẫn số 05-HD/TU ngày 03/5/2024 của Tỉnh ủy Lai Châu"))
        #expect(words.contains("bỏ phiếu kín ngày 18 tháng 12 năm 2026 của Đảng ủy xã Bum Tở,"))
        #expect(words.contains("Điều 1. Công nhận Chi bộ bản Nậm Xẻ số 1 đạt “chi bộ bốn tốt” năm 2026."))
        #expect(!words.contains("danh sách kèm theo"))
    }

    @Test func aDecisionOnMany() throws {
        let pages = try Printing.pages(FormFixtures.decision(units: 9))
        #expect(pages.pageCount == 2)
        #expect(
            pages.words.contains("Điều 1. Công nhận 09 chi bộ đạt “chi bộ bốn tốt” năm 2026 (có danh sách kèm theo)."))
        #expect(pages.pages[1].contains("DANH SÁCH"))
        for number in 1...9 { #expect(pages.pages[1].contains("Chi bộ bản Nậm Xẻ số \(number)")) }
        #expect(!pages.pages[1].contains("Danh hiệu được"))
    }

    @Test func aStandingCommitteesDecision() throws {
        let words = try words(FormFixtures.districtDecision(units: 9))
        #expect(words.contains("T/M BAN THƯỜNG VỤ") && words.contains("Số 12-QĐ/HU"))
        #expect(words.contains("BAN THƯỜNG VỤ HUYỆN ỦY THAN UYÊN QUYẾT ĐỊNH:"))
        #expect(words.contains("Than Uyên, ngày 05 tháng 02 năm 2026"))
        #expect(words.contains("Danh hiệu được"))
        #expect(words.contains("“chi bộ bốn tốt”, “đảng bộ cơ sở bốn tốt” năm 2026"))
    }

    @Test(arguments: [true, false])
    func anAnnulment(ballot: Bool) throws {
        let words = try words(FormFixtures.annulment(ballot: ballot))
        #expect(words.contains("tại Quyết định số 12-QĐ/ĐU, ngày 20 tháng 12 năm 2026 của Đảng ủy xã Bum Tở."))
        #expect(words.contains("Xét lý do: Qua kiểm tra,"))
        #expect(words.contains("“Cán bộ, đảng viên tốt”, ĐẢNG ỦY XÃ BUM TỞ QUYẾT ĐỊNH:"))
        #expect(words.contains("bỏ phiếu kín") == ballot)
    }

    @Test func aBallot() throws {
        let words = try words(FormFixtures.ballot())
        #expect(words.contains("PHIẾU ĐÁNH GIÁ") && words.contains("Mẫu 03-PĐG") && words.contains("(Dấu của cấp ủy)"))
        #expect(words.contains("Phiếu không ghi tên, không ký tên."))
        #expect(!words.contains("không dùng để bỏ phiếu"))
    }

    @Test func aSpecimenSaysSo() throws {
        #expect(try words(FormFixtures.ballot(specimen: true)).contains("không dùng để bỏ phiếu"))
    }

    @Test func anAnnulmentBallotHasItsOwnChoices() throws {
        let words = try words(FormFixtures.ballot(units: 1, kind: .annulment))
        #expect(words.contains("Đồng ý hủy bỏ") && words.contains("Không đồng ý") && !words.contains("Không đạt"))
    }

    @Test func minutesHaveEveryFigure() throws {
        let words = try words(FormFixtures.minutes())
        let lines = [
            "Số được triệu tập: 14 đồng chí.", "Có mặt: 13 đồng chí.", "Vắng mặt không có lý do: 01 đồng chí.",
            "vắng cả hội nghị (không tính vào số được triệu tập): 01 đồng chí.", "Số phiếu phát ra: 156.",
            "Số phiếu thu vào: 156.", "Số phiếu hợp lệ: 154.", "Số phiếu không hợp lệ: 01.",
            "Mã đợt bỏ phiếu: 5JRE-7BVB-YW1E-EP0C-V5KA", "00010203 04050607", "Được công nhận",
            "Không được công nhận", "7/14 (50 %)", "12/14", "(85,71 %)",
            "“Cán bộ, đảng viên tốt”: được 7 phiếu, cần ít nhất 8, thiếu 1.", "BAN KIỂM PHIẾU",
            "Hoàng Thị Bích Ngọc, Trưởng ban",
        ]
        for line in lines { #expect(words.contains(line), "\(line)") }
    }

    @Test func minutesSayWhatFindersContradict() throws {
        let collected = [Int](repeating: 13, count: 12)
        for (found, says) in [(13, false), (14, true)] {
            let finders = FinderCounts(found: found, collected: collected)
            let words = try words(FormFixtures.minutes(finders: finders))
            #expect(words.contains("Mâu thuẫn:") == says, "\(found)")
            if says {
                #expect(words.contains("Mâu thuẫn: 14 người nói đã thấy đủ phiếu của mình, nhưng ở 12 nội dung"))
            }
        }
    }

    @Test func aNoticeHasBothLists() throws {
        let words = try words(FormFixtures.notice())
        #expect(words.contains("Số 15-TB/ĐU") && words.contains("- Chi bộ bản Nậm Xẻ số 1."))
        #expect(words.contains("- Chi bộ bản Nậm Xẻ số 2. “Cán bộ, đảng viên tốt”: được 7 phiếu"))
        #expect(words.contains("phải xây dựng kế hoạch khắc phục"))
    }

    @Test func aNoticeWithoutFailuresSaysNone() throws {
        let words = try words(FormFixtures.notice(failing: []))
        #expect(words.contains("- Không có.") && !words.contains("kế hoạch khắc phục"))
    }

    @Test func theUnitsPapers() throws {
        let plan = try words(PlanForm(FormFixtures.paper()))
        #expect(plan.contains("KẾ HOẠCH Xây dựng “chi bộ bốn tốt” Năm 2026"))
        #expect(plan.contains("II. NỘI DUNG, CHỈ TIÊU, BIỆN PHÁP THỰC HIỆN"))
        let report = try words(SelfAssessmentForm(FormFixtures.paper()))
        #expect(report.contains("BÁO CÁO") && report.components(separatedBy: "Không đạt").count == 6)
    }

    @Test(arguments: [(1, 1), (8, 1), (9, 2), (17, 3)])
    func slipsAreEightAPage(count: Int, pages: Int) throws {
        let printed = try Printing.pages(FormFixtures.slips(count))
        #expect(printed.pageCount == pages)
        #expect(printed.plain.components(separatedBy: "THẺ VÀO PHIẾU").count == count + 1)
        #expect(printed.plain.contains("4N0KC-7Q9XA-"))
    }

    @Test func anAttendanceSheetHasALineForEach() throws {
        let words = try words(FormFixtures.attendance(30))
        for number in 1...30 { #expect(words.contains("Giàng Thị Mỷ \(number) ") || words.contains(" \(number) ")) }
        #expect(words.contains("Số được mời: 30 đồng chí."))
    }
}
