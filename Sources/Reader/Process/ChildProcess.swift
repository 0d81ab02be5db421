import CSandbox
import Glibc
import Synchronization

/// A child process, waited for exactly once.
final class ChildProcess: Sendable {
    let identifier: pid_t
    private let ending = Mutex<ReaderFault.Ending?>(nil)

    private init(_ identifier: pid_t) { self.identifier = identifier }

    deinit { kill() }

    /// - Throws: `ReaderFault.notStarted`.
    static func start(_ program: String, _ arguments: [String]) throws(ReaderFault) -> (ChildProcess, Wire) {
        let (input, orders) = try pipe(for: program)
        let (answers, output) = try pipe(for: program)
        var identifier: pid_t = 0
        let fault = withExtendedLifetime((input, output)) {
            unsafe withCStrings(arguments) { list in
                unsafe sandbox_spawn(program, list, input.number, output.number, &identifier)
            }
        }
        guard fault == 0 else { throw failure(program, fault) }
        return (ChildProcess(identifier), Wire(reading: answers, writing: orders))
    }

    private static func pipe(for program: String) throws(ReaderFault) -> (reading: Descriptor, writing: Descriptor) {
        var (reading, writing): (CInt, CInt) = (-1, -1)
        let fault = unsafe sandbox_pipe(&reading, &writing)
        guard fault == 0 else { throw failure(program, fault) }
        return (Descriptor(owning: reading), Descriptor(owning: writing))
    }

    private static func failure(_ program: String, _ fault: CInt) -> ReaderFault {
        .notStarted("\(program): \(unsafe String(cString: strerror(fault)))")
    }

    var isRunning: Bool { ending.withLock { wait(WNOHANG, &$0) } == nil }

    /// Ends it where it has not ended by itself.
    /// - Returns: how it ended: by itself, where it was about to.
    @discardableResult func kill() -> ReaderFault.Ending {
        ending.withLock { known in
            if let ending = wait(WNOHANG, &known) { return ending }
            _ = Glibc.kill(identifier, SIGKILL)
            return wait(0, &known) ?? .signal(SIGKILL)
        }
    }

    private func wait(_ options: CInt, _ known: inout ReaderFault.Ending?) -> ReaderFault.Ending? {
        if let known { return known }
        var status: CInt = 0
        var result: pid_t
        repeat { result = unsafe waitpid(identifier, &status, options) } while result < 0 && errno == EINTR
        guard result != 0 else { return nil }
        // Somebody else may have waited for it: then it has ended, and nobody knows how.
        known = result < 0 ? .exit(-1) : status & 0x7F == 0 ? .exit(status >> 8 & 0xFF) : .signal(status & 0x7F)
        return known
    }
}

/// The one owner of a descriptor.
final class Descriptor: Sendable {
    let number: CInt

    init(owning number: CInt) { self.number = number }

    deinit { close(number) }
}
