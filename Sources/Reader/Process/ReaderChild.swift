import Decisions
import Glibc
import OpenSSLKit
import Recognition
import StrictEncoding

/// The other side of a `ReaderPool`: the program, started anew for one file, shut in before it has seen a byte of it.
public struct ReaderChild {
    /// The first argument of a program that is to be a reader.
    public static let word = "read-strangers-file"

    private let wire: Wire
    private let confinement: Confinement

    /// - Parameter arguments: of the whole command, its name first.
    /// - Returns: nil unless it was started as a reader.
    public init?(arguments: [String]) {
        guard arguments.count > 1, arguments[1] == Self.word, let confinement = Confinement(arguments: arguments)
        else { return nil }
        self.confinement = confinement
        wire = Wire(reading: Descriptor(owning: STDIN_FILENO), writing: Descriptor(owning: STDOUT_FILENO))
    }

    /// Answers until whoever started it has enough.
    public func run() -> Never {
        Self.warmUp()
        do {
            try wire.send(ReaderHello(holding: confinement.enter()).frame, before: .never)
            try answer(trusting: ReaderTrust.verifier(wire.receive([.trust], before: .never)))
        } catch {
            // Whoever asked sees how it ended, and there is nobody else to tell.
            exit(error is WireFault ? 0 : 1)
        }
    }

    /// What the libraries open when they are first used: afterwards they cannot.
    private static func warmUp() {
        _ = SigningMoment.claimed(0).text
        _ = try? Certificate(der: [0x30, 0])
        _ = try? DecisionDocument([])
    }

    private func answer(trusting verifier: DecisionVerifier) throws -> Never {
        var reading = FileReading(verifier: verifier)
        try wire.send(Frame(.answer, .null), before: .never)
        while true {
            let order = try ReadingOrder(wire.receive(ReadingOrder.kinds, before: .never))
            try wire.send(Frame(.answer, reading.answer(order)), before: .never)
        }
    }
}
