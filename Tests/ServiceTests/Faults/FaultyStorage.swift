import OpenSSLKit

@testable import Storage

/// A data folder whose every call goes through a plan of faults.
final class FaultyStorage: BallotStorage {
    let plan: FaultPlan
    private let folder: DataFolder

    init(_ place: StoragePlace, _ plan: FaultPlan) throws {
        self.plan = plan
        folder = try DataFolder(opening: place.layout) { FaultyEngine(engine: $0, plan: plan) }
    }

    var register: any Register { folder.register }
    var place: String { folder.place }

    func createSpool(
        of roundID: [UInt8], tokenKeys: [SecretBytes], gatewayKey: SecretBytes?
    ) async throws -> any BallotSpool {
        try await plan.around {
            let spool = try await folder.createSpool(of: roundID, tokenKeys: tokenKeys, gatewayKey: gatewayKey)
            return FaultySpool(spool: spool, plan: plan)
        }
    }

    func openSpool(of roundID: [UInt8]) async throws -> any BallotSpool {
        try await plan.around { FaultySpool(spool: try await folder.openSpool(of: roundID), plan: plan) }
    }

    func destroySpool(of roundID: [UInt8]) async throws {
        try await plan.around { try await folder.destroySpool(of: roundID) }
    }

    func boxes(of roundID: [UInt8]) -> any SealedBoxes { FaultyBoxes(boxes: folder.boxes(of: roundID), plan: plan) }
    func archive(of roundID: [UInt8]) -> KeptFile { folder.archive(of: roundID) }
    func holding(of roundID: [UInt8]) -> RoundHolding { folder.holding(of: roundID) }
    func holdings() throws -> [RoundHolding] { try folder.holdings() }
    func tryWriting() async throws { try await folder.tryWriting() }
    func close() throws { try folder.close() }
}

private struct FaultyEngine: SQLEngine {
    let engine: any SQLEngine
    let plan: FaultPlan

    func read<Value: Sendable>(_ body: @Sendable (any SQLSession) throws -> Value) async throws -> Value {
        try await plan.around { try await engine.read(body) }
    }

    func write<Value: Sendable>(_ body: @Sendable (any SQLSession) throws -> Value) async throws -> Value {
        try await plan.around { try await engine.write(body) }
    }

    func prepare(_ body: (any SQLSession) throws -> Void) throws { try engine.prepare(body) }
    func close() throws { try engine.close() }
}

private struct FaultyBoxes: SealedBoxes {
    let boxes: any SealedBoxes
    let plan: FaultPlan

    var file: KeptFile { boxes.file }

    func write(from spool: any BallotSpool) async throws {
        try await plan.around { try await boxes.write(from: spool) }
    }
    func areHeld(by spool: any BallotSpool) async throws -> Bool {
        try await plan.around { try await boxes.areHeld(by: spool) }
    }
    func remove(_ permission: BoxRemoval) async throws { try await plan.around { try await boxes.remove(permission) } }

    func restore(
        from spool: any BallotSpool, where holds: @Sendable (_ read: BoxReading) throws -> Bool
    ) async throws -> Bool {
        try await plan.around { try await boxes.restore(from: spool, where: holds) }
    }
}

private struct FaultySpool: BallotSpool {
    let spool: any BallotSpool
    let plan: FaultPlan

    var contests: Int { spool.contests }
    var counts: SpoolCounts { spool.counts }

    func tokenKeys() async throws -> [SecretBytes] { try await plan.around { try await spool.tokenKeys() } }
    func gatewayKey() async throws -> SecretBytes? { try await plan.around { try await spool.gatewayKey() } }
    func issue(_ issuance: Issuance) async throws -> Admission {
        try await plan.around { try await spool.issue(issuance) }
    }
    func issuance(of voter: Int) async throws -> Issuance? {
        try await plan.around { try await spool.issuance(of: voter) }
    }
    func issuances() async throws -> [Issuance] { try await plan.around { try await spool.issuances() } }

    func cast(slipID: [UInt8], contest: Int, slip: [UInt8]) async throws -> Admission {
        try await plan.around { try await spool.cast(slipID: slipID, contest: contest, slip: slip) }
    }
    func cast(_ slips: [CastSlip]) async throws -> [Admission] { try await plan.around { try await spool.cast(slips) } }

    func keep(closing: [UInt8]) async throws -> Admission {
        try await plan.around { try await spool.keep(closing: closing) }
    }
    func closing() async throws -> [UInt8]? { try await plan.around { try await spool.closing() } }

    func close() async { await spool.close() }
    func reopen() { spool.reopen() }

    func withBoxes<Value: Sendable>(_ body: @Sendable (_ read: BoxReading) throws -> Value) async throws -> Value {
        try await plan.around { try await spool.withBoxes(body) }
    }

    func shutDown() async throws { try await plan.around { try await spool.shutDown() } }
    func destroy() async throws { try await plan.around { try await spool.destroy() } }
}
