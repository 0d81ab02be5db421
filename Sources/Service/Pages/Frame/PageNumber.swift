import Foundation

/// A whole number as a page writes it.
struct PageNumber {
    let value: Int
    let language: PageLanguage

    func transform(_ name: String) -> Any? {
        switch name {
        case "date": written(language == .vietnamese ? "dd/MM/yyyy" : "d MMMM yyyy")
        case "time": written("HH:mm")
        case "moment": moment
        case "grouped": grouped
        case "zero": value == 0
        case "next": value + 1
        default: nil
        }
    }

    var moment: String { written(language == .vietnamese ? "HH:mm, dd/MM/yyyy" : "d MMMM yyyy, HH:mm") }

    /// As seconds since 1970, by the clocks of Vietnam, wherever the server stands.
    private func written(_ format: String) -> String {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: language == .vietnamese ? "vi_VN" : "en_GB")
        formatter.timeZone = TimeZone(identifier: "Asia/Ho_Chi_Minh")
        formatter.dateFormat = format
        return formatter.string(from: Date(timeIntervalSince1970: TimeInterval(value)))
    }

    private var grouped: String {
        let digits = Array(String(value.magnitude))
        let separator = language == .vietnamese ? "." : ","
        var text = value < 0 ? "-" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { text += separator }
            text.append(digit)
        }
        return text
    }
}
