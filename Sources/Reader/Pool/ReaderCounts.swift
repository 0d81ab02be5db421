/// What readers did, for whoever watches over the service: neither whose files nor what was in them.
public struct ReaderCounts: Hashable, Sendable {
    public internal(set) var busy = 0
    public internal(set) var ready = 0
    public internal(set) var waiting = 0

    /// Who was told to come again.
    public internal(set) var refused = 0

    /// Readers that were killed, for taking too long or answering out of turn, or from outside.
    public internal(set) var killed = 0

    /// Readers that ended over a file by themselves: memory, the processor's time, a crash.
    public internal(set) var ended = 0

    mutating func note(_ fault: ReaderFault) {
        switch fault {
        case .killed, .unreadable(.late), .unreadable(.garbage): killed += 1
        case .unreadable: ended += 1
        case .busy, .notStarted, .stopped: break
        }
    }
}
