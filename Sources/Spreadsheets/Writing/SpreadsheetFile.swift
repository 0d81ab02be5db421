import CXLSXWriter
import Glibc

/// Writes `.xlsx`: the only owner of libxlsxwriter's workbook.
@safe public final class SpreadsheetFile {
    /// How many rows below the header a column's drop-down reaches.
    private static let choiceRows: UInt32 = 5_000

    private let workbook: UnsafeMutablePointer<lxw_workbook>
    private let header, plain, date: UnsafeMutablePointer<lxw_format>?
    private var lists: UnsafeMutablePointer<lxw_worksheet>?
    private var listCount: UInt16 = 0

    /// - Returns: the file.
    /// - Throws: `SpreadsheetWritingFault`.
    public static func bytes(_ sheets: [SheetDraft]) throws(SpreadsheetWritingFault) -> [UInt8] {
        // The library writes to a name, and what it writes need not be on any disk.
        let descriptor = spreadsheet_memory_file()
        guard descriptor >= 0 else { throw SpreadsheetWritingFault(description: "no memory for a spreadsheet") }
        defer { close(descriptor) }
        try write(sheets, to: "/proc/self/fd/\(descriptor)")
        return try read(descriptor)
    }

    private static func write(_ sheets: [SheetDraft], to path: String) throws(SpreadsheetWritingFault) {
        guard let workbook = unsafe workbook_new(path) else {
            throw SpreadsheetWritingFault(description: "the spreadsheet cannot be begun")
        }
        let file = unsafe SpreadsheetFile(workbook)
        var fault: SpreadsheetWritingFault?
        do throws(SpreadsheetWritingFault) {
            for sheet in sheets { try file.add(sheet) }
        } catch {
            fault = error
        }
        // Whatever happened, this alone frees it.
        let status = unsafe workbook_close(workbook)
        if let fault { throw fault }
        try check(status)
    }

    private static func read(_ descriptor: CInt) throws(SpreadsheetWritingFault) -> [UInt8] {
        let size = lseek(descriptor, 0, SEEK_END)
        var got = 0
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: max(0, size)) { buffer, filled in
            while got < size {
                let count = unsafe pread(descriptor, buffer.baseAddress.map { unsafe $0 + got }, size - got, got)
                guard count > 0 else { break }
                got += count
            }
            filled = got
        }
        guard got == size, size > 0 else { throw SpreadsheetWritingFault(description: "the spreadsheet was cut short") }
        return bytes
    }

    private init(_ workbook: UnsafeMutablePointer<lxw_workbook>) {
        unsafe self.workbook = workbook
        unsafe (header, plain, date) = (
            workbook_add_format(workbook), workbook_add_format(workbook), workbook_add_format(workbook)
        )
        unsafe format_set_bold(header)
        unsafe format_set_text_wrap(header)
        unsafe format_set_align(header, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        // Text: what somebody types below stays as typed, zeros in front included.
        unsafe format_set_num_format(plain, "@")
        unsafe format_set_num_format(date, "dd/mm/yyyy")
    }

    private func add(_ draft: SheetDraft) throws(SpreadsheetWritingFault) {
        guard let sheet = unsafe workbook_add_worksheet(workbook, draft.name) else {
            throw SpreadsheetWritingFault(description: "a sheet's name is too long, there twice, or has []:*?/\\ in it")
        }
        for (index, column) in draft.columns.enumerated() {
            let place = UInt16(index)
            try Self.check(unsafe worksheet_set_column(sheet, place, place, Double(column.width), plain))
            try Self.check(unsafe worksheet_write_string(sheet, 0, place, column.title, header))
            if !column.choices.isEmpty { try unsafe offer(column.choices, sheet, place) }
        }
        for (row, cells) in draft.rows.enumerated() {
            for (column, cell) in cells.enumerated() {
                try Self.check(unsafe write(cell, sheet, UInt32(row + 1), UInt16(column)))
            }
        }
        unsafe worksheet_freeze_panes(sheet, 1, 0)
        guard !draft.columns.isEmpty else { return }
        let last = UInt32(max(1, draft.rows.count))
        try Self.check(unsafe worksheet_autofilter(sheet, 0, 0, last, UInt16(draft.columns.count - 1)))
    }

    private func write(
        _ cell: SheetDraft.Cell, _ sheet: UnsafeMutablePointer<lxw_worksheet>, _ row: UInt32, _ column: UInt16
    ) -> lxw_error {
        switch cell {
        case .empty: return LXW_NO_ERROR
        case .text(let text): return unsafe worksheet_write_string(sheet, row, column, text, plain)
        case .number(let number): return unsafe worksheet_write_number(sheet, row, column, number, nil)
        case .date(let year, let month, let day):
            var time = lxw_datetime(
                year: CInt(year), month: CInt(month), day: CInt(day), hour: 0, min: 0, sec: 0)
            return unsafe worksheet_write_datetime(sheet, row, column, &time, date)
        }
    }

    // MARK: - Drop-downs

    private func offer(
        _ choices: [String], _ sheet: UnsafeMutablePointer<lxw_worksheet>, _ column: UInt16
    ) throws(SpreadsheetWritingFault) {
        let formula = try listed(choices)
        var rule = unsafe lxw_data_validation()
        let status = unsafe withUnsafeMutablePointer(to: &rule) { rule in
            unsafe formula.withCString { formula in
                unsafe rule.pointee.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
                unsafe rule.pointee.value_formula = UnsafeMutablePointer(mutating: formula)
                // Another word is not refused: whoever reads the table says what is wrong with it, and why.
                unsafe rule.pointee.error_type = UInt8(LXW_VALIDATION_ERROR_TYPE_WARNING.rawValue)
                return unsafe worksheet_data_validation_range(sheet, 1, column, Self.choiceRows, column, rule)
            }
        }
        try Self.check(status)
    }

    /// Writes a list into a sheet that nobody sees.
    /// - Returns: where it is, as a formula.
    private func listed(_ choices: [String]) throws(SpreadsheetWritingFault) -> String {
        if unsafe lists == nil { unsafe lists = workbook_add_worksheet(workbook, "Danh mục") }
        guard let sheet = unsafe lists else { throw SpreadsheetWritingFault(description: "a sheet's name is taken") }
        unsafe worksheet_hide(sheet)
        for (row, choice) in choices.enumerated() {
            try Self.check(unsafe worksheet_write_string(sheet, UInt32(row), listCount, choice, plain))
        }
        let letters = SheetBuilder.letters(Int(listCount))
        listCount += 1
        return "='Danh mục'!$\(letters)$1:$\(letters)$\(choices.count)"
    }

    private static func check(_ status: lxw_error) throws(SpreadsheetWritingFault) {
        guard status == LXW_NO_ERROR else {
            throw SpreadsheetWritingFault(description: unsafe String(cString: lxw_strerror(status)))
        }
    }
}
