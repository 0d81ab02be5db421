import Glibc

/// The clocks of the kernel, in seconds.
enum ProcessorTime {
    /// What this thread has computed.
    static var ofThread: Double { read(CLOCK_THREAD_CPUTIME_ID) }

    /// What all threads of this process have computed.
    static var ofProcess: Double { read(CLOCK_PROCESS_CPUTIME_ID) }

    /// Time as a clock on the wall shows it.
    static var now: Double { read(CLOCK_MONOTONIC) }

    private static func read(_ clock: clockid_t) -> Double {
        var time = timespec()
        clock_gettime(clock, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
