import Foundation

extension SecretBytes {
    /// Lends the bytes as OpenSSL takes passwords whose length is told.
    func withPassphrase<Result>(_ body: (UnsafePointer<CChar>?, CInt) throws -> Result) rethrows -> Result {
        try unsafe withUnsafeBytes { bytes in
            try unsafe body(bytes.bindMemory(to: CChar.self).baseAddress, CInt(clamping: bytes.count))
        }
    }

    /// The bytes with a zero after them, for calls that take no length.
    /// - Throws: `CredentialError.malformed` if there is a zero among them.
    func zeroTerminated() throws(CredentialError) -> SecretBytes {
        guard unsafe withUnsafeBytes({ unsafe !$0.contains(0) }) else {
            throw .malformed("password: holds a zero byte")
        }
        return unsafe SecretBytes(count: count + 1) { buffer in
            unsafe withUnsafeBytes { unsafe buffer.copyMemory(from: $0) }
        }
    }
}

/// A password with accents is several strings of bytes, by the keyboard that it is typed on: composed (NFC),
/// decomposed (NFD), or, as Vietnamese keyboards for older programs have it, letters composed and tones apart. Whoever
/// set it need not have typed on the keyboard of whoever opens the file.
extension SecretBytes {
    /// What the same password may be as bytes, as it was typed first; alone if it is not UTF-8.
    var spellings: [SecretBytes] {
        guard let text = unsafe withUnsafeBytes({ unsafe String(validating: $0, as: UTF8.self) }) else { return [self] }
        var spellings = [self]
        for form in [
            text.precomposedStringWithCanonicalMapping, text.decomposedStringWithCanonicalMapping, text.withTonesApart,
        ] {
            let bytes = SecretBytes(copying: form.utf8)
            if !spellings.contains(where: { $0.isEqual(to: bytes) }) { spellings.append(bytes) }
        }
        return spellings
    }

    /// What `open` makes of the first spelling that is the right one.
    /// - Throws: `CredentialError.wrongPassword` if none is; what `open` throws otherwise.
    func trying<Value: ~Copyable>(_ open: (SecretBytes) throws -> Value) throws -> Value {
        for spelling in spellings {
            do {
                return try open(spelling)
            } catch CredentialError.wrongPassword {
                continue
            }
        }
        throw CredentialError.wrongPassword
    }
}

extension String {
    /// Grave, acute, tilde, hook above and dot below.
    private static let tones: Set<Unicode.Scalar> = ["\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}"]

    fileprivate var withTonesApart: String {
        map { letter in
            let scalars = String(letter).decomposedStringWithCanonicalMapping.unicodeScalars
            let (tones, rest) = (scalars.filter(Self.tones.contains), scalars.filter { !Self.tones.contains($0) })
            return String(String.UnicodeScalarView(rest)).precomposedStringWithCanonicalMapping
                + String(String.UnicodeScalarView(tones))
        }.joined()
    }
}
