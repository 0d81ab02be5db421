import Client
import Decisions
import OpenSSLKit
import SecretBallot

/// What anybody can check afterwards, with no server.
extension Demo {
    func checkRecord(of manifest: Manifest) async throws {
        output.begin("Hồ sơ và kiểm tra độc lập")
        let path = output.path("record.zip")
        try await RecordCommand.download(manifest.roundID, from: voter, to: path)
        output.step("Đã tải hồ sơ: record.zip. Kiểm tra lại từ đầu, không hỏi máy chủ:")
        let findings = try await audit(path, manifest.roundID)
        findings.lines(inEnglish: false).forEach { output.step("  " + $0) }
        try require(findings.report.holds, "kiểm tra hồ sơ")
        try await refuseTampered(path, manifest)
        output.step(
            "Tự kiểm tra: phieukin audit \(path) --round \(manifest.roundID) --trust \(output.path("ca-dung-thu.pem"))")
    }

    /// One mark too many in the tally, and the audit says so.
    private func refuseTampered(_ path: String, _ manifest: Manifest) async throws {
        let copy = output.path("record-bi-sua.zip")
        try RecordForgery(of: path, to: copy).makeUp(manifest)
        let findings = try await audit(copy, manifest.roundID)
        try require(!findings.report.holds, "hồ sơ bị sửa")
        output.step("Bản sao record-bi-sua.zip, sửa một con số trong kết quả kiểm phiếu: bị phát hiện.")
        for fault in findings.report.faults.prefix(3) { output.step("  FAULT \(fault)") }
    }

    private func audit(_ path: String, _ roundID: RoundID) async throws -> AuditFindings {
        let audit = RecordAudit(
            path: path, expecting: roundID, verifier: DecisionVerifier(anchors: TrustAnchors([trial.authority])))
        return try await offEventLoops { try audit.run(isShown: Terminal.isWatched) }
    }
}
