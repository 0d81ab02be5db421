import Client
import Recognition
import SecretBallot

/// Before the meeting.
extension Demo {
    /// The administrator makes the accounts of the others.
    func makeAccounts(adminPassword: String) async throws -> DemoStaff {
        output.begin("Quản trị viên lập tài khoản")
        let admin = try await StaffClient.login(connection, name: "admin", password: adminPassword)
        let staff = DemoStaff(
            secretary: try await account("thuky", "Thư ký", [.secretary], by: admin),
            board: try await account("kiemphieu", example.plan.board[0].name, [.board], by: admin),
            signer: try await account("nguoiky", example.signer.name, [.signer], by: admin))
        let names = try await admin.accounts().map { "\($0.name) (\($0.displayName))" }
        output.step("Các tài khoản: \(names.joined(separator: ", ")).")
        try await admin.logout()
        return staff
    }

    private func account(
        _ name: String, _ displayName: String, _ roles: [StaffAccount.Role], by admin: StaffClient
    ) async throws -> StaffClient {
        let password = try Password.random()
        try await admin.createAccount(name, displayName: displayName, roles: roles, password: password)
        return try await StaffClient.login(connection, name: name, password: password)
    }

    /// The secretary drafts the round; codes and keys are made apart from the service.
    /// - Returns: the service's name of the round.
    func prepare(_ staff: DemoStaff) async throws -> String {
        output.begin("Thư ký chuẩn bị đợt bỏ phiếu")
        let round = try await staff.secretary.createRound(example.plan.draft).round
        output.step("Đã lập dự thảo: \(example.plan.title), theo hướng dẫn \(example.plan.guidance).")
        let units = try await staff.secretary.setUnits(example.units, of: round)
        output.step("Nhập \(units.units) tổ chức: \(units.eligible) đủ điều kiện đưa ra bỏ phiếu.")
        for unit in units.ineligible { output.step("- \(unit.name): không đủ điều kiện. \(unit.failures.words)") }
        try require(units.ineligible.map(\.id) == example.expected.ineligible, "danh sách không đủ điều kiện")
        let voters = try await staff.secretary.setVoters(cards.votersTable(), of: round)
        output.step(
            "Nhập \(voters.voters) đảng ủy viên; mã bỏ phiếu làm tại máy thư ký, in ra thẻ, không gửi lên máy chủ.")
        try await staff.secretary.setRelays([relay], of: round)
        output.step(
            "Ghi trạm chuyển phiếu của \(relay.name): phiếu đi qua đó thì máy chủ không biết phiếu từ máy ai đến.")
        return round
    }

    /// The board's members make its key together; the service only carries what they say.
    func formBoard(_ round: String, _ staff: DemoStaff) async throws -> DemoBoard {
        output.begin("Ban kiểm phiếu tạo khóa chung")
        let names = example.plan.board.map(\.name)
        let invitations = try await staff.secretary.planBoard(names, threshold: example.plan.opening, of: round)
        output.step(
            "Ban có \(names.count) người, \(example.plan.opening) người cùng mở được hòm; mỗi người một giấy mời.")
        var board = try DemoBoard(invitations, of: round, connection)
        try await board.makeKey()
        output.step("Ba máy cùng tạo khóa của hòm: không ai, kể cả máy chủ, có cả khóa.")
        return board
    }

    /// The service makes a key pair a contest; the board signs what came of it.
    func freeze(_ round: String, _ board: inout DemoBoard, _ staff: DemoStaff) async throws -> Manifest {
        output.begin("Chốt đợt bỏ phiếu")
        var bar: ProgressBar?
        let roundID = try await staff.secretary.freeze(
            round, acknowledging: ["units-left-out"], every: .milliseconds(200)
        ) { progress in
            bar = bar ?? ProgressBar("   tạo khóa phiếu", total: progress.total)
            bar?.move(to: progress.done)
        }
        bar?.finish()
        let manifest = try await voter.manifest(of: roundID)
        output.step("Đã tạo \(manifest.contests.count) cặp khóa, mỗi tiêu chí của mỗi tổ chức một cặp.")
        output.step("Mã số đợt (roundID): \(roundID)")
        output.step("Mã đối chiếu trên màn hình và trên máy mỗi người: \(try await roundCode(of: roundID))")
        try await board.signFreeze(of: manifest)
        output.step(
            "Từng thành viên ban kiểm phiếu thử bản lưu, đối chiếu mã và danh sách, rồi ký. Từ đây không sửa được gì.")
        return manifest
    }

    private func roundCode(of roundID: RoundID) async throws -> RoundCode {
        try await offEventLoops { try RoundCode(of: roundID) }
    }

    /// - Throws: `Failure` where the demo does not come out as the example says.
    func require(_ condition: Bool, _ what: String) throws {
        guard condition else { throw Failure("demo: \(what): không như dự kiến", code: Failure.doesNotHold) }
    }

    /// Something that must be refused.
    /// - Returns: the refusal.
    func refused<Value: Sendable>(_ code: String, _ attempt: () async throws -> Value) async throws -> ServerProblem {
        do {
            _ = try await attempt()
        } catch let problem as ServerProblem where problem.code == code {
            return problem
        }
        throw Failure("demo: \(code): không bị từ chối", code: Failure.doesNotHold)
    }
}

extension [UnitFailure] {
    fileprivate var words: String { map(\.messages.vietnamese).joined(separator: "; ") }
}
