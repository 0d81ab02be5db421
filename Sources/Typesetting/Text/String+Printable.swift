import CPango

extension String {
    /// The text as it may be set: NFC, a line break for each line feed, a space for a tab, and no other control.
    ///
    /// Bidirectional overrides go too: in a name they would make the line read otherwise than it is stored.
    var printable: String {
        var kept = String.UnicodeScalarView()
        for scalar in unicodeScalars { if let scalar = scalar.printable { kept.append(scalar) } }
        return String(kept).composed
    }

    private var composed: String {
        guard !utf8.allSatisfy({ $0 < 0x80 }) else { return self }
        guard let normal = unsafe g_utf8_normalize(self, -1, G_NORMALIZE_NFC) else { return self }
        defer { unsafe g_free(normal) }
        return unsafe String(cString: normal)
    }
}

extension Unicode.Scalar {
    fileprivate var printable: Unicode.Scalar? {
        switch value {
        case 0x0A, 0x2028, 0x2029: "\u{2028}"
        case 0x09: " "
        case 0..<0x20, 0x7F..<0xA0, 0xFEFF, 0xFFF9...0xFFFC: nil
        case 0x200E, 0x200F, 0x061C, 0x202A...0x202E, 0x2066...0x2069: nil
        default: self
        }
    }
}
