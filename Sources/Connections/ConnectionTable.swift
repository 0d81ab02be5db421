import NIOCore
import Synchronization

/// All connections there are, so that nobody takes more than a share, and strangers never all.
public final class ConnectionTable: Sendable {
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

        /// In nanoseconds: from when on it may be let go for another's sake.
        fileprivate let mayGo: Atomic<UInt64>

        fileprivate init(
            _ address: PeerAddress?, isAdmitted: Bool, at now: NIODeadline, _ close: @escaping @Sendable () -> Void
        ) {
            (self.address, self.isAdmitted, self.close) = (address, isAdmitted, close)
            mayGo = Atomic(now.uptimeNanoseconds)
        }

        /// - Parameter time: nil while it may not.
        func mayGo(from time: NIODeadline?) {
            mayGo.store((time ?? .distantFuture).uptimeNanoseconds, ordering: .relaxed)
        }
    }

    private struct State {
        var places: [ObjectIdentifier: Place] = [:]
        var admitted = 0
        var byAddress: [PeerAddress: Int] = [:]
        var refusals = 0
        var displaced = 0
    }

    private let limits: ConnectionLimits
    private let proxies: Proxies
    private let state = Mutex(State())

    public init(_ limits: ConnectionLimits, proxies: Proxies) { (self.limits, self.proxies) = (limits, proxies) }

    /// - Parameter close: called where another connection needs the place of this one, which does nothing or is slow.
    func admit(
        _ address: PeerAddress?, at now: NIODeadline = .now(), close: @escaping @Sendable () -> Void
    ) -> Admission {
        let counted = proxies.single(address)
        let (admission, displaced) = state.withLock { state -> (Admission, Place?) in
            let displaced = hasRoom(for: counted, state) ? nil : displace(for: counted, at: now, &state)
            let mayEnter = hasRoom(for: counted, state)
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

    /// What an operator sees of it: numbers alone.
    public struct Counts: Sendable, Hashable {
        public let open: Int

        /// Since the start: refused because there were too many, of one address or at all; let go, idle or slow, because
        /// others needed the place.
        public let refused, displaced: Int
    }

    public var counts: Counts {
        state.withLock { Counts(open: $0.places.count, refused: $0.refusals, displaced: $0.displaced) }
    }

    func leave(_ place: Place) { state.withLock { Self.leave(place, &$0) } }

    private func hasShare(_ address: PeerAddress?, _ state: State) -> Bool {
        address.map { state.byAddress[$0, default: 0] < limits.perAddress } ?? true
    }

    private func hasRoom(for address: PeerAddress?, _ state: State) -> Bool {
        state.admitted < limits.connections && hasShare(address, state)
    }

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

    /// Lets go of whoever has done nothing for longest, or is furthest behind; where an address has all of its share,
    /// of its own.
    private func displace(for address: PeerAddress?, at now: NIODeadline, _ state: inout State) -> Place? {
        let isOverShare = !hasShare(address, state)
        var (first, time) = (Place?.none, now.uptimeNanoseconds)
        for place in state.places.values where place.isAdmitted && (!isOverShare || place.address == address) {
            let mayGo = place.mayGo.load(ordering: .relaxed)
            if mayGo <= time { (first, time) = (place, mayGo) }
        }
        guard let first else { return nil }
        Self.leave(first, &state)
        state.displaced += 1
        return first
    }
}
