import ArgumentParser
import Client
import SecretBallot
import StrictEncoding

struct SignFreezeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sign-freeze",
        abstract: "Sign, as a member of the board, that the frozen manifest has the board's keys.",
        discussion: "Compare the list of keys with the other members in person before you say yes.")

    @OptionGroup
    var argument: RoundArgument

    @OptionGroup
    var file: KeyFileOption

    @Flag(help: "Do not ask: the keys were compared.")
    var yes = false

    func run() async throws {
        let device = try file.device()
        let staff = try argument.service.staff()
        let manifest = try await argument.service.server.voter().manifest(of: staff.frozen(argument.round))
        let signature = try device.signFreeze(of: manifest)
        try await show(manifest)
        guard yes || Terminal.confirm("Are these the keys that the members compared in person?") else {
            throw Failure("not signed")
        }
        try await staff.sign(signature, of: argument.round)
        Terminal.say("Signed.")
    }

    private func show(_ manifest: Manifest) async throws {
        let code = try await offEventLoops { try RoundCode(of: manifest) }
        Terminal.say("\(manifest.title)\nroundID: \(manifest.roundID)\nRound code (mã đợt): \(code)")
        for member in manifest.board.members { Terminal.say("- \(member.name): \(Base64URL.encode(member.key.bytes))") }
        Terminal.say("Board key: \(Base64URL.encode(manifest.board.publicKey.bytes))")
    }
}

extension StaffClient {
    /// The roundID of a round that is frozen.
    /// - Throws: `Failure` for a draft.
    func frozen(_ round: String) async throws -> RoundID {
        guard let roundID = try await self.round(round).summary.roundID else {
            throw Failure("the round is not frozen yet", hint: "phieukin round freeze \(round)")
        }
        return roundID
    }
}
