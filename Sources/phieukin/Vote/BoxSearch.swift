import Client
import Recognition
import SecretBallot

/// A voter's look into the sealed box, on the voter's own device.
struct BoxSearch {
    private let device: VotingDevice
    private let voter: VoterClient

    init(_ device: VotingDevice, _ voter: VoterClient) {
        self.device = device
        self.voter = voter
    }

    /// Finds the slips, tells the service, and says what they were counted as where that is known.
    /// - Throws: `Failure`, `DeviceFault`, `ServerProblem`.
    func run() async throws {
        let count = try await find()
        Terminal.say("All your \(device.slips.count) slips are in the sealed box (đã thấy đủ phiếu trong hòm).")
        Terminal.say("\(count) voters have found theirs.")
        guard try await voter.status(of: device.manifest.roundID).state == .certified else { return }
        for line in try await counted() { Terminal.say(line) }
    }

    /// - Returns: how many voters have found their slips.
    func find() async throws -> Int {
        let manifest = device.manifest
        let document = try await voter.seal(of: manifest)
        guard document.isNoted(in: manifest) else {
            throw Failure(
                "ALARM: the seal is not signed by the service's log key", hint: "tell the counting board",
                code: Failure.doesNotHold)
        }
        let entry = try device.find(
            in: try await voter.boxes(of: manifest), roll: try await voter.roll(of: manifest), of: document.seal)
        return try await voter.found(entry, in: manifest.roundID)
    }

    /// What each slip says, opened with the published key: "Chi bộ … – …: Đạt".
    private func counted() async throws -> [String] {
        let manifest = device.manifest
        let opener = try SlipOpener(try await voter.opening(of: manifest).boardPrivateKey, of: manifest)
        return try device.slips.map { bytes in
            let slip = try Slip(bytes)
            let contest = manifest.contests[slip.contest]
            let place = "\(manifest.units[contest.unit].name) – \(manifest.criteria[contest.criterion].name)"
            return "\(place): \(opener.choice(of: slip)?.words(manifest.kind) ?? "invalid (không hợp lệ)")"
        }
    }
}

extension Choice {
    /// As the form has it.
    func words(_ kind: RoundKind) -> String {
        switch self {
        case .blank: "Phiếu trắng"
        case .first: kind.firstChoice.vietnamese
        case .second: kind.secondChoice.vietnamese
        }
    }
}
