import Foundation
import Synchronization

/// The one clock of the service, so that tests have their own.
///
/// Three times, for three uses: `now` is what the machine's clock shows, and what is recorded and printed; `steady` is
/// for what expires: it never goes back, however the machine's clock is set, so that expired stays expired; `elapsed` is
/// for short spans, and nobody can set it.
public struct ServiceClock: Sendable {
    private let read: @Sendable () -> Int
    private let measure: @Sendable () -> Int
    private let mark: HighMark

    /// - Parameters:
    ///   - read: seconds since 1970.
    ///   - measure: seconds since some moment of this process; those of `read` where nil.
    public init(_ read: @escaping @Sendable () -> Int, elapsed measure: (@Sendable () -> Int)? = nil) {
        self.read = read
        self.measure = measure ?? read
        mark = HighMark(time: read(), at: self.measure())
    }

    public static let system: ServiceClock = {
        let start = ContinuousClock.now
        return ServiceClock({ Int(Date().timeIntervalSince1970) }) {
            Int((ContinuousClock.now - start).components.seconds)
        }
    }()

    /// Seconds since 1970.
    public var now: Int { read() }

    /// By how many seconds a running clock is set back without anybody's having done wrong.
    private static let correction = 60

    /// Whether it shows a time before what was recorded, and by more than a correction.
    func isBehind(_ recorded: Int) -> Bool { now < recorded - Self.correction }

    /// Seconds since 1970 that never go back: at least the latest that was seen, and what has passed since.
    public var steady: Int { mark.advance(to: read(), at: measure()) }

    /// Seconds of a clock that cannot be set.
    public var elapsed: Int { measure() }

    /// Lets `steady` begin no earlier than `time`, the latest that was recorded before this process.
    func begin(notBefore time: Int) { _ = mark.advance(to: time, at: measure()) }
}

/// The latest time seen, and when.
private final class HighMark: Sendable {
    private let mark: Mutex<(time: Int, at: Int)>

    init(time: Int, at moment: Int) { mark = Mutex((time, moment)) }

    func advance(to time: Int, at moment: Int) -> Int {
        mark.withLock { mark in
            mark = (max(time, mark.time + max(0, moment - mark.at)), moment)
            return mark.time
        }
    }
}
