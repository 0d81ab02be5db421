/// The one spelling of a name (ISO 32000-2, 7.3.5): printable ASCII stands for itself unless it delimits; the rest,
/// and `#`, as `#` and two capital digits. Two spellings of a name are then one text.
enum PDFName {
    static func canonical(_ raw: some Collection<UInt8>) -> String {
        if raw.allSatisfy(isPlain) { return String(decoding: Array(raw), as: UTF8.self) }
        var spelled: [UInt8] = []
        for byte in raw {
            if isPlain(byte) {
                spelled.append(byte)
            } else {
                spelled.append(UInt8(ascii: "#"))
                Hex.write(byte, to: &spelled)
            }
        }
        return String(decoding: spelled, as: UTF8.self)
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        (0x21...0x7E).contains(byte) && byte != UInt8(ascii: "#") && !PDFScanner.isDelimiter(byte)
    }
}

extension PDFName {
    /// What a spelled name says; nil where it is not UTF-8.
    static func text(_ canonical: String) -> String? {
        var raw: [UInt8] = []
        var rest = Array(canonical.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "#"), let decoded = Hex.decode(rest.prefix(2)) {
                raw += decoded
                rest = rest.dropFirst(2)
            } else {
                raw.append(byte)
            }
        }
        return String(validating: raw, as: UTF8.self)
    }
}
