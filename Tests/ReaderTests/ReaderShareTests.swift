import Synchronization
import Testing

@testable import Reader

/// What one address may have of the readers, and of the places to wait for one.
@Suite struct ReaderShareTests {
    private static let (one, other) = (Asker.stranger([203, 0, 113, 9]), Asker.stranger([203, 0, 113, 10]))

    /// Two readers, one of them at most for one address, and two of eight places.
    private static func run(
        count: Int = 2, startsAhead: Bool = false, _ body: (ReaderPool) async throws -> Void
    ) async throws {
        try await Impostor.run(Impostor.hello + "exec sleep 600") { impostor in
            let configure = { (settings: inout ReaderSettings) in
                (settings.count, settings.places, settings.startsAhead) = (count, 8, startsAhead)
                settings.patience = .seconds(60)
            }
            try await Readers.run(impostor.path, configure, body)
        }
    }

    /// Asks for readers and waits until all who ask for one stand in the queue.
    private static func queue(
        _ pool: ReaderPool, _ askers: [Asker], _ body: @escaping @Sendable (Asker) -> Void = { _ in }
    ) async -> [Task<Void, any Error>] {
        var tasks: [Task<Void, any Error>] = []
        for asker in askers {
            let before = pool.counts.waiting
            tasks.append(Task { try await pool.reading(for: asker) { _ in body(asker) } })
            while pool.counts.waiting == before { await Task.yield() }
        }
        return tasks
    }

    @Test(arguments: [false, true]) func oneAddressKeepsNobodyOut(startsAhead: Bool) async throws {
        try await Self.run(startsAhead: startsAhead) { pool in
            var waiting: [Task<Void, any Error>] = []
            try await pool.reading(for: Self.one) { _ in
                waiting = await Self.queue(pool, [Self.one, Self.one])
                for _ in 0..<20 {
                    await Readers.expect(.busy(retryAfter: 60)) { try await pool.reading(for: Self.one) { _ in } }
                }
                // The neighbour, those behind one proxy and the staff are served while it waits, again and again.
                for asker in [Self.other, .stranger(nil), .staff, Self.other] {
                    try await pool.reading(for: asker) { _ in
                        #expect(pool.counts.busy == 2 && pool.counts.waiting == 2)
                    }
                }
            }
            // And it is served too, one file after the other, when its share is free again.
            for task in waiting { try await task.value }
            try await pool.reading(for: Self.one) { _ in }
            #expect(pool.counts.refused == 20 && pool.counts.waiting == 0)
        }
    }

    /// Its share comes free while another reader stands ready: nothing else would wake it.
    @Test func whoWasPassedOverIsGivenTheReaderThatStandsReady() async throws {
        try await Self.run(startsAhead: true) { pool in
            var waiting: [Task<Void, any Error>] = []
            try await pool.reading(for: Self.one) { _ in
                waiting = await Self.queue(pool, [Self.one])
                while pool.counts.ready == 0 { await Task.yield() }
                #expect(pool.counts.waiting == 1)
            }
            for task in waiting { try await task.value }
        }
    }

    /// A proxy stands for many, and has no share of its own.
    @Test func manyBehindOneAddressHaveAllReadersAndAllPlaces() async throws {
        try await Self.run { pool in
            var waiting: [Task<Void, any Error>] = []
            try await pool.reading(for: .stranger(nil)) { _ in
                try await pool.reading(for: .stranger(nil)) { _ in
                    waiting = await Self.queue(pool, .init(repeating: .stranger(nil), count: 8))
                    await Readers.expect(.busy(retryAfter: 60)) { try await pool.reading(for: Self.other) { _ in } }
                    waiting += await Self.queue(pool, [.staff])
                }
            }
            for task in waiting { try await task.value }
        }
    }

    /// A single reader is everybody's, in the order in which they came, the staff before strangers.
    @Test func aSingleReaderIsEverybodys() async throws {
        let order = Mutex<[Asker]>([])
        try await Self.run(count: 1) { pool in
            var waiting: [Task<Void, any Error>] = []
            try await pool.reading(for: Self.one) { _ in
                waiting = await Self.queue(pool, [Self.one, Self.other, Self.one, .staff]) { asker in
                    order.withLock { $0.append(asker) }
                }
            }
            for task in waiting { try await task.value }
        }
        #expect(order.withLock(\.self) == [.staff, Self.one, Self.other, Self.one])
    }

    @Test(arguments: [(1, 0, 1, 0), (1, 1, 1, 1), (2, 16, 1, 4), (3, 3, 1, 1), (64, 1_000, 32, 250)])
    func aShareIsNeverNothingNorAll(count: Int, places: Int, readers: Int, waiting: Int) {
        var settings = ReaderSettings()
        (settings.count, settings.places) = (count, places)
        #expect(settings.perAddress == readers && settings.placesPerAddress == waiting)
    }
}
