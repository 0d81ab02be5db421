import Client
import Recognition
import SecretBallot

/// From the seal to the certified result.
extension Demo {
    /// The box is sealed; the voters look for their slips.
    func seal(_ round: String, _ devices: [DemoDevice], _ staff: DemoStaff) async throws {
        output.begin("Kết thúc bỏ phiếu, niêm phong hòm phiếu")
        try await staff.secretary.close(round)
        output.step("Đã kết thúc bỏ phiếu: không phát thêm phiếu nào, ai nhận phiếu đã được ghi lại và công khai.")
        try await staff.secretary.seal(round)
        output.step("Đã niêm phong; khóa phát phiếu bị hủy, thứ tự bỏ phiếu không còn ở đâu.")
        var count = 0
        for one in devices { count = try await BoxSearch(one.device, voter).find() }
        output.step("\(count) người tải cả hòm về máy mình và thấy đủ phiếu của mình.")
        try require(count == devices.count, "số người thấy phiếu")
    }

    func count(_ round: String, _ manifest: Manifest, _ staff: DemoStaff) async throws {
        output.begin("Mở hòm, kiểm phiếu")
        let sealed = try await SealedRound(manifest.roundID, from: voter)
        let report = try await sealed.audited()
        output.step(
            "Máy của ban kiểm phiếu kiểm tra hòm đã niêm phong: \(report.checked[.slip] ?? 0) phiếu, \(report.faultCount) lỗi."
        )
        try await staff.board.open(round, with: boardDevice.share(after: report))
        output.step("Ban kiểm phiếu đưa khóa ra; hòm được mở và đếm.")
        let results = try await staff.board.results(of: round)
        let table = try await Recount(of: manifest.roundID, voter).table(results)
        try require(example.expected.matches(results, table.outcomes), "kết quả")
        output.step(table.text)
        output.step("Khớp từng phiếu với kết quả do một chương trình khác tính (expected.json).")
        try output.write(Array(table.text.utf8), to: "ket-qua.txt")
        let signature = try await offEventLoops { [boardDevice] in
            try boardDevice.signMinutes(of: sealed, after: report, counting: results.tallies)
        }
        try await staff.board.sign(signature, of: round)
        output.step("Máy của ban kiểm phiếu tự mở và đếm lại, ra đúng kết quả ấy, và ký biên bản.")
        try await certify(round, manifest, staff)
    }

    /// The warnings are read before the results are published.
    private func certify(_ round: String, _ manifest: Manifest, _ staff: DemoStaff) async throws {
        let problem = try await refused("unacknowledged-warnings") { try await staff.secretary.certify(round) }
        output.step("Cảnh báo trước khi công bố, đọc trước hội nghị (\(problem.warnings.count)):")
        for warning in problem.warnings.prefix(3) { output.step("! \(warning.words(manifest))") }
        try await staff.secretary.certify(round, acknowledging: Set(problem.warnings.map(\.name)).sorted())
        output.step("Hội nghị đã nghe và chấp nhận; kết quả được công bố.")
    }
}
