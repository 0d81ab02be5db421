import ArgumentParser
import Recognition

struct CardsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cards",
        abstract: "Make the voters' access codes (mã bỏ phiếu) here, without the server.",
        discussion: """
            Writes two tables. --out-voters has each voter's public key: that one goes to the server. --out-cards has
            the codes; --out-pdf prints them as access slips (thẻ vào phiếu), to be cut and handed over in person. Both
            are then destroyed. The codes never go to the server: with them it could vote in the members' names. A
            slip's QR code has its code in the address's fragment, which browsers do not send.
            """)

    @Argument(help: ArgumentHelp("The members of the committee (CSV).", valueName: "roster"))
    var roster: String

    @Option(help: ArgumentHelp("Where to write the voters with their public keys.", valueName: "csv"))
    var outVoters: String

    @Option(help: ArgumentHelp("Where to write the cards; only you will be able to read them.", valueName: "csv"))
    var outCards: String

    @OptionGroup(title: "Access slips")
    var printing: SlipsOptions

    func run() async throws {
        let cards = try AccessCards(for: VoterTable(parsing: InputFile.read(roster)))
        let slips = try printing.slips(of: cards)
        try SecretFile.write(cards.cardsTable, to: outCards)
        if let slips { try SecretFile.write(slips.pdf, to: slips.path) }
        try OutputFile.write(cards.votersTable(), to: outVoters)
        let secrets = [outCards, slips?.path].compactMap(\.self).joined(separator: ", ")
        Terminal.say("\(cards.voters.count) voters: \(outVoters) for the server, \(secrets) for printing.")
        Terminal.say("Never send \(secrets) to the server or by mail; destroy all copies when the cards are given out.")
    }
}
