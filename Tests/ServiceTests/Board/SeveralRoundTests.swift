import Client
import Foundation
import OpenSSLKit
import StrictEncoding
import Testing

@testable import SecretBallot
@testable import Service

/// A round whose board is of three, two of whom open: from the key to the signed minutes, one member away.
@Suite struct SeveralRoundTests {
    @Test func twoOfThreeOpenAndOneIsAway() async throws {
        try await SeveralRound.run { several in
            try await several.signFreeze()
            let seal = try await several.sealed()
            try await several.share(0, seal)
            let waiting = try await several.scene.view(1, several.service)
            #expect(waiting.round.state == .sealed && waiting.members.map(\.shared) == [true, false, false])
            #expect(try await several.scene.call("GET", "/opening", at: 0, several.service).code == "wrong-state")
            try await several.share(0, seal)
            #expect(try await several.scene.view(1, several.service).round.state == .sealed)
            try await several.share(2, seal)
            #expect(try await several.scene.view(1, several.service).round.state == .opened)
            // Whoever comes late has nothing to add.
            try await several.share(1, seal)
            let opening = try await several.scene.seat(1, several.service).count(of: several.manifest).opening
            #expect(opening.shares.map(\.member) == [0, 2])
            try await several.signMinutes([0, 2])
            try await several.round.secretary.certify(several.round.name, acknowledging: ["unanimous"])
            try await several.expectRecord()
        }
    }

    @Test func aWrongShareIsRefusedByNameAndHindersNothing() async throws {
        try await SeveralRound.run { several in
            try await several.signFreeze()
            let seal = try await several.sealed()
            let liar = try #require(several.scene.devices[1].holder)
            for wrong in [try liar.share.negated().bytes.unwipedCopy, [UInt8](repeating: 0, count: 32)] {
                let share = try BoardShare(member: 1, share: wrong, for: seal, signedBy: liar.key)
                let refused = await refusal { try await several.scene.seat(1, several.service).open(with: share) }
                #expect(refused?.code == "opening" && refused?.detail?.contains(BoardScene.names[1]) == true)
            }
            let unsigned = try BoardShare(
                member: 1, share: liar.share.bytes.unwipedCopy, for: seal, signedBy: SigningKey())
            await expectRefusal("opening") { try await several.scene.seat(1, several.service).open(with: unsigned) }
            await expectRefusal("other-seat") { try await several.scene.seat(0, several.service).open(with: unsigned) }
            let view = try await several.scene.view(0, several.service)
            #expect(view.members.allSatisfy { !$0.shared })
            try await several.share(0, seal)
            try await several.share(2, seal)
            #expect(try await several.scene.view(0, several.service).round.state == .opened)
        }
    }

    /// The copy has the roundID, so it is proved when the round is frozen; all sign before anybody has a ballot.
    @Test func nothingIsSignedBeforeTheCopyIsProvedNorIssuedBeforeAllSigned() async throws {
        try await SeveralRound.run { several in
            await expectRefusal("copy-not-proved") { try await several.sign(0) }
            for place in [0, 2] {
                try await several.scene.seat(place, several.service).proveCopy()
                try await several.scene.seat(place, several.service).proveCopy()
                try await several.sign(place)
                try await several.sign(place)
            }
            await expectRefusal("copy-not-proved") { try await several.sign(1) }
            await expectRefusal("freeze-signatures-missing") {
                try await several.round.secretary.issue(several.round.name)
            }
            let view = try await several.scene.view(1, several.service)
            #expect(view.members.map(\.proved) == [true, false, true])
            #expect(view.members.map(\.frozen) == [true, false, true])
            try await several.scene.seat(1, several.service).proveCopy()
            try await several.sign(1)
            try await several.round.secretary.issue(several.round.name)
        }
    }

    /// Who lost the device opens by the sheet alone, with another invitation.
    @Test func aLostDeviceIsNoLostShare() async throws {
        try await SeveralRound.run { several in
            try await several.signFreeze()
            let seal = try await several.sealed()
            let lines = try #require(several.scene.devices[2].holder).copy(for: several.manifest.roundID).lines
            let invitation = try await several.round.secretary.renewInvitation(of: 2, in: several.round.name)
            await expectRefusal("wrong-invitation") { _ = try await several.scene.view(2, several.service) }
            let holder = try #require(try BoardKeyCopy(typed: lines).holder(in: several.manifest))
            let share = try BoardShare(
                member: 2, share: holder.share.bytes.unwipedCopy, for: seal, signedBy: holder.key)
            try await SeatClient(several.service.connection, round: several.round.name, code: invitation.code)
                .open(with: share)
            try await several.share(1, seal)
            #expect(try await several.scene.view(0, several.service).round.state == .opened)
        }
    }

    /// A share that is kept for the others is under the master key.
    @Test func aShareThatWaitsIsNotInTheClear() async throws {
        try await SeveralRound.run { several in
            try await several.signFreeze()
            let seal = try await several.sealed()
            try await several.share(0, seal)
            let secret = Data(try #require(several.scene.devices[0].holder).share.bytes.unwipedCopy)
            let text = Data(Base64URL.encode(Array(secret)).utf8)
            for file in ["phieukin.sqlite", "phieukin.sqlite-wal"] {
                let path = URL(filePath: several.service.folder + "/data/" + file)
                let bytes = (try? Data(contentsOf: path)) ?? Data()
                #expect(bytes.range(of: secret) == nil && bytes.range(of: text) == nil, "\(file)")
            }
        }
    }

    @Test func allOfItIsWrittenDown() async throws {
        try await SeveralRound.run { several in
            try await several.signFreeze()
            let seal = try await several.sealed()
            for place in [0, 0, 2] { try await several.share(place, seal) }
            try await several.signMinutes([2])
            let lines = try await several.service.admin.journal().reversed()
                .filter { $0.action.hasPrefix("board.") }.dropFirst(12)
            #expect(
                lines.map(\.action) == [
                    "board.proof", "board.sign-freeze", "board.proof", "board.sign-freeze", "board.proof",
                    "board.sign-freeze", "board.share", "board.share", "board.open", "board.sign-minutes",
                ])
        }
    }
}
