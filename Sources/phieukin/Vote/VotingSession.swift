import Client
import SecretBallot

/// A device and a service, from the tokens to the last receipt; everything is kept before it is sent.
struct VotingSession {
    private(set) var device: VotingDevice
    private let voter: VoterClient
    private let keep: (VotingDevice) throws -> Void

    /// - Parameter keep: writes the device down durably.
    init(_ device: VotingDevice, _ voter: VoterClient, keep: @escaping (VotingDevice) throws -> Void) {
        self.device = device
        self.voter = voter
        self.keep = keep
    }

    /// Whether the slips were made, once and for good.
    var isMarked: Bool { !device.slips.isEmpty }

    /// Asks for tokens, unless they are there.
    /// - Throws: `ServerProblem`, `DeviceFault`.
    mutating func obtainTokens() async throws {
        guard !device.hasTokens else { return }
        let responses = try await voter.tokens(device.tokenRequest, in: device.manifest.roundID)
        try device.finalize(responses)
        try keep(device)
    }

    mutating func mark(_ choices: [Choice]) throws {
        try device.mark(choices)
        try keep(device)
    }

    /// Casts the slips that have no receipt yet, one a request, in random order.
    /// - Parameter progress: told how many are in the box.
    mutating func castAll(progress: (Int) -> Void = { _ in }) async throws {
        let slips = device.slips
        var done = slips.count - device.uncast.count
        for contest in device.uncast.shuffled() {
            let receipt = try await voter.cast(slips[contest], in: device.manifest.roundID)
            try device.keep(receipt: receipt, forContest: contest)
            try keep(device)
            done += 1
            progress(done)
        }
    }
}
