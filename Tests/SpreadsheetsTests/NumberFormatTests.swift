import Testing

@testable import Spreadsheets

@Suite struct NumberFormatTests {
    @Test(arguments: [
        ("General", "0.30000000000000004", "0.3"), ("General", "7", "7"), ("General", "-0", "0"),
        ("General", "1E-3", "0.001"), ("General", "1.5e3", "1500"), ("General", "012", "12"),
        ("General", "123456789012345678", "123456789012346000"), ("General", "-0.5", "-0.5"),
        ("0", "2.5", "3"), ("0", "-2.5", "-3"), ("0", "0.4", "0"), ("0", "-0.4", "0"), ("0", "999.5", "1000"),
        ("000", "7", "007"), ("000", "1234", "1234"), ("#,##0", "1234567", "1234567"), ("0.00", "5", "5.00"),
        ("0.0#", "1.25", "1.25"), ("0.0#", "1.2", "1.2"), ("0.0#", "1.256", "1.26"), ("0.00", "0.005", "0.01"),
        ("0%", "0.95", "95%"), ("0.0%", "0.875", "87.5%"), ("0%", "0", "0%"), ("0.00%", "1", "100.00%"),
        ("\"CB\"000", "7", "CB007"), ("0 \"người\"", "12", "12"), ("[Red]0", "3", "3"), ("0;[Red]-0", "-3", "-3"),
        ("\\C\\B00", "7", "CB07"), ("_(* #,##0_)", "12", "12"), ("[$-42A]0", "1", "1"), ("\"số \"0", "1", "1"),
        ("0.00E+00", "1234", "1234"), ("# ?/?", "0.5", "0.5"), ("@", "007", "7"), ("0,", "5000", "5000"),
        ("dd/mm/yyyy", "46053", "2026-01-31"), ("[$-42A]d mmmm yyyy", "46053", "2026-01-31"),
        ("yyyy\\-mm\\-dd", "60", "60"), ("dd/mm/yyyy", "59", "1900-02-28"), ("dd/mm/yyyy", "61", "1900-03-01"),
        ("dd/mm/yyyy", "1", "1900-01-01"), ("d/m/y", "0", "0"), ("m/d/yy h:mm", "46053.3541666667", "2026-01-31 08:30"),
        ("h:mm", "0.354166666666667", "08:30"), ("h:mm:ss", "0.3542", "08:30:03"), ("[h]:mm", "1.25", "30:00"),
        ("mm:ss", "0.000694444444", "00:01"), ("mmm-yy", "46053", "2026-01-31"), ("d/m/y", "2958465", "9999-12-31"),
        ("d/m/y", "2958466", "2958466"), ("d/m/y", "-1", "-1"), ("d/m/y", "46053.9999999", "2026-02-01"),
    ])
    func shows(code: String, value: String, shown: String) {
        #expect(NumberFormat(code: code).shown(value, .year1900) == shown, "\(code)")
    }

    @Test func countsFrom1904WhereTheWorkbookDoes() {
        #expect(NumberFormat.date.shown("44591", .year1904) == "2026-01-31")
        #expect(NumberFormat.date.shown("0", .year1904) == "1904-01-01")
    }

    @Test(arguments: ["", "-", ".", "1e", "0x10", "1 2", "1,5", "nan", "inf", "1e99999", "١"])
    func isNoNumber(text: String) { #expect(ShownNumber(text) == nil) }

    /// Each day from one end of the calendar to the other is the one after the day before it.
    @Test func daysFollowEachOther() throws {
        var (year, month, day) = (1900, 3, 1)
        for serial in stride(from: 61, through: 120_000, by: 1) {
            let text = try #require(NumberFormat.date.shown("\(serial)", .year1900))
            let parts = text.split(separator: "-").compactMap { Int($0) }
            try #require(parts == [year, month, day])
            let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
            let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
            day += 1
            if day > lengths[month - 1] { (month, day) = (month + 1, 1) }
            if month > 12 { (year, month) = (year + 1, 1) }
        }
    }

    @Test(arguments: [
        (9, "0.95", "95%"), (14, "46053", "2026-01-31"), (22, "46053.5", "2026-01-31 12:00"), (2, "1", "1.00"),
        (49, "7", "7"), (46, "2", "48:00"),
    ])
    func knowsWhatFilesNeedNotWrite(id: Int, value: String, shown: String) {
        #expect(NumberFormat(builtIn: id).shown(value, .year1900) == shown)
    }
}
