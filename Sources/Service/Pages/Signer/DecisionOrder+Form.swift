import OpenSSLKit
import Recognition

extension DecisionOrder {
    /// What the forms of signing and annulling have in common: `date`, `signer`, `position`, and perhaps `firstNumber`.
    /// - Throws: `MalformedInput`.
    init(_ form: Form) throws {
        date = try form.reader("date").calendarDate()
        signer = try Signer(
            name: form.reader("signer").typedText(), position: form.reader("position").typedText())
        firstNumber = form["firstNumber"] == nil ? 1 : try form.integer("firstNumber", in: 1...DecisionNumber.largest)
    }
}

extension Form {
    /// The password of a signer's key, into memory that is wiped.
    func keyPassword() throws -> SecretBytes { SecretBytes(copying: Array(raw("password").utf8)) }
}
