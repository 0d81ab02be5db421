import NIOCore

@testable import Service

/// A service's lanes by name, for tests that say which of them shall be full.
enum LaneKind: CaseIterable {
    case live, gateway, signIns, passwords, verification, papers, keys, counting, records, uploads

    /// Runs `body` while these lanes have neither a thread nor a seat left.
    static func filling<Value: Sendable>(
        _ kinds: [LaneKind], of lanes: Lanes, _ body: () async throws -> Value
    ) async throws -> Value {
        guard let kind = kinds.first else { return try await body() }
        return try await kind.filled(of: lanes) {
            try await filling(Array(kinds.dropFirst()), of: lanes, body)
        }
    }

    func filled<Value: Sendable>(of lanes: Lanes, _ body: () async throws -> Value) async throws -> Value {
        switch self {
        case .live: try await Self.fill(lanes.live, body)
        case .gateway: try await Self.fill(lanes.gateway, body)
        case .signIns: try await Self.fill(lanes.signIns, body)
        case .passwords: try await Self.fill(lanes.passwords, body)
        case .verification: try await Self.fill(lanes.verification, body)
        case .papers: try await Self.fill(lanes.papers, body)
        case .keys: try await Self.fill(lanes.keys, body)
        case .counting: try await Self.fill(lanes.counting, body)
        case .records: try await Self.fill(lanes.records, body)
        case .uploads: try await Self.fill(lanes.uploads, body)
        }
    }

    private static func fill<Work: LaneWork, Value: Sendable>(
        _ lane: Lane<Work>, _ body: () async throws -> Value
    ) async throws -> Value {
        let cores = System.coreCount
        return try await Gate.closing(lane, cores: cores, waiting: Work.plan(cores: cores).queue, body)
    }
}
