import Client
import Decisions
import OpenSSLKit
import Recognition
import SecretBallot

/// What follows from the result.
extension Demo {
    /// The signer signs a decision for each unit that is recognised.
    func decide(_ round: String, _ manifest: Manifest, _ staff: DemoStaff) async throws -> [IssuedDecision] {
        output.begin("Ký quyết định công nhận")
        let notice = try await staff.signer.setIdentity(pkcs12: trial.pkcs12, password: trial.password)
        output.step("Chứng thư số DÙNG THỬ của người ký: \(notice.subject).")
        let decisions = try await staff.signer.decide(
            round, date: example.decisions.date, signer: example.signer, firstNumber: example.decisions.firstNumber,
            password: trial.password)
        try require(decisions.compactMap(\.unit) == example.expected.passed, "các quyết định")
        output.step("Đã ký \(decisions.count) quyết định, từ số \(decisions[0].number).")
        for decision in decisions { try await save(decision) }
        try output.write(trial.authority.pem(), to: "ca-dung-thu.pem")
        output.step("Xác minh quyết định đầu tiên:")
        try await verify(decisions[0], expecting: .valid)
        return decisions
    }

    private func save(_ decision: IssuedDecision) async throws {
        let kept = try await voter.decision(decision.digest)
        let name = "decisions/\(decision.unit ?? "")"
        try output.write(kept.decision.statement, to: "\(name).json")
        try output.write(kept.decision.signature, to: "\(name).p7s")
    }

    /// Verifies the files as they were saved, asking the register.
    private func verify(_ decision: IssuedDecision, expecting summary: VerdictSummary) async throws {
        let name = output.path("decisions/\(decision.unit ?? "")")
        let bytes = try InputFile.read(name + ".json")
        let verdict = DecisionVerifier(anchors: TrustAnchors([trial.authority])).verify(
            bytes, signature: try InputFile.read(name + ".p7s"),
            register: try await RegisterKnowledge(asking: voter, about: decision.digest), now: Clock.now)
        VerdictText(verdict).lines(inEnglish: false).forEach { output.step("  " + $0) }
        try require(verdict.summary == summary, "kết quả xác minh")
    }

    /// One recognition is annulled; its file stays as it was.
    func annul(_ decisions: [IssuedDecision], _ staff: DemoStaff) async throws {
        output.begin("Hủy bỏ một kết quả công nhận")
        let plan = example.annulment
        guard let decision = decisions.first(where: { $0.unit == plan.unit }) else {
            throw Failure("demo: \(plan.unit) was not recognised")
        }
        let annulment = try await staff.signer.annul(
            decision.digest, reason: plan.reason, date: plan.date, body: example.decisions.body,
            signer: example.signer, password: trial.password)
        output.step("Quyết định số \(decision.number) bị hủy bỏ bởi quyết định số \(annulment.number).")
        output.step("Xác minh lại chính tệp quyết định cũ:")
        try await verify(decision, expecting: .notValid)
        try await saveAnnulled(decision)
    }

    private func saveAnnulled(_ decision: IssuedDecision) async throws {
        let kept = try await voter.decision(decision.digest)
        guard let annulment = kept.annulment else { throw Failure("demo: the register knows of no annulment") }
        try output.write(annulment.statement, to: "decisions/\(decision.unit ?? "").huy-bo.json")
        try output.write(annulment.signature, to: "decisions/\(decision.unit ?? "").huy-bo.p7s")
        let note = try await voter.annulledList()
        try output.write(note, to: "annulled.txt")
        let keys = try await voter.keys()
        let list = try AnnulledList(note: note, issuer: keys.issuer, logKey: keys.service.logKey)
        output.step("Danh sách quyết định đã hủy bỏ, có chữ ký của dịch vụ: \(list.entries.count) mục (annulled.txt).")
    }
}
