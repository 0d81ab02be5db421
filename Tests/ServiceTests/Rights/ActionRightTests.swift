import Foundation
import SecretBallot
import Storage
import TestSupport
import Testing

@testable import Service

/// Every action asks the table itself, whatever its doors have asked: reached past them, it does nothing for whoever
/// has not the right, and says so before it looks at anything else.
@Suite struct ActionRightTests {
    struct Deed {
        let right: Right
        let take: (StaffMember?) async throws -> Void

        init(_ right: Right, _ take: @escaping (StaffMember?) async throws -> Void) {
            (self.right, self.take) = (right, take)
        }
    }

    private static func run(_ body: (OpenOffice, [Deed]) async throws -> Void) async throws {
        try await TestFolder.use { folder in
            _ = try await LaidRound(in: folder, voters: 1)
            try await OpenOffice.run(in: folder) { office in
                let deeds = try preparing(office) + meeting(office) + counting(office) + decisions(office)
                try await body(office, deeds + accounts(office) + own(office) + trial(office))
            }
        }
    }

    @Test func whoeverHasNotTheRightIsRefused() async throws {
        try await Self.run { _, deeds in
            for deed in deeds {
                #expect(await Self.refusal(deed, of: nil) == .unauthenticated, "\(deed.right)")
                for role in Role.allCases where !deed.right.isGiven(to: [role]) {
                    #expect(await Self.refusal(deed, of: Self.member(role)) == .forbidden, "\(deed.right), \(role)")
                }
            }
        }
    }

    /// A session is let in where its password was given of late, a token where the table takes one.
    @Test func whoeverHasTheRightIsLetInAsTheTableSays() async throws {
        try await Self.run { _, deeds in
            for deed in deeds {
                let (right, row) = (deed.right, deed.right.row)
                let role = try #require(Role.allCases.first { right.isGiven(to: [$0]) })
                let stale = await Self.refusal(deed, of: Self.member(role, isFresh: false))
                #expect((stale == .passwordNeeded) == row.needsFreshPassword, "\(right), \(role)")
                let newcomer = await Self.refusal(deed, of: Self.member(role, duty: .password))
                #expect((newcomer == .passwordToChange) == !Self.newcomers.contains(right), "\(right)")
                let script = await Self.refusal(deed, of: Self.member(role, .bearer))
                let isRefused = row.tokens == .refused || row.tokens == .withPassword && right != .changeOwnPassword
                #expect((script == .forbidden) == isRefused, "\(right), \(role)")
                let code = await Self.refusal(deed, of: Self.member(role))
                #expect(!Self.refusals.contains(code), "\(right), \(role)")
            }
        }
    }

    /// What leads out of having to change one's password.
    private static let newcomers: Set<Right> = [.changeOwnPassword, .confirmSelf, .changeFactors, .endOwnSessions]

    private static let refusals: Set<ProblemCode?> = [
        .unauthenticated, .forbidden, .passwordNeeded, .passwordToChange, .factorToAdd,
    ]

    /// By the actions' text: whatever right an action asks for is tried above.
    @Test func everyActionIsTried() async throws {
        let folder = "Sources/Service/Actions"
        var asked: Set<String> = []
        for file in try FileManager.default.contentsOfDirectory(atPath: TestFiles.path(folder)) {
            let text = try TestFiles.text("\(folder)/\(file)")
            asked.formUnion(
                text.matches(of: /(?:Right|admit\()\.([a-zA-Z]+)(?:\.admit|, )/).map { String($0.output.1) })
        }
        try await Self.run { _, deeds in
            #expect(asked.count > 35 && asked == Set(deeds.map(\.right.rawValue)))
        }
    }

    private static func member(
        _ role: Role, _ credential: StaffToken.Kind = .session, isFresh: Bool = true, duty: StaffMember.Duty? = nil
    ) -> StaffMember {
        StaffMember(
            Account(name: role.rawValue, displayName: "", roles: [role.rawValue], password: ""), credential,
            tokenDigest: [], isFresh: isFresh, duty: duty)
    }

    private static func refusal(_ deed: Deed, of member: StaffMember?) async -> ProblemCode? {
        do {
            try await deed.take(member)
            return nil
        } catch {
            return Problem(translating: error).code
        }
    }
}
