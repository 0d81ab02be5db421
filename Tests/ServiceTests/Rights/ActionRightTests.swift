import OpenSSLKit
import Recognition
import SecretBallot
import Storage
import Testing

@testable import Service

/// Every action asks the table itself, whatever its doors have asked: reached past them, it does nothing for whoever
/// has not the right, and says so before it looks at anything else.
@Suite struct ActionRightTests {
    private struct Deed {
        let right: Right
        let take: (StaffMember?) async throws -> Void

        init(_ right: Right, _ take: @escaping (StaffMember?) async throws -> Void) {
            (self.right, self.take) = (right, take)
        }
    }

    @Test func whoeverHasNotTheRightIsRefused() async throws {
        try await TestFolder.use { folder in
            _ = try await LaidRound(in: folder, voters: 1)
            try await OpenOffice.run(in: folder) { office in
                let deeds = try Self.meeting(office) + Self.counting(office) + Self.decisions(office)
                for deed in deeds {
                    #expect(await Self.refusal(deed, of: nil) == .unauthenticated, "\(deed.right)")
                    for role in Role.allCases where !deed.right.isGiven(to: [role]) {
                        #expect(await Self.refusal(deed, of: Self.member(role)) == .forbidden, "\(deed.right), \(role)")
                    }
                    let right = try #require(Role.allCases.first { deed.right.isGiven(to: [$0]) })
                    #expect(await Self.refusal(deed, of: Self.member(right)) != .forbidden, "\(deed.right), \(right)")
                }
            }
        }
    }

    private static func member(_ role: Role) -> StaffMember {
        StaffMember(
            Account(name: role.rawValue, displayName: "", roles: [role.rawValue], password: ""), .session,
            tokenDigest: [])
    }

    private static func refusal(_ deed: Deed, of member: StaffMember?) async -> ProblemCode? {
        do {
            try await deed.take(member)
            return nil
        } catch {
            return Problem(translating: error).code
        }
    }

    // MARK: - Each action, with what would be wrong if it were looked at

    private static func meeting(_ office: OpenOffice) throws -> [Deed] {
        let (actions, desk) = (RoundActions(office: office.office), try office.desk)
        return [
            Deed(.importUnits) { _ = try await actions.importUnits([], into: desk, by: $0) },
            Deed(.importMembers) {
                _ = try await actions.importMembers([], into: desk, keepingKeys: true, acknowledging: [], by: $0)
            },
            Deed(.setCardKeys) { _ = try await actions.setCardKeys([:], in: desk, replacing: false, by: $0) },
            Deed(.freeze) { _ = try await actions.freeze(desk, acknowledging: [], by: $0) },
            Deed(.beginIssuing) { try await actions.beginIssuing(desk, by: $0) },
            Deed(.markPresence) { _ = try await actions.mark(["ai đó": .present], in: desk, by: $0) },
            Deed(.beginVoting) { try await actions.beginVoting(desk, acknowledging: [], by: $0) },
            Deed(.seal) { try await actions.seal(desk, acknowledging: [], by: $0) },
            Deed(.cancel) { try await actions.cancel(desk, reason: "Hoãn", acknowledging: [], by: $0) },
        ]
    }

    private static func counting(_ office: OpenOffice) throws -> [Deed] {
        let (actions, desk) = (CountingActions(clock: office.office.tools.clock), try office.desk)
        return [
            Deed(.signFreeze) {
                try await actions.sign(FreezeSignature(member: 9, signature: []), of: desk, by: $0)
            },
            Deed(.open) { member in
                try await actions.open(
                    desk, with: BoardShare(member: 9, share: [], signature: []), acknowledging: [], by: member)
            },
            Deed(.recount) { _ = try await actions.recount(desk, by: $0) },
            Deed(.signMinutes) {
                try await actions.sign(MinutesSignature(member: 9, signature: []), of: desk, by: $0)
            },
            Deed(.certify) { try await actions.certify(desk, acknowledging: [], by: $0) },
        ]
    }

    private static func decisions(_ office: OpenOffice) throws -> [Deed] {
        let (actions, desk) = (DecisionActions(desk: office.decisions), try office.desk)
        let order = try DecisionTrial.order(by: .init(name: "Nguyễn Văn Thắng", position: "Bí thư"))
        let all = DecisionUnits(nil, together: false)
        return [
            Deed(.setIdentity) { _ = try await actions.setIdentity([], password: .init(copying: []), by: $0) },
            Deed(.issueDecisions) {
                _ = try await actions.issue(order, for: all, of: desk, by: $0, password: .init(copying: []))
            },
            Deed(.prepareDecisions) { _ = try await actions.prepare(order, for: all, of: desk, by: $0) },
            Deed(.attachSignature) { _ = try await actions.attach([], to: 9, by: $0) },
            Deed(.attachSignature) { _ = try await actions.attach(signed: [], to: 9, by: $0) },
            Deed(.withdrawPaper) { try await actions.withdraw(9, by: $0) },
            Deed(.affixBodySeal) { _ = try await actions.affixBodySeal(to: [], password: .init(copying: []), by: $0) },
            Deed(.annulDecision) {
                _ = try await actions.annul(
                    [], because: "", order, body: "ĐU", ballot: nil, acknowledging: [], by: $0,
                    password: .init(copying: []))
            },
        ]
    }
}
