import OpenSSLKit
import Recognition
import StrictEncoding

/// What a signer gives with an order to issue or annul.
struct DecisionOrder: Sendable {
    let date: CalendarDate
    let signer: Signer

    /// Opens the signer's key, for this once; nil where the signature comes from outside.
    let password: SecretBytes?

    /// Where the numbers of the body's register go on; 1 where nil.
    let firstNumber: Int

    static let members = ["date", "signer", "password"]
    static let optionalMembers = ["firstNumber"]

    init(among object: JSONObjectReader) throws {
        date = try object.member("date").calendarDate()
        signer = try Signer(reading: object.member("signer"))
        password = try object.optional("password").map { reader in
            SecretBytes(copying: Array(try reader.string(maximum: 1_000).utf8))
        }
        firstNumber = try object.optional("firstNumber")?.integer(in: 1...DecisionNumber.largest) ?? 1
    }

    /// - Throws: `Problem.wrongKeyPassword` where none was given.
    func requirePassword() throws(Problem) -> SecretBytes {
        guard let password else { throw Problem(.wrongKeyPassword) }
        return password
    }
}
