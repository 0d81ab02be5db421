import ArgumentParser
import Client
import SecretBallot
import StrictEncoding

struct SeatSignFreezeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sign-freeze",
        abstract: "Sign that the frozen round has this board and the key that it made.",
        discussion: "Compare round code and members with the others in person before you say yes.")

    @OptionGroup
    var options: SeatOptions

    @Flag(help: "Do not ask: round code and members were compared.")
    var yes = false

    func run() async throws {
        let (connection, seat) = try options.connection()
        var device = try options.device()
        var holder = try HolderOptions.made(device)
        let view = try await seat.view()
        let manifest = try await VoterClient(connection).frozen(view)
        guard let transcript = view.transcript else {
            throw Failure("the service shows no transcript of the board's key")
        }
        let signature = try holder.signFreeze(of: manifest, transcript: transcript)
        try await show(manifest)
        guard yes || Terminal.confirm("Are round code and members those that were compared in person?") else {
            throw Failure("not signed")
        }
        device.holder = holder
        try options.keep(device)
        try await seat.sign(signature)
        Terminal.say("Signed (đã ký).")
    }

    private func show(_ manifest: Manifest) async throws {
        let code = try await offEventLoops { try RoundCode(of: manifest) }
        Terminal.say("\(manifest.title)\nroundID: \(manifest.roundID)\nRound code (mã đợt): \(code)")
        Terminal.say("\(manifest.board.threshold) of \(manifest.board.members.count) open:")
        for member in manifest.board.members { Terminal.say("- \(member.name)") }
    }
}

struct SeatOpenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "open",
        abstract: "Audit the sealed box on this machine and, if it holds, give this member's share (mở hòm phiếu).")

    @OptionGroup
    var member: HolderOptions

    @Option(
        help: ArgumentHelp(
            "A warning that was read and accepted: contradiction, short, overstated.", valueName: "name"))
    var acknowledge: [String] = []

    func run() async throws {
        let (connection, seat) = try member.seat.connection()
        let round = try await SealedRound(seat.view().frozenRound(), from: VoterClient(connection))
        let report = try await round.audited()
        AuditText(report).lines(inEnglish: false).forEach { Terminal.say($0) }
        var holder = try member.holder(in: round.manifest)
        let share = try holder.release(after: report)
        try member.keep(holder)
        try await seat.open(with: share, acknowledging: acknowledge)
        let isOpen = try await seat.view().round.state != .sealed
        Terminal.say(isOpen ? "Opened (đã mở hòm phiếu)." : "Given (đã đưa phần khóa); others are awaited.")
    }
}

struct SeatSignMinutesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sign-minutes",
        abstract: "Count the opened box on this machine and, if the count is the service's, sign it (ký biên bản).")

    @OptionGroup
    var member: HolderOptions

    func run() async throws {
        let (connection, seat) = try member.seat.connection()
        let round = try await SealedRound(seat.view().frozenRound(), from: VoterClient(connection))
        let count = try await seat.count(of: round.manifest)
        let report = try await offEventLoops {
            BoardKeyHolder.count(round, opened: count.opening, of: round.manifest.roundID)
        }
        let holder = try member.holder(in: round.manifest)
        try await seat.sign(holder.signMinutes(after: report, counting: count.tally.tallies))
        Terminal.say("Signed (đã ký biên bản).")
    }
}

extension SeatView {
    /// - Throws: `Failure` for a draft.
    fileprivate func frozenRound() throws -> RoundID {
        guard let roundID = round.roundID else { throw Failure("the round is not frozen yet") }
        return roundID
    }
}

extension VoterClient {
    fileprivate func frozen(_ view: SeatView) async throws -> Manifest {
        try await manifest(of: view.frozenRound())
    }
}
