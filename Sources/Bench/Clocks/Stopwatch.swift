import Foundation
import Glibc

/// Measures what uses all cores, on a machine that others may be using too.
struct Stopwatch {
    private let began = ProcessorTime.now
    private let othersBegan = Self.othersTime

    /// Seconds since it was started, less the share of the cores that other processes took meanwhile: the seconds
    /// that it would have been had this process had the machine to itself.
    var seconds: Double {
        let elapsed = ProcessorTime.now - began
        let others = max(0, Self.othersTime - othersBegan) / Double(Machine.coreCount)
        return max(elapsed - others, elapsed / 100)
    }

    /// Processor seconds of all other processes since the machine started.
    private static var othersTime: Double {
        let ticks = busyTicks
        guard ticks > 0 else { return 0 }
        return ticks / Double(sysconf(CInt(_SC_CLK_TCK))) - ProcessorTime.ofProcess
    }

    /// proc_stat(5): user, nice, system, idle, iowait, irq, softirq, steal. Interrupts are left out: those of the loopback
    /// are our own.
    private static var busyTicks: Double {
        guard let text = try? String(contentsOfFile: "/proc/stat", encoding: .utf8) else { return 0 }
        let fields = text.prefix { $0 != "\n" }.split(separator: " ").dropFirst().compactMap { Double($0) }
        guard fields.count >= 8 else { return 0 }
        return fields[0] + fields[1] + fields[2] + fields[7]
    }
}

/// The clocks of the kernel, in seconds.
enum ProcessorTime {
    /// What this thread has computed.
    static var ofThread: Double { read(CLOCK_THREAD_CPUTIME_ID) }

    /// What all threads of this process have computed.
    static var ofProcess: Double { read(CLOCK_PROCESS_CPUTIME_ID) }

    /// Time as a clock on the wall shows it.
    static var now: Double { read(CLOCK_MONOTONIC) }

    /// Returns when this process has nothing left to do.
    /// - Throws: `BenchFault` where that does not come.
    static func quiet() async throws {
        for _ in 0..<300 {
            let before = ofProcess
            try await Task.sleep(for: .milliseconds(100))
            if ofProcess - before < 0.005 { return }
        }
        throw BenchFault("the service goes on computing, with nobody there")
    }

    private static func read(_ clock: clockid_t) -> Double {
        var time = timespec()
        clock_gettime(clock, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
