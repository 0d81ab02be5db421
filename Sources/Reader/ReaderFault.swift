/// Why a file was not read. None of them says anything about the file but `unreadable`.
public enum ReaderFault: Error, Hashable, Sendable {
    /// All readers are busy, and as many wait as may; to be tried again after so many seconds.
    case busy(retryAfter: Int)

    /// No reader could be started.
    case notStarted(String)

    /// A reader ended over the file, or was ended: what it asks for is beyond what a file may.
    case unreadable(Ending)

    /// Readers were ended from outside, twice.
    case killed

    /// The service stops.
    case stopped

    /// How a reader ended.
    public enum Ending: Hashable, Sendable, CustomStringConvertible {
        /// It is longer than any file that is given to a reader.
        case tooLong

        /// It took too long and was killed.
        case late

        /// It answered what no reader answers, and was killed.
        case garbage

        /// A signal ended it: its memory or its processor's time ran out, or it crashed.
        case signal(Int32)
        case exit(Int32)

        public var description: String {
            switch self {
            case .tooLong: "not started: the file is too long"
            case .late: "killed: it took too long"
            case .garbage: "killed: it answered out of turn"
            case .signal(let number): "ended by signal \(number)"
            case .exit(let code): "ended with code \(code)"
            }
        }
    }
}
