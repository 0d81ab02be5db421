import OpenSSLKit

@testable import Service

/// Each action on accounts, with what would be wrong if it were looked at.
extension ActionRightTests {
    static func accounts(_ office: OpenOffice) -> [Deed] {
        let actions = AccountActions(desk: office.staff)
        return [
            Deed(.createAccount) {
                _ = try await actions.create(name: "an", displayName: "An", roles: [], password: "ngan", by: $0)
            },
            Deed(.changeRoles) { try await actions.setRoles([], of: "ai đó", by: $0) },
            Deed(.disableAccount) { try await actions.setDisabled(true, of: "ai đó", by: $0) },
            Deed(.disableAccount) { try await actions.setDisabled(false, of: "ai đó", by: $0) },
            Deed(.resetPassword) { try await actions.resetPassword("ngan", of: "ai đó", by: $0) },
            Deed(.resetFactors) { try await actions.resetFactors(of: "ai đó", by: $0) },
            Deed(.liftLock) { try await actions.liftLock(of: "ai đó", by: $0) },
        ]
    }

    static func own(_ office: OpenOffice) -> [Deed] {
        let actions = OwnAccountActions(desk: office.staff)
        return [
            Deed(.changeOwnPassword) { try await actions.changePassword(from: "", to: "", by: $0) },
            Deed(.makeToken) { _ = try await actions.makeToken(label: "", days: 1, password: "", by: $0) },
            Deed(.revokeToken) { try await actions.revokeToken([], by: $0) },
            Deed(.confirmSelf) { try await actions.confirm(password: "", by: $0) },
            Deed(.endOwnSessions) { try await actions.endSession([], by: $0) },
            Deed(.endOwnSessions) { try await actions.endOtherSessions(by: $0) },
            Deed(.endOwnSessions) { try await actions.forgetDevice([], by: $0) },
            Deed(.changeFactors) { try actions.beginApp(by: $0) },
            Deed(.changeFactors) { _ = try await actions.confirmApp("", by: $0) },
            Deed(.changeFactors) { _ = try await actions.addPasskey("", label: "", by: $0) },
            Deed(.changeFactors) { _ = try await actions.makeRecoveryCodes(by: $0) },
            Deed(.changeFactors) { try await actions.removeFactor([], by: $0) },
        ]
    }

    /// In an installation that is no trial.
    static func trial(_ office: OpenOffice) -> [Deed] {
        let actions = TrialActions(office: office.office, decisions: office.decisions, staff: office.staff)
        return [
            Deed(.beginTrial) { try await actions.begin(units: [], members: [], by: $0) },
            Deed(.setIdentity) { try await actions.setIdentity(by: $0) },
        ]
    }
}
