import ArgumentParser
import Client
import Foundation
import SecretBallot
import StrictEncoding
import TestSupport
import Testing

@testable import phieukin

/// A board of several whose members use no browser.
struct SeatCommandTests {
    /// One member's machine: the invitation's file, the device's, the saved copy's.
    private struct Member {
        let folder: String

        func file(_ name: String) -> String { folder + "/" + name }

        func run(_ command: String, _ more: [String] = []) async throws -> Command.Outcome {
            let place = ["--invitation-file", file("invitation"), "--state", file("seat")]
            return try await offEventLoops { try Tool.run(["seat", command] + place + more) }
        }
    }

    private func members(_ draft: LiveDraft, in folder: String) async throws -> [Member] {
        let invitations = try await draft.staff.planBoard(["Một", "Hai"], threshold: 2, of: draft.round)
        return try invitations.map { invitation in
            let member = Member(folder: "\(folder)/\(invitation.place)")
            try FileManager.default.createDirectory(atPath: member.folder, withIntermediateDirectories: true)
            let link = "\(draft.connection.address)/board/\(draft.round)#\(invitation.code)\n"
            try SecretFile.write(Array(link.utf8), to: member.file("invitation"))
            return member
        }
    }

    @Test func membersMakeTheKeyProveTheCopyAndSign() async throws {
        try await LiveDraft.run { draft in
            try await TemporaryFolder.use { folder in
                let members = try await members(draft, in: folder)
                for _ in 0..<5 {
                    for member in members { #expect(try await member.run("join", ["--once"]).status == 0) }
                }
                let roundID = try await draft.staff.freeze(draft.round, every: .milliseconds(50)) { _ in }
                let voter = VoterClient(draft.connection)
                let manifest = try await voter.manifest(of: roundID)
                for (place, member) in members.enumerated() {
                    await expectNoTokens(draft, manifest, as: place, .notFrozen)
                    let early = try await member.run("sign-freeze", ["--yes"])
                    #expect(early.status == 2 && early.errors.contains("copy-not-proved"))
                    #expect(try await member.run("copy", ["--out", member.file("copy")]).status == 0)
                    #expect(try await member.run("prove", ["--copy", member.file("copy")]).status == 0)
                    let signing = try await member.run("sign-freeze", ["--yes"])
                    #expect(signing.status == 0 && signing.output.contains("2 of 2 open"), "\(signing.errors)")
                }
                #expect(try await voter.board(of: manifest).isComplete(in: manifest))
                // Asked for now, and refused by the service: nobody is issued to yet.
                await expectNoTokens(draft, manifest, as: 0, nil)
            }
        }
    }

    /// A voter's device asks for nothing while a member's signature is missing.
    /// - Parameter fault: nil where it is the service that refuses.
    private func expectNoTokens(
        _ draft: LiveDraft, _ manifest: Manifest, as place: Int, _ fault: DeviceFault?
    ) async {
        do {
            let device = try VotingDevice(manifest, code: draft.cards.codes[place])
            var session = VotingSession(device, VoterClient(draft.connection)) { _ in }
            try await session.obtainTokens()
            Issue.record("tokens were given")
        } catch let problem as ServerProblem {
            #expect(fault == nil && problem.code == "wrong-state")
        } catch {
            #expect(error as? DeviceFault == fault)
        }
    }

    /// Whoever lists the machine's processes reads what stands on their command lines.
    @Test func aLinkIsNotTakenOnTheCommandLine() throws {
        let link = "http://127.0.0.1:1/board/dot#0000-0000-0000-0000-0000-0000-0000-0000"
        for command in ["join", "attempt", "copy", "prove", "sign-freeze", "open", "sign-minutes"] {
            let more = command == "copy" ? ["--out", "/nonexistent/copy"] : []
            let outcome = try Tool.run(["seat", command, link, "--state", "/nonexistent/seat"] + more)
            #expect(outcome.status == 2 && outcome.errors.contains("Unexpected argument"), "\(command)")
            #expect(!outcome.errors.contains("Fatal"))
        }
    }

    @Test func whatIsNoInvitationIsSaidToBeNone() async throws {
        try await TemporaryFolder.use { folder in
            for text in ["", "http://127.0.0.1:1/board/dot", "http://127.0.0.1:1/#0000", "0000-0000"] {
                let path = folder + "/invitation"
                try SecretFile.write(Array(text.utf8), to: path, replacing: true)
                let outcome = try Tool.run(
                    ["seat", "join", "--once", "--invitation-file", path, "--state", folder + "/seat"])
                #expect(outcome.status == 2 && outcome.errors.contains("error: "), "\(text)")
                #expect(!outcome.errors.contains("0000"), "no part of a link is repeated")
            }
        }
    }
}
