import Client
import Recognition
import SecretBallot

/// The example's round from the first account to the audited record, through the HTTP API only.
struct Demo {
    let example: DemoExample
    let output: DemoOutput
    let trial: TrialSigner
    let connection: Connection
    let voter: VoterClient

    /// The counting board's own machine, with its keys.
    let boardDevice: BoardDevice

    /// The voters' access codes, on their cards.
    let cards: AccessCards

    init(_ example: DemoExample, _ output: DemoOutput, _ trial: TrialSigner, service: ServerAddress) throws {
        self.example = example
        self.output = output
        self.trial = trial
        connection = try Connection(to: service)
        voter = VoterClient(connection)
        boardDevice = BoardDevice(name: example.plan.board[0].name)
        cards = try AccessCards(for: example.voters)
    }

    func run(adminPassword: String) async throws {
        output.say("PHIẾU KÍN – chạy thử toàn bộ một đợt bỏ phiếu trên máy này")
        output.step("Dịch vụ thật đang chạy tại \(connection.address); dữ liệu tạm, xong sẽ xóa.")
        let staff = try await makeAccounts(adminPassword: adminPassword)
        let round = try await prepare(staff)
        let manifest = try await freeze(round, staff)
        let devices = try await vote(round, manifest, staff)
        try await seal(round, devices, staff)
        try await count(round, manifest, staff)
        try await printPapers(round, staff)
        let decisions = try await decide(round, manifest, staff)
        try await annul(decisions, staff)
        try await checkRecord(of: manifest)
        output.say("\nXong. Kết quả ở thư mục \(output.path("")).")
    }
}

/// A voter and the device in their hands.
struct DemoDevice: Sendable {
    let name: String
    var device: VotingDevice
}

/// The round's staff, logged in.
struct DemoStaff {
    let secretary: StaffClient
    let board: StaffClient
    let signer: StaffClient
}
