import ArgumentParser
import Recognition

/// Who signs, and with what secret.
struct SignerOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The signer's name (họ và tên người ký).", valueName: "name"))
    var signerName: String

    @Option(help: ArgumentHelp("The signer's position (chức vụ), such as “Bí thư”.", valueName: "text"))
    var signerPosition: String

    @Option(help: ArgumentHelp("The decision's date, as 2026-12-20.", valueName: "date"))
    var date: String

    @OptionGroup
    var key: KeyPasswordOptions

    /// - Throws: `MalformedInput`.
    func signer() throws -> Signer { try Signer(name: signerName, position: signerPosition) }

    func day() throws -> CalendarDate { try CalendarDate(parsing: date) }
}
