import SecretBallot
import StrictEncoding
import Testing

@testable import phieukin

struct BoardKeyFileTests {
    @Test func isReadBackAsItWas() throws {
        let key = BoardKeyFile(name: "Hoàng Thị Bích Ngọc")
        let again = try BoardKeyFile(parsing: key.bytes)
        #expect(again.board == key.board)
        #expect(key.board.threshold == 1)
        #expect(key.board.publicKey != key.board.members[0].key)
    }

    @Test func signsNothingForAnotherBoard() throws {
        let manifest = try VectorRound.manifest()
        #expect(throws: Failure.self) { try BoardKeyFile(name: "x").member(of: manifest) }
    }

    @Test func refusesADamagedFile() {
        let text = String(decoding: BoardKeyFile(name: "x").bytes, as: UTF8.self)
        for damaged in [
            "", "{}", text.replacing("board-key/1", with: "board-key/2"), text.replacing("boardKey", with: "k"),
        ] {
            #expect(throws: MalformedInput.self) { try BoardKeyFile(parsing: Array(damaged.utf8)) }
        }
    }
}
