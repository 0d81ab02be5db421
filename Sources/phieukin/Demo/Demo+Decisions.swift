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
        output.step("Đã ký \(decisions.count) quyết định, từ số \(decisions[0].number), mỗi quyết định một tệp PDF.")
        for decision in decisions { try await save(decision.digest, as: Self.file(of: decision)) }
        try output.write(trial.authority.pem(), to: "ca-dung-thu.pem")
        output.step("Xác minh quyết định đầu tiên:")
        try await verify(decisions[0], expecting: .valid)
        return decisions
    }

    private static func file(of decision: IssuedDecision) -> String { "decisions/\(decision.unit ?? "").pdf" }

    private func save(_ digest: [UInt8], as name: String) async throws {
        try output.write(try await voter.decisionDocument(digest), to: name)
    }

    /// Verifies the file as it was saved, asking the register.
    private func verify(_ decision: IssuedDecision, expecting summary: VerdictSummary) async throws {
        let file = try InputFile.read(output.path(Self.file(of: decision)), limit: DecisionDocument.maximumSize)
        let verdict = DecisionVerifier(anchors: TrustAnchors([trial.authority])).verify(
            file, register: try await RegisterKnowledge(asking: voter, about: [decision.digest]), now: Clock.now)
        VerdictText(verdict).lines(inEnglish: false).forEach { output.step("  " + $0) }
        try require(verdict.summary == summary, "kết quả xác minh")
    }

    /// The minutes and the notice, as they are filed and sent.
    func printPapers(_ round: String, _ staff: DemoStaff) async throws {
        output.begin("In biên bản kiểm phiếu và thông báo kết quả")
        let minutes = try await staff.secretary.paper("minutes", of: round)
        try output.write(minutes, to: "bien-ban-kiem-phieu.pdf")
        let signer = example.signer
        let notice = try await staff.secretary.paper(
            "notice", of: round,
            [
                "number": "\(example.decisions.firstNumber ?? 1)-TB/\(example.decisions.body)",
                "date": example.decisions.date.description, "signer": signer.name, "position": signer.position,
            ])
        try output.write(notice, to: "thong-bao-ket-qua.pdf")
        output.step("bien-ban-kiem-phieu.pdf, thong-bao-ket-qua.pdf.")
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
            signer: example.signer, password: trial.password, acknowledging: ["recognition-ended"])
        output.step("Quyết định số \(decision.number) bị hủy bỏ bởi quyết định số \(annulment.number).")
        output.step("Xác minh lại chính tệp quyết định cũ:")
        try await verify(decision, expecting: .notValid)
        try await save(annulment.digest, as: "decisions/\(plan.unit).huy-bo.pdf")
        try await saveAnnulledList()
    }

    private func saveAnnulledList() async throws {
        let note = try await voter.annulledList()
        try output.write(note, to: "annulled.txt")
        let keys = try await voter.keys()
        let list = try AnnulledList(note: note, issuer: keys.issuer, logKey: keys.service.logKey)
        output.step("Danh sách quyết định đã hủy bỏ, có chữ ký của dịch vụ: \(list.entries.count) mục (annulled.txt).")
    }
}
