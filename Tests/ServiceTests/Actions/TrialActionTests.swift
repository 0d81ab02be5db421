import Storage
import TestSupport
import Testing

@testable import Service

/// What the newcomer's button does, reached past its page.
@Suite(.serialized) struct TrialActionTests {
    private static let newcomer = StaffMember(
        Account(name: "quantri", displayName: "", roles: [Role.admin.rawValue], password: ""), .session,
        tokenDigest: [])

    private static func begin(_ office: OpenOffice, units: [UInt8]? = nil, members: [UInt8]? = nil) async throws {
        try await TrialActions(office: office.office, decisions: office.decisions, staff: office.staff).begin(
            units: units ?? TestFiles.bytes("Sources/WebAssets/samples/trial-units.csv"),
            members: members ?? TestFiles.bytes("Sources/WebAssets/samples/trial-voters.csv"), by: newcomer)
    }

    private static func lay(in folder: String) async throws {
        let configuration = try await TestService.configuration(of: folder)
        try TrialSigner(at: Int64(TestTime().now)).lay(in: TrialFolder(in: configuration.dataFolder))
    }

    /// "trial.round" for each round that there is, "account.roles …" where there are more roles.
    private static func lines(_ office: OpenOffice) async throws -> [String] {
        try await office.office.tools.register.journal(of: nil, limit: 100).reversed()
            .filter { $0.account == newcomer.name }.map(\.action)
    }

    /// A round without its lists would be the newcomer's first sight; one without its line, nobody's.
    @Test(arguments: FaultPlan.Kind.allCases)
    func theRoundIsThereWholeAndWrittenDownOrNotAtAll(_ kind: FaultPlan.Kind) async throws {
        try await TestFolder.use { template in
            try await Self.lay(in: template)
            try await FaultWalk.run(over: template, kind) {
                try await Self.begin($0)
            } finish: { office in
                let register = office.office.tools.register
                if try await register.rounds().isEmpty { try await Self.begin(office) }
                let rounds = try await register.rounds()
                #expect(rounds.count == 1)
                for round in rounds {
                    let desk = try office.office.desk(round.id)
                    let (units, voters) = (try await desk.draftUnits(), try await desk.draftVoters()?.entries)
                    #expect(units.count == 5 && voters?.count == 7)
                    #expect(try await TrialSample.isTrial(desk.draft()))
                }
                let lines = try await Self.lines(office)
                #expect(lines == ["account.roles", "trial.round"])
                #expect(try await register.account(named: "quantri")?.roles.count == Role.allCases.count)
            }
        }
    }

    @Test func listsThatAreNoneChangeNothing() async throws {
        try await TestFolder.use { folder in
            try await Self.lay(in: folder)
            try await OpenOffice.run(in: folder) { office in
                await #expect(throws: (any Error).self) { try await Self.begin(office, units: Array("x".utf8)) }
                await #expect(throws: (any Error).self) { try await Self.begin(office, members: []) }
                #expect(try await office.office.tools.register.rounds().isEmpty)
                let lines = try await Self.lines(office)
                #expect(lines == [])
            }
        }
    }

    @Test func inEarnestNothingIsBegun() async throws {
        try await TestFolder.use { folder in
            _ = try await TestService.configuration(of: folder)
            try await OpenOffice.run(in: folder) { office in
                await #expect(throws: Problem.self) { try await Self.begin(office) }
                let lines = try await Self.lines(office)
                #expect(lines == [])
            }
        }
    }
}
