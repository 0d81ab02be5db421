import ArgumentParser
import Client
import Foundation
import SecretBallot

struct RecordCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record",
        abstract: "Download the record (hồ sơ) of a certified round; needs no login.")

    @Option(parsing: .unconditional, help: ArgumentHelp("The round's public name.", valueName: "roundID"))
    var round: String

    @OptionGroup(title: "Server")
    var server: ServerOptions

    @Option(help: ArgumentHelp("Where to write the archive.", valueName: "zip"))
    var out: String

    func run() async throws {
        try await Self.download(RoundID(text: round), from: server.voter(), to: out)
        Terminal.say("The record is in \(out). Check it: phieukin audit \(out) --round \(round)")
    }

    static func download(_ roundID: RoundID, from voter: VoterClient, to path: String) async throws {
        try await OutputFile.write(to: path) { file in
            try await voter.record(of: roundID) { try file.write(contentsOf: $0) }
        }
    }
}
