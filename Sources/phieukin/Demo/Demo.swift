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

    /// Another body's, to which members hand their ballots.
    let relay: RelayReference

    /// The voters' access codes, on their cards.
    let cards: AccessCards

    init(
        _ example: DemoExample, _ output: DemoOutput, _ trial: TrialSigner, service: ServerAddress,
        relay: RelayReference
    ) throws {
        self.example = example
        self.output = output
        self.trial = trial
        connection = try Connection(to: service)
        voter = VoterClient(connection)
        self.relay = relay
        cards = try AccessCards(for: example.voters)
    }

    func run(adminPassword: String) async throws {
        output.say("PHIẾU KÍN – chạy thử toàn bộ một đợt bỏ phiếu trên máy này")
        output.step("Dịch vụ thật đang chạy tại \(connection.address); dữ liệu tạm, xong sẽ xóa.")
        let staff = try await makeAccounts(adminPassword: adminPassword)
        let round = try await prepare(staff)
        var board = try await formBoard(round, staff)
        let manifest = try await freeze(round, &board, staff)
        let devices = try await vote(round, manifest, staff)
        try await seal(round, manifest, devices, staff)
        try await count(round, manifest, &board, staff)
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
