import ArgumentParser
import Client
import Recognition
import SecretBallot

/// The whole of a voter's device.
struct VoteCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "vote",
        abstract: "Vote (bỏ phiếu) from this machine, and afterwards find your slips in the sealed box.",
        discussion: """
            First: --code-file and --marks. Tokens are asked for, the slips are made and cast one by one in random
            order. Everything is written to the state file before it is sent: after a crash or a lost connection, run
            the same command again. The state file shows your vote to whoever reads it; it is only for you.

            Where the round has a relay, the ballot is handed to it: that is final, and the box has nothing yet. When voting
            has ended, run the same command again: it asks the relay alone, and says whether the slips are in the box. If the
            relay does not say that, --ended asks the service when voting ended, and tells what can be done.

            When the box is sealed: --find. All boxes are downloaded, your slips looked for on this machine, and the
            service is told that they are there. Then the state file is erased, unless you say --keep.
            """)

    @OptionGroup(title: "Server")
    var server: ServerOptions

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("The roundID that the room's screen shows as a QR code.", valueName: "roundID"))
    var round: String

    @Option(help: ArgumentHelp("A file with your access code (mã bỏ phiếu), or - to type it.", valueName: "file"))
    var codeFile: String?

    @Option(help: ArgumentHelp("Your marks: columns unit, criterion and one of marks (CSV).", valueName: "csv"))
    var marks: String?

    @Option(help: ArgumentHelp("Which column of marks, if there are several.", valueName: "header"))
    var column: String?

    @Option(help: ArgumentHelp("Where this device keeps what it must remember.", valueName: "file"))
    var state: String

    @Option(help: ArgumentHelp("Which of the round's relays takes the ballot, from 1.", valueName: "number"))
    var relay = 1

    @Option(help: ArgumentHelp("How many are to be mixed at the least; else more than half.", valueName: "voters"))
    var atLeast: Int?

    @Flag(help: "Cast straight to the service, which then sees which slips come from this machine.")
    var direct = false

    @Flag(help: "With --direct: even if the relay does not release it. Slips that come twice betray who went twice.")
    var unreleased = false

    @Flag(
        help:
            "The secretary has said that voting has ended: the service is asked too, if the relay does not say how it went."
    )
    var ended = false

    @Flag(help: "Look for your slips in the sealed box, instead of voting.")
    var find = false

    @Flag(help: "With --find: do not erase the state file.")
    var keep = false

    func run() async throws {
        let voter = try server.voter()
        let keeper = StateFile(state)
        let manifest = try await manifest(keeper, voter)
        let code = try await offEventLoops { try RoundCode(of: manifest) }
        Terminal.say("\(manifest.authority.name): \(manifest.title)")
        Terminal.say("Round code (mã đợt): \(code). Go on only if the room's screen shows the same.")
        if find {
            try await BoxSearch(try keeper.device(manifest), voter).run()
            if !keep { keeper.erase() }
        } else {
            try await cast(manifest, voter, keeper)
        }
    }

    /// As it was kept at the first time: between the handing over and the end of voting the service is asked nothing.
    private func manifest(_ keeper: StateFile, _ voter: VoterClient) async throws -> Manifest {
        let roundID = try RoundID(text: round)
        if let kept = try keeper.manifest(of: roundID) { return kept }
        let manifest = try await voter.manifest(of: roundID)
        try keeper.keep(manifest)
        return manifest
    }

    private func cast(_ manifest: Manifest, _ voter: VoterClient, _ keeper: StateFile) async throws {
        for line in RelayVote.words(manifest) { Terminal.say(line) }
        var session = VotingSession(try device(manifest, keeper), voter, keep: keeper.keep)
        try await session.obtainTokens()
        try await mark(&session)
        let relayed = RelayVote(
            server: server, atLeast: atLeast, direct: direct, unreleased: unreleased, hasEnded: ended)
        if try await relayed.run(&session) { return }
        let bar = ProgressBar("casting slips", total: manifest.contests.count)
        try await session.castAll { bar.move(to: $0) }
        bar.finish()
        Terminal.say("All \(manifest.contests.count) slips are in the box, each with its receipt (đã vào hòm).")
        Terminal.say("When it is sealed: phieukin vote --find --round \(round) --state \(state)")
    }

    /// Makes the slips, once the voting is open: what is marked then is final.
    private func mark(_ session: inout VotingSession) async throws {
        guard !session.isMarked else {
            return Terminal.say("The slips were made before and are final; no marks are read now.")
        }
        let manifest = session.device.manifest
        guard try await [.voting, .closing].contains(server.voter().status(of: manifest.roundID).state) else {
            throw Failure("your slips are issued, but the voting is not open", hint: "run this again when it is")
        }
        try session.mark(choices(manifest), through: way(manifest))
    }

    /// The relay that was chosen; nil where there is none, or none is wanted.
    private func way(_ manifest: Manifest) throws -> RelayWay? {
        let relays = manifest.casting?.relays ?? []
        guard !direct, !relays.isEmpty else { return nil }
        guard relays.indices.contains(relay - 1) else {
            throw Failure("there is no relay \(relay)", hint: "the round has \(relays.count)")
        }
        // Before anything is sealed for it.
        guard try !relays[relay - 1].isOnHost(of: server.address().description) else { throw DeviceFault.relayHost }
        return RelayWay(relay: relay - 1, atLeast: atLeast ?? manifest.voters.count / 2 + 1)
    }

    /// The device as it was left, or a new one.
    private func device(_ manifest: Manifest, _ keeper: StateFile) throws -> VotingDevice {
        if keeper.exists { return try keeper.device(manifest) }
        guard let codeFile else { throw Failure("no access code", hint: "give --code-file FILE, or - to type it") }
        guard !Terminal.isAnswered || Terminal.confirm("Does the room's screen show the same round code?") else {
            throw Failure("another round code", hint: "tell the counting board")
        }
        let text = codeFile == "-" ? try Terminal.password("Access code") : try InputFile.line(codeFile)
        let device = try VotingDevice(manifest, code: AccessCode(typed: text))
        try keeper.keep(device)
        return device
    }

    private func choices(_ manifest: Manifest) throws -> [Choice] {
        guard let marks else { throw Failure("no marks", hint: "give --marks FILE.csv") }
        let choices = try MarksTable(parsing: InputFile.read(marks)).choices(of: manifest, ballot: column)
        let blank = choices.count { $0 == .blank }
        Terminal.say("\(choices.count) slips, \(blank) of them blank (phiếu trắng).")
        return choices
    }
}
