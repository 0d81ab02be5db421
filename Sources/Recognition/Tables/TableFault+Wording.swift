extension TableFault {
    /// The fault in words, with its line: "line 7, column “name”: the field is empty".
    public var text: BilingualText {
        let place = column.map { BilingualText(", cột “\($0)”", ", column “\($0)”") } ?? BilingualText("", "")
        let what = described
        return BilingualText(
            "dòng \(line)\(place.vietnamese): \(what.vietnamese)", "line \(line)\(place.english): \(what.english)")
    }

    /// The fault in words, for whoever looks at its line: "“name”: the field is empty".
    public var words: BilingualText {
        let place = column.map { "“\($0)”: " } ?? ""
        return BilingualText(place + described.vietnamese, place + described.english)
    }

    private var described: BilingualText {
        let words = reason.text
        return BilingualText(
            words.vietnamese + (detail.vietnamese.isEmpty ? "" : " (\(detail.vietnamese))"),
            words.english + (detail.english.isEmpty ? "" : " (\(detail.english))"))
    }
}

extension TableFault.Reason {
    var text: BilingualText {
        switch self {
        case .tooLarge: BilingualText("bảng quá lớn", "the table is too large")
        case .notUTF8:
            BilingualText(
                "không phải UTF-8; hãy lưu lại dạng “CSV UTF-8”", "not UTF-8; save it again as “CSV UTF-8”")
        case .legacyEncoding:
            BilingualText(
                "gõ bằng bảng mã cũ, không phải Unicode; hãy chuyển cả bảng sang Unicode",
                "typed in an old encoding, not in Unicode; convert the whole table to Unicode")
        case .syntax: BilingualText("sai định dạng CSV", "not well-formed CSV")
        case .noRows: BilingualText("bảng không có dòng nào", "the table has no rows")
        case .missingColumn: BilingualText("thiếu cột", "the column is missing")
        case .repeatedColumn: BilingualText("cột lặp lại", "the column is there twice")
        case .unknownColumn: BilingualText("cột không rõ", "unknown column")
        case .wrongFieldCount: BilingualText("số ô không đúng", "wrong number of fields")
        case .emptyField: BilingualText("ô trống", "the field is empty")
        case .badText:
            BilingualText(
                "nội dung quá dài hoặc có ký tự không nhìn thấy được",
                "the text is too long or has an invisible character")
        case .badIdentifier:
            BilingualText(
                "mã phải gồm 1–64 chữ cái không dấu, chữ số, “.”, “-”, “_”",
                "an id is 1 to 64 unaccented letters, digits, “.”, “-”, “_”"
            )
        case .badNumber: BilingualText("không phải số nguyên hợp lệ", "not a whole number in range")
        case .badKey:
            BilingualText("khóa phải là 65 byte dạng base64url", "a key is 65 bytes in base64url, the first 04")
        case .unknownKind: BilingualText("loại tổ chức không rõ", "unknown kind of organization")
        case .repeatedIdentifier: BilingualText("mã lặp lại", "the id is there twice")
        case .repeatedName:
            BilingualText(
                "tên lặp lại; có phải là một không? Nếu là hai, ghi thêm để phân biệt (chức vụ, năm sinh)",
                "the name is there twice: one and the same? If two, tell them apart (by position, year of birth)")
        case .repeatedKey: BilingualText("khóa lặp lại", "the key is there twice")
        }
    }
}
