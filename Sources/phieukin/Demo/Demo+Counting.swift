import Client
import Recognition
import SecretBallot

/// From the seal to the certified result.
extension Demo {
    /// The relay mixes, and sends; the box is sealed; the voters look for their slips.
    func seal(_ round: String, _ manifest: Manifest, _ devices: [DemoDevice], _ staff: DemoStaff) async throws {
        output.begin("Kết thúc bỏ phiếu, niêm phong hòm phiếu")
        try await staff.secretary.close(round)
        output.step("Đã kết thúc bỏ phiếu: không phát thêm phiếu nào, ai nhận phiếu đã được ghi lại và công khai.")
        let devices = try await mixed(devices, manifest)
        try await staff.secretary.seal(round)
        output.step("Đã niêm phong; khóa phát phiếu bị hủy, thứ tự bỏ phiếu không còn ở đâu.")
        var count = 0
        for one in devices { count = try await BoxSearch(one.device, voter).find() }
        output.step("\(count) người tải cả hòm về máy mình và thấy đủ phiếu của mình.")
        try require(count == devices.count, "số người thấy phiếu")
    }

    /// - Returns: the devices with the receipts that came back through the relay.
    private func mixed(_ devices: [DemoDevice], _ manifest: Manifest) async throws -> [DemoDevice] {
        let count = try await statedByRelay(manifest)
        output.step("Trạm của \(relay.name) trộn phiếu của \(count) người làm một, gửi vào hòm, và ký con số ấy.")
        let line = try HandoverClient(to: relay, beside: connection.address)
        let asked = try await together(devices) { _, session in
            if session.device.passage != nil { try await session.ask(line) }
        }
        let slips = try await slipCount(manifest)
        output.step("Máy từng người nhận đủ biên nhận qua trạm: trong hòm có \(slips) phiếu.")
        let all = slips == asked.count * manifest.contests.count && asked.allSatisfy { $0.device.uncast.isEmpty }
        try require(all && count == asked.count - 1, "số phiếu trong hòm")
        return asked
    }

    private func statedByRelay(_ manifest: Manifest) async throws -> Int {
        for _ in 0..<600 {
            if let voters = try await voter.status(of: manifest.roundID).relays.first?.voters { return voters }
            try await Task.sleep(for: .milliseconds(100))
        }
        throw Failure("demo: the relay does not say how many ballots it mixed", code: Failure.doesNotHold)
    }

    /// One member of the board is away: the others are enough.
    func count(
        _ round: String, _ manifest: Manifest, _ board: inout DemoBoard, _ staff: DemoStaff
    ) async throws {
        output.begin("Mở hòm, kiểm phiếu")
        let sealed = try await SealedRound(manifest.roundID, from: voter)
        let report = try await sealed.audited()
        output.step(
            "Máy của ban kiểm phiếu kiểm tra hòm đã niêm phong: \(report.checked[.slip] ?? 0) phiếu, \(report.faultCount) lỗi."
        )
        let opening = example.plan.opening
        output.step("\(board.name(opening)) vắng mặt; \(opening) người còn lại là đủ.")
        for place in 0..<opening {
            try await board.giveShare(of: place, after: report)
            output.step(
                "\(board.name(place)) đưa phần khóa của mình\(place + 1 < opening ? "; một mình chưa mở được." : "; hòm được mở và đếm.")"
            )
        }
        let results = try await staff.board.results(of: round)
        let table = try await Recount(of: manifest.roundID, voter).table(results)
        try require(example.expected.matches(results, table.outcomes), "kết quả")
        output.step(table.text)
        output.step("Khớp từng phiếu với kết quả do một chương trình khác tính (expected.json).")
        try output.write(Array(table.text.utf8), to: "ket-qua.txt")
        for place in 0..<opening { try await board.signMinutes(of: place, sealed) }
        output.step("Máy của từng người tự mở và đếm lại, ra đúng kết quả ấy, và ký biên bản.")
        try await certify(round, staff)
    }

    /// The warnings are read before the results are published.
    private func certify(_ round: String, _ staff: DemoStaff) async throws {
        let problem = try await refused("unacknowledged-warnings") { try await staff.secretary.certify(round) }
        output.step("Cảnh báo trước khi công bố, đọc trước hội nghị (\(problem.warnings.count)):")
        for warning in problem.warnings.prefix(3) { output.step("! \(warning.messages.vietnamese)") }
        try await staff.secretary.certify(round, acknowledging: Set(problem.warnings.map(\.name)).sorted())
        output.step("Hội nghị đã nghe và chấp nhận; kết quả được công bố.")
    }
}
