import ArgumentParser
import Recognition

struct CardsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cards",
        abstract: "Make the voters' access codes (mã bỏ phiếu) here, without the server.",
        discussion: """
            Writes two tables. --out-voters has each voter's public key: that one goes to the server. --out-cards has
            the codes, to be printed, cut and handed over in person, and then destroyed. The codes never go to the
            server: with them it could vote in the members' names.
            """)

    @Argument(help: ArgumentHelp("The members of the committee (CSV).", valueName: "roster"))
    var roster: String

    @Option(help: ArgumentHelp("Where to write the voters with their public keys.", valueName: "csv"))
    var outVoters: String

    @Option(help: ArgumentHelp("Where to write the cards; only you will be able to read them.", valueName: "csv"))
    var outCards: String

    func run() async throws {
        let cards = try AccessCards(for: VoterTable(parsing: InputFile.read(roster)))
        try SecretFile.write(cards.cardsTable, to: outCards)
        try OutputFile.write(cards.votersTable(), to: outVoters)
        Terminal.say("\(cards.voters.count) voters: \(outVoters) for the server, \(outCards) for printing.")
        Terminal.say("Never send \(outCards) to the server or by mail; destroy it when the cards are handed over.")
    }
}
