import Client
import Recognition
import SecretBallot

/// At the meeting.
extension Demo {
    /// Everybody present votes, at once.
    func vote(_ round: String, _ manifest: Manifest, _ staff: DemoStaff) async throws -> [DemoDevice] {
        output.begin("Điểm danh, phát phiếu")
        let turnout = try await staff.secretary.setPresence(example.presence.marks, of: round)
        output.step("Triệu tập \(turnout.summoned), có mặt \(turnout.present).")
        try await staff.secretary.issue(round)
        let devices = try await issue(manifest)
        try await refuseStrangers(manifest, present: devices[0].device.voter)
        output.begin("Bỏ phiếu")
        try await staff.secretary.vote(round)
        let cast = try await cast(devices)
        let relayed = try await HandoverClient(to: relay, beside: connection.address).voterCount(of: manifest.roundID)
        output.step("\(relayed) người giao phiếu cho trạm của \(relay.name); giao rồi, chưa vào hòm.")
        output.step("\(cast[0].name) tự chọn bỏ thẳng vào hòm, sau khi đọc: máy chủ có thể biết phiếu từ máy nào đến.")
        let slips = try await slipCount(manifest)
        output.step("Trong hòm mới có \(slips) phiếu bỏ thẳng; trạm giữ phần còn lại đến khi kết thúc bỏ phiếu.")
        try require(relayed == cast.count - 1 && slips == manifest.contests.count, "số phiếu đã giao và đã vào hòm")
        return cast
    }

    func slipCount(_ manifest: Manifest) async throws -> Int {
        try await voter.status(of: manifest.roundID).turnout?.slips ?? 0
    }

    /// Those present ask for their slips, at once; the first of them loses an answer and asks again.
    private func issue(_ manifest: Manifest) async throws -> [DemoDevice] {
        var devices = try await offEventLoops { [cards, example = example.presence.marks] in
            try zip(cards.voters, cards.codes)
                .filter { voter, _ in example.contains { $0.voter == voter.id && $0.mark == .present } }
                .map { DemoDevice(name: $0.name, device: try VotingDevice(manifest, code: $1)) }
        }
        _ = try await voter.tokens(devices[0].device.tokenRequest, in: manifest.roundID)
        output.step("\(devices[0].name): mất câu trả lời của máy chủ giữa chừng; máy gửi lại đúng yêu cầu cũ.")
        devices = try await together(devices) { _, session in try await session.obtainTokens() }
        output.step("\(devices.count) người đã nhận phiếu trắng ký mù: máy chủ không biết phiếu nào của ai.")
        return devices
    }

    /// Who is absent gets nothing, and nobody gets slips twice.
    private func refuseStrangers(_ manifest: Manifest, present: String) async throws {
        let absent = example.presence.marks.filter { $0.mark == .absent }.map(\.voter)
        for (voter, code) in zip(cards.voters, cards.codes) where absent.contains(voter.id) {
            let problem = try await refused("voter-absent") { try await ask(manifest, code) }
            output.step("\(voter.name) vắng mặt, xin phiếu: bị từ chối (\(problem.messages.vietnamese))")
        }
        for (voter, code) in zip(cards.voters, cards.codes) where voter.id == present {
            let problem = try await refused("already-issued") { try await ask(manifest, code) }
            output.step("\(voter.name) dùng máy thứ hai xin phiếu lần nữa: bị từ chối (\(problem.messages.vietnamese))")
        }
    }

    private func ask(_ manifest: Manifest, _ code: AccessCode) async throws -> TokenAnswer {
        try await voter.tokens(VotingDevice(manifest, code: code).tokenRequest, in: manifest.roundID)
    }

    /// The first casts straight, all others through the relay.
    private func cast(_ devices: [DemoDevice]) async throws -> [DemoDevice] {
        let (marks, line) = (example.marks, try HandoverClient(to: relay, beside: connection.address))
        return try await together(devices) { place, session in
            let choices = try marks.choices(of: session.device.manifest, ballot: session.device.voter)
            guard place > 0 else {
                try session.mark(choices)
                return try await session.castAll()
            }
            try session.mark(choices, through: RelayWay(relay: 0, atLeast: session.device.proposedMix))
            try await session.handOver(to: line)
        }
    }

    /// Every device does its part at the same time as the others.
    func together(
        _ devices: [DemoDevice], _ act: @escaping @Sendable (Int, inout VotingSession) async throws -> Void
    ) async throws -> [DemoDevice] {
        try await withThrowingTaskGroup(of: (Int, DemoDevice).self) { group in
            for (place, one) in devices.enumerated() {
                group.addTask { [voter] in
                    var session = VotingSession(one.device, voter) { _ in }
                    try await act(place, &session)
                    return (place, DemoDevice(name: one.name, device: session.device))
                }
            }
            var done = devices
            for try await (place, device) in group { done[place] = device }
            return done
        }
    }
}
