import ArgumentParser
import Client
import Foundation
import SecretBallot
import StrictEncoding

/// Which seat: the invitation's link, and the file of the member's device.
struct SeatOptions: ParsableArguments {
    private static let limit = 4 << 20

    @Option(
        help: ArgumentHelp(
            "A file with the invitation's link, or - for standard input; else it is asked for.", valueName: "file"))
    var invitationFile: String?

    @Option(help: ArgumentHelp("The file of this member's device; only you can read it.", valueName: "file"))
    var state: String

    @Option(help: ArgumentHelp("An authority's certificate (PEM) to trust the server's TLS by.", valueName: "pem"))
    var caFile: String?

    @Flag(help: "Talk plain HTTP to another machine: only inside a network that is safe.")
    var forcePlainHTTP = false

    /// The link is the seat's secret: on the command line every user of the machine could read it.
    private func link() throws -> String {
        try invitationFile.map(InputFile.line)
            ?? Terminal.password("The invitation's link (đường dẫn mời)", orBy: "--invitation-file")
    }

    /// To be called once: standard input is read to its end.
    /// - Throws: `Failure`, `MalformedInput`, `CredentialError`.
    func connection() throws -> (connection: Connection, seat: SeatClient) {
        let link = try link()
        let parts = link.split(separator: "#", maxSplits: 1).map(String.init)
        guard parts.count == 2, let place = parts[0].range(of: "/board/") else {
            throw Failure("this is no invitation", hint: "give the whole link, ADDRESS/board/ROUND#CODE")
        }
        let address = try ServerAddress(String(parts[0][..<place.lowerBound]), forcingPlainHTTP: forcePlainHTTP)
        let connection = try ServerOptions.connection(to: address, caFile: caFile)
        let round = String(parts[0][place.upperBound...])
        return (connection, SeatClient(connection, round: round, code: parts[1]))
    }

    var exists: Bool { SecretFile.exists(state) }

    func device() throws -> SeatDevice {
        guard exists else { throw Failure("there is no file \(state)", hint: "join first: phieukin seat join") }
        return try SeatDevice(stored: SecretFile.read(state, limit: Self.limit))
    }

    /// Durable when it returns.
    func keep(_ device: SeatDevice) throws {
        try SecretFile.write(device.json.encoded(), to: state, replacing: true)
    }
}

/// A member's keys, from the device's file or from the saved copy.
struct HolderOptions: ParsableArguments {
    @OptionGroup
    var seat: SeatOptions

    @Option(help: ArgumentHelp("The saved copy, where the device is lost: eight lines.", valueName: "file"))
    var copy: String?

    /// - Throws: `Failure`, `MalformedInput` naming the line.
    func holder(in manifest: Manifest) throws -> BoardKeyHolder {
        guard let copy else { return try Self.made(seat.device()) }
        guard let holder = try SavedCopy.read(copy).holder(in: manifest) else {
            throw Failure("the copy is of another round, or of nobody on its board")
        }
        return holder
    }

    /// Keeps what the keys were used for, before anything is sent; of a copy there is nowhere to keep it.
    func keep(_ holder: BoardKeyHolder) throws {
        guard copy == nil else { return }
        var device = try seat.device()
        device.holder = holder
        try seat.keep(device)
    }

    static func made(_ device: SeatDevice) throws -> BoardKeyHolder {
        guard let holder = device.holder else {
            throw Failure("the board's key is not made yet", hint: "phieukin seat join, and wait for the others")
        }
        return holder
    }
}

/// The sheet that opens the box without the device.
enum SavedCopy {
    static func read(_ path: String) throws -> BoardKeyCopy {
        let text = String(decoding: try InputFile.read(path), as: UTF8.self)
        return try BoardKeyCopy(typed: text.split(whereSeparator: \.isNewline).map(String.init))
    }
}
