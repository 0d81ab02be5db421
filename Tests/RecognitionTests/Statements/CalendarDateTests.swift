import Recognition
import StrictEncoding
import TestSupport
import Testing

@Suite struct CalendarDateTests {
    @Test(arguments: ["2026-12-20", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31", "2026-04-30"])
    func readsAndWrites(text: String) throws { #expect(try CalendarDate(parsing: text).description == text) }

    @Test(arguments: [
        "2026-02-29", "1900-02-29", "2100-02-29", "2026-13-01", "2026-00-01", "2026-01-00", "2026-04-31",
        "0000-01-01", "2026-1-01", "2026-01-1", "26-01-01", "2026/01/01", "20260101", "", "2026-01-01 ",
        "2026-01-01T", "+026-01-01", "٢٠٢٦-01-01", "2026-01-32",
    ])
    func refuses(text: String) {
        #expect(throws: MalformedInput.self) { try CalendarDate(parsing: text) }
    }

    @Test func everyDayOfFourCenturies() throws {
        var count = 0
        for year in 1601...2000 {
            for month in 1...12 {
                for day in 1...31 where (try? CalendarDate(year: year, month: month, day: day)) != nil { count += 1 }
            }
        }
        #expect(count == 146_097)
    }

    @Test func inVietnamese() throws {
        #expect(try CalendarDate(parsing: "2026-01-05").vietnamese == "ngày 05 tháng 01 năm 2026")
        #expect(try CalendarDate(parsing: "2026-03-15").vietnamese == "ngày 15 tháng 3 năm 2026")
    }

    @Test func ordered() throws {
        let dates = try ["2025-12-31", "2026-01-01", "2026-01-02", "2026-02-01"].map(CalendarDate.init(parsing:))
        var random = SeededRandom()
        #expect(dates == dates.shuffled(using: &random).sorted(), "\(random)")
    }
}
