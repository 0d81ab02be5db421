import CSandbox
import Decisions
import Glibc
import Synchronization

/// A reader as its service sees it: a child process, ready for a file.
@safe final class ReaderProcess: Sendable {
    /// What shuts it in, by its own word.
    let holding: SandboxFeatures
    private let child: ChildProcess
    private let wire: Wire

    /// Starts one and waits until it knows whom to trust.
    /// - Throws: `ReaderFault.notStarted`, `.killed`.
    init(_ settings: ReaderSettings, trust: Frame) throws(ReaderFault) {
        let deadline = Deadline.after(settings.startingTime)
        (child, wire) = try ChildProcess.start(
            settings.program, settings.confinement.arguments(ReaderChild.word))
        wire.neverBlock()
        do {
            holding = try ReaderHello(wire.receive([.hello], before: deadline)).holding
            try wire.send(trust, before: deadline)
            _ = try wire.receive([.answer], before: deadline)
        } catch {
            let ending = child.kill()
            // Somebody may have ended it before it was ready, which says nothing of the program.
            if case .closed? = error as? WireFault, ending == .signal(SIGKILL) { throw .killed }
            throw .notStarted("\(settings.program): not ready to read: \(error)")
        }
    }

    var isRunning: Bool { child.isRunning }

    /// For tests, and for whoever looks for it in a list of processes.
    var identifier: Int32 { child.identifier }

    /// The answer to an order; after any fault the process is gone.
    /// - Throws: `ReaderFault.unreadable`, `.killed`.
    func answer(to order: ReadingOrder, before deadline: Deadline) throws(ReaderFault) -> Frame {
        do {
            try wire.send(order.frame, before: deadline)
            return try wire.receive([.answer], before: deadline)
        } catch {
            throw end(after: error)
        }
    }

    /// Ends it, whatever it does.
    func kill() { child.kill() }

    /// Where it closed its end, it has ended or is about to.
    private func end(after fault: WireFault) -> ReaderFault {
        let ending = child.kill()
        return switch fault {
        case .late: .unreadable(.late)
        case .garbage: .unreadable(.garbage)
        case .closed: ending == .signal(SIGKILL) ? .killed : .unreadable(ending)
        }
    }
}
