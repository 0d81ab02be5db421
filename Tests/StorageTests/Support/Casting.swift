@testable import Storage

extension BallotSpool {
    func cast(_ slip: TestSlip) async throws -> Admission {
        try await cast(slipID: slip.slipID, contest: slip.contest, slip: slip.bytes)
    }
}
