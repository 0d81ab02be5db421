import NIOCore
import Synchronization

/// All connections there are, so that nobody takes more than a share, and strangers never all.
final class ConnectionTable: Sendable {
    enum Admission {
        case admitted(Place)

        /// To be told to come again.
        case turnedAway(Place)

        /// To be closed without a word.
        case refused
    }

    /// One connection's; given back when it closes.
    final class Place: Sendable {
        fileprivate let address: PeerAddress?
        fileprivate let isAdmitted: Bool
        fileprivate let close: @Sendable () -> Void

        /// In nanoseconds; 0 while something is under way.
        fileprivate let idleSince: Atomic<UInt64>

        fileprivate init(
            _ address: PeerAddress?, isAdmitted: Bool, at now: NIODeadline, _ close: @escaping @Sendable () -> Void
        ) {
            (self.address, self.isAdmitted, self.close) = (address, isAdmitted, close)
            idleSince = Atomic(now.uptimeNanoseconds)
        }

        func isBusy() { idleSince.store(0, ordering: .relaxed) }
        func isIdle(since time: NIODeadline) { idleSince.store(time.uptimeNanoseconds, ordering: .relaxed) }
    }

    private struct State {
        var places: [ObjectIdentifier: Place] = [:]
        var admitted = 0
        var byAddress: [PeerAddress: Int] = [:]
        var refusals = 0
    }

    private let limits: ConnectionLimits
    private let proxies: Proxies
    private let state = Mutex(State())

    init(_ limits: ConnectionLimits, proxies: Proxies) { (self.limits, self.proxies) = (limits, proxies) }

    /// - Parameter close: called where another connection needs the place of this one, which is idle.
    func admit(
        _ address: PeerAddress?, at now: NIODeadline = .now(), close: @escaping @Sendable () -> Void
    ) -> Admission {
        let counted = proxies.single(address)
        let (admission, displaced) = state.withLock { state -> (Admission, Place?) in
            var displaced: Place?
            if state.admitted >= limits.connections { displaced = Self.displace(&state) }
            let mayEnter =
                state.admitted < limits.connections
                && counted.map { state.byAddress[$0, default: 0] < limits.perAddress } ?? true
            let place = Place(counted, isAdmitted: mayEnter, at: now, close)
            if !mayEnter {
                state.refusals += 1
                guard state.places.count - state.admitted < limits.turnedAway else { return (.refused, displaced) }
            }
            Self.enter(place, &state)
            return (mayEnter ? .admitted(place) : .turnedAway(place), displaced)
        }
        displaced?.close()
        return admission
    }

    func leave(_ place: Place) { state.withLock { Self.leave(place, &$0) } }

    private static func enter(_ place: Place, _ state: inout State) {
        state.places[ObjectIdentifier(place)] = place
        guard place.isAdmitted else { return }
        state.admitted += 1
        if let address = place.address { state.byAddress[address, default: 0] += 1 }
    }

    private static func leave(_ place: Place, _ state: inout State) {
        guard state.places.removeValue(forKey: ObjectIdentifier(place)) != nil, place.isAdmitted else { return }
        state.admitted -= 1
        guard let address = place.address else { return }
        let left = state.byAddress[address, default: 1] - 1
        state.byAddress[address] = left > 0 ? left : nil
    }

    /// Lets go of whoever has done nothing for longest.
    private static func displace(_ state: inout State) -> Place? {
        let idle = state.places.values.filter { $0.isAdmitted && $0.idleSince.load(ordering: .relaxed) > 0 }
        let oldest = idle.min { $0.idleSince.load(ordering: .relaxed) < $1.idleSince.load(ordering: .relaxed) }
        if let oldest { leave(oldest, &state) }
        return oldest
    }
}

extension ConnectionTable: MetricSource {
    var metrics: [Metric] {
        let (open, refusals) = state.withLock { ($0.places.count, $0.refusals) }
        return [
            Metric("phieukin_connections", .gauge, "Open connections.", [Metric.Sample(open)]),
            Metric(
                "phieukin_connections_refused_total", .counter,
                "Connections refused because there were too many, of one address or at all.",
                [Metric.Sample(refusals)]),
        ]
    }
}
