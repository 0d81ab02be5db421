import ArgumentParser
import Recognition

/// Who signs, and on which day.
struct SignerOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The signer's name (họ và tên người ký).", valueName: "name"))
    var signerName: String

    @Option(help: ArgumentHelp("The signer's position (chức vụ), such as “Bí thư”.", valueName: "text"))
    var signerPosition: String

    @Option(help: ArgumentHelp("The decision's date, as 2026-12-20.", valueName: "date"))
    var date: String

    /// - Throws: `MalformedInput`.
    func signer() throws -> Signer { try Signer(name: signerName, position: signerPosition) }

    /// - Throws: `MalformedInput`.
    func day() throws -> CalendarDate { try CalendarDate(parsing: date) }
}
