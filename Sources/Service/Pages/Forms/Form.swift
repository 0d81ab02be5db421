import Foundation
import OpenSSLKit
import Recognition
import StrictEncoding

/// What a page's form sent.
struct Form: Sendable {
    /// In the order of the form; a name may come more than once.
    let fields: [(name: String, value: String)]
    let files: [String: [UInt8]]

    init(fields: [(name: String, value: String)] = [], files: [String: [UInt8]] = [:]) {
        self.fields = fields
        self.files = files
    }

    /// No form without a file is larger.
    static let textLimit = 1 << 20

    /// The first value of that name, without white space at its ends; nil for none and for an empty one.
    subscript(name: String) -> String? {
        let value = fields.first { $0.name == name }?.value.trimmingCharacters(in: .whitespacesAndNewlines)
        return value?.isEmpty == false ? value : nil
    }

    func all(_ name: String) -> [String] { fields.filter { $0.name == name }.map(\.value) }

    /// A field that must be filled in, for a strict reader.
    /// - Throws: `MalformedInput` naming the field.
    func reader(_ name: String) throws(MalformedInput) -> JSONReader {
        guard let value = self[name] else { throw MalformedInput(.missingMember, at: name) }
        return JSONReader(.string(value), at: name)
    }

    /// A number that must be filled in.
    func integer(_ name: String, in range: ClosedRange<Int>) throws(MalformedInput) -> Int {
        guard let value = Int(try reader(name).string()), range.contains(value) else {
            throw MalformedInput(.wrongValue, at: name, "a number from \(range.lowerBound) to \(range.upperBound)")
        }
        return value
    }

    /// - Throws: `MalformedInput` where none was chosen.
    func file(_ name: String) throws(MalformedInput) -> [UInt8] {
        guard let file = files[name], !file.isEmpty else { throw MalformedInput(.missingMember, at: name, "a file") }
        return file
    }

    /// As typed, line ends as a text file has them, nothing trimmed: a table that was pasted, a password.
    func raw(_ name: String) -> String {
        (fields.first { $0.name == name }?.value ?? "").replacing("\r\n", with: "\n")
    }

    /// The password of a signer's key, into memory that is wiped.
    func keyPassword() throws -> SecretBytes { SecretBytes(copying: Array(raw("password").utf8)) }

    /// Whether somebody typed the words that say what a step does which cannot be taken back.
    /// - Throws: `Problem.notConfirmed`.
    func confirms(_ words: BilingualText) throws(Problem) { try confirms(anyOf: [words]) }

    /// The same where there are several spellings: Vietnamese is written with the tone on either vowel.
    /// - Throws: `Problem.notConfirmed`.
    func confirms(anyOf words: [BilingualText]) throws(Problem) {
        // Keyboards of phones put a space after what they complete.
        let typed = (self["confirmation"] ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
            .lowercased().precomposedStringWithCanonicalMapping
        guard words.flatMap({ [$0.vietnamese, $0.english] }).contains(where: { $0.lowercased() == typed }) else {
            throw Problem(.notConfirmed)
        }
    }

    /// What a page may show again: no password, no file, no token.
    var typed: JSONValue {
        let shown = fields.filter { !$0.name.lowercased().contains("password") && $0.name != FormGuard.field }
        return .object(shown.map { JSONValue.Member($0.name, .string($0.value)) })
    }
}
