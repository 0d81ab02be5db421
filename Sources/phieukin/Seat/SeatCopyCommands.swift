import ArgumentParser
import Client
import SecretBallot

struct SeatCopyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "copy",
        abstract: "Write the saved copy (bản lưu): eight lines that open the box should this machine be lost.",
        discussion: "Print the file or write it down, keep it apart from this machine, and erase the file.")

    @OptionGroup
    var options: SeatOptions

    @Option(help: ArgumentHelp("Where to write it; only you will be able to read it.", valueName: "file"))
    var out: String

    func run() async throws {
        let holder = try HolderOptions.made(options.device())
        guard let roundID = try await options.connection().seat.view().round.roundID else {
            throw Failure("the round is not frozen yet", hint: "the secretary freezes it when the board's key is made")
        }
        let lines = holder.copy(for: roundID).lines
        try SecretFile.write(Array((lines.joined(separator: "\n") + "\n").utf8), to: out)
        Terminal.say("The copy is in \(out). Next: phieukin seat prove")
    }
}

struct SeatProveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prove", abstract: "Prove the saved copy: two of its lines typed back, or the file read again.")

    @OptionGroup
    var options: SeatOptions

    @Option(help: ArgumentHelp("The copy's file; else two of its lines are asked for.", valueName: "file"))
    var copy: String?

    func run() async throws {
        let (holder, seat) = (try HolderOptions.made(options.device()), try options.connection().seat)
        guard let roundID = try await seat.view().round.roundID else { throw Failure("the round is not frozen yet") }
        let saved = holder.copy(for: roundID)
        if let copy {
            guard try SavedCopy.read(copy).lines == saved.lines else { throw Failure("this is another copy") }
        } else {
            for line in (0..<BoardKeyCopy.lineCount).shuffled().prefix(2).sorted() {
                let typed = try Terminal.password(
                    "Line \(line + 1) of the copy (dòng \(line + 1))", orBy: "--copy")
                guard saved.isLine(line, typed: typed) else { throw Failure("line \(line + 1) is another") }
            }
        }
        try await seat.proveCopy()
        Terminal.say("Proved (đã chứng minh). Next: phieukin seat sign-freeze")
    }
}
