import CocktailDKG
import OpenSSLKit
import Recognition
import StrictEncoding
import TestSupport
import Testing

@testable import SecretBallot

/// A board of three, of whom two open: any two, never one, and a wrong share hinders nobody.
struct BoardOpeningTests {
    private let board: SmallBoard
    private let manifest: Manifest
    private let keys: GroupKeys
    private let seal: Seal
    private let shares: [BoardShare]
    private let signers: [SigningKey]
    private let holders: [BoardKeyHolder]

    init() throws {
        board = try SmallBoard.shared.get()
        (manifest, keys, signers, holders) = (board.manifest, board.transcript.keys, board.signers, board.holders)
        seal = board.seal()
        shares = try board.shares(for: seal)
    }

    @Test func anyTwoOpen() throws {
        var opened: Set<[UInt8]> = []
        for pair in [[0, 1], [1, 2], [2, 0], [1, 0]] {
            let opening = try Opening(pair.map { shares[$0] }, for: seal, of: manifest, keys: keys)
            opened.insert(opening.boardPrivateKey)
            let read = try Opening(opening.bytes)
            #expect(read.shares == opening.shares && read.boardPrivateKey == opening.boardPrivateKey)
        }
        #expect(opened.count == 1)
        let key = try SigningKey(try #require(opened.first))
        #expect(key.publicKey == manifest.board.publicKey)
    }

    @Test func neitherFewerNorMore() {
        expect(.tooFew(needed: 2), [])
        for share in shares { expect(.tooFew(needed: 2), [share]) }
        expect(.tooMany(needed: 2), shares)
        expect(.repeatedMember(1), [shares[1], shares[1]])
    }

    @Test func aWrongShareIsNamedAndHindersNothing() throws {
        let order = hex("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551")
        for wrong in [
            shares[0].share, [UInt8](repeating: 0, count: 32), [UInt8](repeating: 0xFF, count: 32), order,
            try P256Scalar(shares[1].share).negated().bytes.unwipedCopy,
        ] {
            let liar = try BoardShare(member: 1, share: wrong, for: seal, signedBy: signers[1])
            #expect(liar.fault(for: seal, board: manifest.board, keys: keys) == .wrongShare(member: 1))
            expect(.wrongShare(member: 1), [shares[0], liar])
        }
        #expect(throws: Never.self) { try Opening([shares[0], shares[2]], for: seal, of: manifest, keys: keys) }
    }

    @Test func everyShareIsSignedForThisSeal() throws {
        let other = board.seal(2)
        expect(
            .signature(member: 2),
            [shares[0], try BoardShare(member: 2, share: shares[2].share, for: other, signedBy: signers[2])])
        expect(
            .signature(member: 2),
            [shares[0], try BoardShare(member: 2, share: shares[2].share, for: seal, signedBy: signers[1])])
        expect(
            .unknownMember(3),
            [shares[0], try BoardShare(member: 3, share: shares[2].share, for: seal, signedBy: signers[2])])
        for share in shares { #expect(share.fault(for: seal, board: manifest.board, keys: keys) == nil) }
    }

    // MARK: - What a device releases, and what it signs

    @Test func releasesForABoxThatHolds() throws {
        var (report, holder) = (AuditReport(), holders[1])
        _ = try holder.signFreeze(of: manifest, transcript: board.transcript)
        #expect(throws: BoardDeviceFault.doesNotHold) { try holder.release(after: report) }
        (report.manifest, report.seal) = (manifest, seal)
        #expect(try holder.release(after: report).fault(for: seal, board: manifest.board, keys: keys) == nil)
        report.add(AuditFault(.seal, at: "seal.json", "x"))
        #expect(throws: BoardDeviceFault.doesNotHold) { try holder.release(after: report) }
        let other = try SmallRound.shared(.two).manifest
        report = AuditReport()
        (report.manifest, report.seal) = (other, seal)
        #expect(throws: BoardDeviceFault.otherBoard) { try holder.release(after: report) }
    }

    @Test func signsItsOwnCount() throws {
        let tallies = try manifest.contests.map {
            try ContestTally(contest: $0.index, counts: SlipCounts(first: 1, second: 0, blank: 0, invalid: 0))
        }
        var report = AuditReport()
        (report.manifest, report.seal) = (manifest, seal)
        #expect(throws: BoardDeviceFault.otherCount) { try holders[2].signMinutes(after: report, counting: []) }
        #expect(throws: BoardDeviceFault.otherCount) { try holders[2].signMinutes(after: report, counting: tallies) }
        report.tallies = tallies
        let signature = try holders[2].signMinutes(after: report, counting: tallies)
        #expect(signature.member == 2 && signature.isValid(counting: tallies, of: seal, by: manifest.board))
        report.add(AuditFault(.seal, at: "seal.json", "x"))
        #expect(throws: BoardDeviceFault.doesNotHold) { try holders[2].signMinutes(after: report, counting: tallies) }
    }

    /// Without the transcript nobody could say whose share is wrong.
    @Test func onlyBesideItsTranscript() throws {
        #expect(throws: OpeningFault.withoutTranscript) {
            try Opening([shares[0], shares[1]], for: seal, of: manifest)
        }
        let other = try #require(try SmallCeremony.finished(2, of: 2).devices[0].transcript).keys
        #expect(throws: OpeningFault.withoutTranscript) {
            try Opening([shares[0], shares[1]], for: seal, of: manifest, keys: other)
        }
    }

    /// Shares that are right beside a transcript of another key do not open this box.
    @Test func anotherBoardsKey() throws {
        let small = try SmallCeremony.finished(2, of: 3)
        let others = try small.devices.map { device in
            let holder = try #require(device.holder)
            return try BoardShare(
                member: holder.place, share: holder.share.bytes.unwipedCopy, for: seal,
                signedBy: signers[holder.place])
        }
        let otherKeys = try #require(small.devices[0].transcript).keys
        #expect(throws: OpeningFault.notTheBoardsKey) {
            try Opening([others[0], others[1]], for: seal, of: manifest, keys: otherKeys)
        }
    }

    private func expect(
        _ fault: OpeningFault, _ shares: [BoardShare], at location: SourceLocation = #_sourceLocation
    ) {
        #expect(throws: fault, sourceLocation: location) { try Opening(shares, for: seal, of: manifest, keys: keys) }
    }
}
