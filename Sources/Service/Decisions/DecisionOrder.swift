import Recognition
import StrictEncoding

/// What a signer gives with an order to issue or annul.
struct DecisionOrder: Sendable {
    let date: CalendarDate
    let signer: Signer

    /// Where the numbers of the body's register go on; 1 where nil.
    let firstNumber: Int

    static let members = ["date", "signer"]
    static let optionalMembers = ["firstNumber"]

    init(among object: JSONObjectReader) throws {
        date = try object.member("date").calendarDate()
        signer = try Signer(reading: object.member("signer"))
        firstNumber = try object.optional("firstNumber")?.integer(in: 1...DecisionNumber.largest) ?? 1
    }
}

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
