import NIOCore
import Synchronization
import Testing

@testable import Connections

/// How many connections there may be, and whose.
@Suite struct ConnectionTableTests {
    private static func limits(_ connections: Int, perAddress: Int = 100, turnedAway: Int = 0) -> ConnectionLimits {
        var limits = ConnectionLimits()
        (limits.connections, limits.perAddress, limits.turnedAway) = (connections, perAddress, turnedAway)
        return limits
    }

    private static func place(_ admission: ConnectionTable.Admission) -> ConnectionTable.Place? {
        if case .admitted(let place) = admission { return place }
        return nil
    }

    private static func isTurnedAway(_ admission: ConnectionTable.Admission) -> Bool {
        if case .turnedAway = admission { return true }
        return false
    }

    private static func address(_ text: String) throws -> PeerAddress { try #require(PeerAddress(text: text)) }

    @Test func oneAddressHasItsShareAndNoMore() throws {
        let table = ConnectionTable(Self.limits(100, perAddress: 3, turnedAway: 1), proxies: try Proxies())
        let one = try Self.address("192.0.2.1")
        let places = (0..<3).compactMap { _ in Self.place(table.admit(one) {}) }
        #expect(places.count == 3)
        for place in places { place.mayGo(from: nil) }
        #expect(Self.isTurnedAway(table.admit(one) {}), "the fourth is told so")
        guard case .refused = table.admit(one, close: {}) else {
            Issue.record("the fifth is closed without a word")
            return
        }
        #expect(Self.place(table.admit(try Self.address("192.0.2.2")) {}) != nil, "others are not kept out")
        table.leave(places[0])
        table.leave(places[0])
        Self.place(table.admit(one) {})?.mayGo(from: nil)
        #expect(Self.place(table.admit(one) {}) == nil, "a place is given back once")
    }

    @Test func anAddressMakesRoomForItselfOutOfItsOwn() throws {
        let table = ConnectionTable(Self.limits(100, perAddress: 2), proxies: try Proxies())
        let closed = Mutex<[String]>([])
        for (text, time) in [("192.0.2.1", 1), ("192.0.2.2", 2), ("192.0.2.2", 3)] {
            let place = Self.place(
                table.admit(try Self.address(text)) { closed.withLock { $0.append("\(text) \(time)") } })
            place?.mayGo(from: .uptimeNanoseconds(UInt64(time)))
        }
        #expect(Self.place(table.admit(try Self.address("192.0.2.2")) {}) != nil)
        #expect(closed.withLock { $0 } == ["192.0.2.2 2"], "another's, older than all, is not touched")
    }

    @Test func whoIsLateGoesBeforeWhoIsIdleForLess() throws {
        let table = ConnectionTable(Self.limits(3), proxies: try Proxies())
        let closed = Mutex<[Int]>([])
        for (number, time) in [UInt64(50), 40, 90].enumerated() {
            Self.place(table.admit(nil) { closed.withLock { $0.append(number) } })?
                .mayGo(from: .uptimeNanoseconds(time))
        }
        #expect(Self.place(table.admit(nil, at: .uptimeNanoseconds(80)) {}) != nil)
        #expect(closed.withLock { $0 } == [1])
        #expect(table.counts.displaced == 1)
        // The newcomer and the first go; whose time has not come stays.
        for _ in 0..<2 {
            Self.place(table.admit(nil, at: .uptimeNanoseconds(85)) {})?.mayGo(from: nil)
        }
        #expect(Self.place(table.admit(nil, at: .uptimeNanoseconds(85)) {}) == nil)
        #expect(closed.withLock { $0 } == [1, 0])
    }

    @Test func aProxyAndThisMachineStandForMany() throws {
        let table = ConnectionTable(
            Self.limits(100, perAddress: 1), proxies: try Proxies(["192.0.2.7", "2001:db8::7"]))
        for text in ["192.0.2.7", "2001:db8::7", "127.0.0.1", "::1", "::ffff:127.0.0.1"] {
            for _ in 0..<5 { #expect(Self.place(table.admit(try Self.address(text)) {}) != nil, "\(text)") }
        }
        for _ in 0..<5 { #expect(Self.place(table.admit(nil) {}) != nil, "a socket of the file system") }
        #expect(throws: Proxies.NoAddress.self) { try Proxies(["localhost"]) }
        #expect(throws: Proxies.NoAddress.self) { try Proxies(["192.0.2.0/24"]) }
    }

    @Test func whoHasDoneNothingForLongestMakesRoom() throws {
        let table = ConnectionTable(Self.limits(3), proxies: try Proxies())
        let closed = Mutex<[Int]>([])
        let places = (0..<3).compactMap { number in
            Self.place(
                table.admit(nil, at: .uptimeNanoseconds(UInt64(number + 1))) { closed.withLock { $0.append(number) } })
        }
        places[0].mayGo(from: nil)
        #expect(Self.place(table.admit(nil) {}) != nil)
        #expect(closed.withLock { $0 } == [1])
        places[2].mayGo(from: nil)
        places[0].mayGo(from: .uptimeNanoseconds(50))
        #expect(Self.place(table.admit(nil) {}) != nil)
        #expect(closed.withLock { $0 } == [1, 0])
    }

    @Test func whoIsBeingAnsweredIsNotPutOut() throws {
        let table = ConnectionTable(Self.limits(2, turnedAway: 1), proxies: try Proxies())
        for _ in 0..<2 { Self.place(table.admit(nil) { Issue.record("a busy one was closed") })?.mayGo(from: nil) }
        #expect(Self.isTurnedAway(table.admit(nil) {}))
        #expect(table.counts == .init(open: 3, refused: 1, displaced: 0))
    }

    @Test func aHouseholdIsOneAddress() throws {
        #expect(try Self.address("2001:db8:1:2::1") == Self.address("2001:db8:1:2:ffff:ffff:ffff:ffff"))
        #expect(try Self.address("2001:db8:1:2::1") != Self.address("2001:db8:1:3::1"))
        #expect(try Self.address("::ffff:192.0.2.1") == Self.address("192.0.2.1"))
        #expect(try Self.address("192.0.2.1") != Self.address("192.0.2.2"))
        #expect(try !Self.address("::2").isLoopback && Self.address("127.8.8.8").isLoopback)
        for text in ["", "host", "192.0.2", "192.0.2.1:80"] { #expect(PeerAddress(text: text) == nil) }
    }

    @Test(arguments: [(1_024, 768), (4_096, 3_840), (65_536, 4_096), (256, 16), (100, 16)])
    func descriptorsAreKeptBack(descriptors: Int, connections: Int) {
        let limits = ConnectionLimits(descriptors: descriptors)
        #expect(limits.connections == connections)
        #expect(limits.perAddress < connections)
    }
}
