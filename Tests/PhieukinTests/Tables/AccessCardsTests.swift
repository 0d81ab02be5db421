import Recognition
import SecretBallot
import Testing

@testable import phieukin

struct AccessCardsTests {
    @Test func giveTheServerTheKeysAndNothingElse() throws {
        let cards = try AccessCards(for: VoterTable(parsing: TestFiles.example("voters.csv")))
        let voters = try VoterTable(parsing: cards.votersTable())
        #expect(voters.rows.map(\.name) == cards.voters.map(\.name))
        #expect(voters.rows.map(\.birthYear) == cards.voters.map(\.birthYear))
        let table = String(decoding: try cards.votersTable(), as: UTF8.self)
        let printed = try CSVTable(parsing: cards.cardsTable)
        for (voter, row) in zip(voters.rows, printed.rows) {
            let code = try AccessCode(typed: row.fields[3])
            #expect(voter.credentialKey == (try code.credential().publicKey.bytes))
            #expect(!table.contains(row.fields[3]))
        }
        #expect(Set(cards.codes.map(\.printed)).count == 15)
    }
}
