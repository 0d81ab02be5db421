import CocktailDKG
import OpenSSLKit
import StrictEncoding
import TestSupport
import Testing

@testable import SecretBallot

/// A member's keys after the ceremony: one freeze, one seal, and a sheet of paper that is enough.
struct BoardKeyTests {
    private let board: SmallBoard
    private let holder: BoardKeyHolder

    init() throws {
        board = try SmallBoard.shared.get()
        holder = board.holders[1]
    }

    private var roundID: RoundID { board.manifest.roundID }

    @Test func signsOneFreeze() throws {
        var holder = holder
        let signature = try holder.signFreeze(of: board.manifest, transcript: board.transcript)
        #expect(signature.member == 1 && signature.isValid(in: board.manifest))
        #expect(throws: Never.self) { try holder.signFreeze(of: board.manifest, transcript: board.transcript) }
        let other = try SmallBoard(board.ceremony) { $0.title = "Khác" }
        #expect(throws: BoardKeyFault.otherRound) {
            try holder.signFreeze(of: other.manifest, transcript: board.transcript)
        }
        var again = try BoardKeyHolder(stored: holder.json.encoded())
        #expect(throws: BoardKeyFault.otherRound) {
            try again.signFreeze(of: other.manifest, transcript: board.transcript)
        }
    }

    /// Another's key in the place of a member's, or a transcript of another ceremony.
    @Test func signsOnlyItsOwnBoard() throws {
        var holder = holder
        let members = board.manifest.board.members
        let swapped = try SmallBoard(board.ceremony) { terms in
            let stranger = BoardMember(name: "x", key: SigningKey().publicKey, dkgKey: members[2].dkgKey)
            terms.board = CountingBoard(
                threshold: 2, members: [members[0], members[1], stranger], publicKey: terms.board.publicKey,
                transcript: terms.board.transcript)
        }
        let stranger = try SmallBoard()
        for (manifest, transcript) in [
            (swapped.manifest, board.transcript), (board.manifest, stranger.transcript),
            (stranger.manifest, stranger.transcript), (stranger.manifest, board.transcript),
        ] {
            #expect(throws: BoardKeyFault.otherBoard) {
                try holder.signFreeze(of: manifest, transcript: transcript)
            }
        }
        #expect(holder.frozen == nil)
    }

    @Test func releasesItsShareForOneSeal() throws {
        var holder = holder
        let (seal, other) = (board.seal(1), board.seal(2))
        #expect(throws: BoardKeyFault.otherRound) { try holder.release(for: seal, of: roundID) }
        _ = try holder.signFreeze(of: board.manifest, transcript: board.transcript)
        let share = try holder.release(for: seal, of: roundID)
        #expect(try board.transcript.keys.isShare(P256Scalar(share.share), at: 2))
        #expect(throws: Never.self) { try holder.release(for: seal, of: roundID) }
        #expect(throws: BoardKeyFault.otherSeal) { try holder.release(for: other, of: roundID) }
        #expect(throws: BoardKeyFault.otherRound) { try holder.release(for: seal, of: RoundID(ofManifest: [2])) }
        var again = try BoardKeyHolder(stored: holder.json.encoded())
        #expect(throws: BoardKeyFault.otherSeal) { try again.release(for: other, of: roundID) }
        #expect(again.json == holder.json)
    }

    @Test func refusesADamagedFile() {
        let text = String(decoding: holder.json.encoded(), as: UTF8.self)
        for damaged in ["", "{}", text.replacing("key/2", with: "key/1"), text.replacing("\"share\"", with: "\"s\"")] {
            #expect(throws: MalformedInput.self) { try BoardKeyHolder(stored: Array(damaged.utf8)) }
        }
    }

    // MARK: - The saved copy

    /// The sheet alone opens as the device does.
    @Test func theSheetIsEnough() throws {
        let lines = holder.copy(for: roundID).lines
        #expect(lines.count == 8 && lines.allSatisfy { $0.count == 34 })
        let typed = lines.map { $0.lowercased().replacing("-", with: " ").replacing("0", with: "o") }
        let copy = try BoardKeyCopy(typed: typed)
        #expect(copy.roundID == roundID)
        var restored = try #require(copy.holder(in: board.manifest))
        #expect(restored.place == 1 && restored.name == holder.name)
        #expect(copy.holder(in: try SmallBoard(board.ceremony).manifest) == nil)
        let share = try restored.release(for: board.seal(), of: roundID)
        #expect(share.share == holder.share.bytes.unwipedCopy)
        #expect(share.fault(for: board.seal(), board: board.manifest.board, keys: board.transcript.keys) == nil)
        #expect(throws: BoardKeyFault.otherRound) {
            try restored.release(for: board.seal(), of: RoundID(ofManifest: [2]))
        }
        #expect(throws: BoardKeyFault.otherBoard) {
            try restored.signFreeze(of: board.manifest, transcript: board.transcript)
        }
    }

    /// 12 bits a line: of single characters mistaken or neighbours swapped, all but a few in ten thousand.
    @Test func findsASlipOfThePen() throws {
        let lines = holder.copy(for: roundID).lines
        var (slips, missed) = (0, 0)
        for (line, text) in lines.enumerated() {
            let characters = Array(text)
            for place in characters.indices where characters[place] != "-" {
                var slip = characters
                slip[place] = characters[place] == "7" ? "1" : "7"
                var typed = lines
                typed[line] = String(slip)
                slips += 1
                if (try? BoardKeyCopy(typed: typed)) != nil { missed += 1 }
            }
        }
        #expect(slips == 8 * 28 && missed <= 1)
        #expect(throws: MalformedInput.self) { try BoardKeyCopy(typed: lines.dropLast()) }
        #expect(throws: MalformedInput(.wrongLength, at: "copy.lines[2]", "28 letters and digits")) {
            try BoardKeyCopy(typed: lines.enumerated().map { $0 == 2 ? String($1.dropLast()) : $1 })
        }
        var swapped = lines
        swapped.swapAt(0, 1)
        #expect(throws: MalformedInput(.wrongValue, at: "copy.lines[0]", "a line of a sheet, without a slip")) {
            try BoardKeyCopy(typed: swapped)
        }
    }

    @Test func aLineProvesTheSheet() {
        let copy = holder.copy(for: roundID)
        for line in 0..<8 {
            #expect(copy.isLine(line, typed: copy.lines[line].lowercased()))
            #expect(!copy.isLine(line, typed: copy.lines[(line + 1) % 8]))
            #expect(!copy.isLine(line, typed: ""))
            #expect(!copy.isLine(line, typed: "é"))
        }
    }
}
