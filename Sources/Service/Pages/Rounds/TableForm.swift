import Recognition
import StrictEncoding

/// A table that somebody pasted or chose as a file, to be looked at or to be imported.
struct TableForm {
    static let limit = CSVTable.maximumSize + (64 << 10)

    let bytes: [UInt8]

    /// The old encoding that it was typed in, where somebody asked to have it read as what it was meant to say.
    let convertedFrom: LegacyEncoding?

    /// Whether it is to be imported if nothing is wrong with it; else it is only looked at, as all is that was just
    /// converted.
    let isImport: Bool

    /// A file goes before what stands in the text field.
    init(_ form: Form) {
        let file = form.files["file"] ?? []
        let sent = file.isEmpty ? Array(form.raw("table").utf8) : file
        let conversion = form["convert"] == nil ? nil : TableConversion(of: sent)
        bytes = conversion?.bytes ?? sent
        convertedFrom = conversion?.encoding
        isImport = form["import"] != nil && form["convert"] == nil
    }

    /// What was sent, for looking at and mending: without a byte order mark.
    var text: String {
        let text = String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "\n")
        return text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
    }
}
