import OpenSSLKit
import Recognition
import SecretBallot
import Storage
import StrictEncoding

@testable import Service

/// Each action on a round and its decisions, with what would be wrong if it were looked at.
extension ActionRightTests {
    static func preparing(_ office: OpenOffice) throws -> [Deed] {
        let (actions, desk) = (RoundActions(office: office.office), try office.desk)
        let relays = try DraftRelays(stored: Array(#"{"relays":[]}"#.utf8))
        let order = try BoardOrder(reading: JSONReader(["threshold": 2, "names": ["A", "B"]], at: "order"))
        let board = CountingBoard(threshold: 2, members: [], publicKey: SigningKey().publicKey)
        return [
            Deed(.createRound) { _ = try await actions.create(TrialSample.draft(year: 2026), by: $0) },
            Deed(.importUnits) { _ = try await actions.importUnits([], into: desk, by: $0) },
            Deed(.importMembers) {
                _ = try await actions.importMembers([], into: desk, keepingKeys: true, acknowledging: [], by: $0)
            },
            Deed(.setCardKeys) { _ = try await actions.setCardKeys([:], in: desk, replacing: false, by: $0) },
            Deed(.nameRelays) { try await actions.nameRelays(relays, in: desk, by: $0) },
            Deed(.giveBoardKey) {
                try await CountingActions(clock: office.office.tools.clock).giveKey(board, to: desk, by: $0)
            },
            Deed(.planBoard) { _ = try await actions.planBoard(order, of: desk, by: $0) },
            Deed(.planBoard) { try await actions.unplanBoard(of: desk, acknowledging: [], by: $0) },
            Deed(.renewInvitation) { _ = try await actions.renewInvitation(of: 9, in: desk, by: $0) },
            Deed(.beginAttempt) { try await actions.beginAttempt(9, in: desk, acknowledging: [], by: $0) },
            Deed(.freeze) { _ = try await actions.freeze(desk, acknowledging: [], by: $0) },
        ]
    }

    static func meeting(_ office: OpenOffice) throws -> [Deed] {
        let (actions, desk) = (RoundActions(office: office.office), try office.desk)
        return [
            Deed(.beginIssuing) { try await actions.beginIssuing(desk, by: $0) },
            Deed(.markPresence) { _ = try await actions.mark(["ai đó": .present], in: desk, by: $0) },
            Deed(.beginVoting) { try await actions.beginVoting(desk, acknowledging: [], by: $0) },
            Deed(.close) { try await actions.close(desk, acknowledging: [], by: $0) },
            Deed(.seal) { try await actions.seal(desk, acknowledging: [], by: $0) },
            Deed(.cancel) { try await actions.cancel(desk, reason: "Hoãn", acknowledging: [], by: $0) },
        ]
    }

    static func counting(_ office: OpenOffice) throws -> [Deed] {
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

    static func decisions(_ office: OpenOffice) throws -> [Deed] {
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
            Deed(.archiveDecision) { _ = try await actions.archive([], by: $0) },
            Deed(.annulDecision) {
                _ = try await actions.annul(
                    [], because: "", order, body: "ĐU", ballot: nil, acknowledging: [], by: $0,
                    password: .init(copying: []))
            },
        ]
    }
}
