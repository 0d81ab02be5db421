import Storage
import StrictEncoding

/// What the desk's first page says to somebody who has just set the service up.
struct Newcomer {
    let office: RoundOffice
    let decisions: DecisionDesk

    /// For the partial `newcomer`; null where there is nothing to say any more.
    func json(for member: StaffMember) async throws -> JSONValue {
        let tools = office.tools
        if tools.installation.trial != nil {
            let guide = try await TrialGuide(office: office, decisions: decisions).json(for: member)
            return ["trial": ["guide": guide, "isBegun": .bool(guide != .null)]]
        }
        guard member.roles.contains(.admin), try await tools.register.accounts().count == 1 else { return .null }
        return ["alone": true]
    }
}
