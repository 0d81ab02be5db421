import AccountSecurity

/// Everybody's own second factors.
extension OwnAccountActions {
    /// Begins to set an authenticator app up; it counts once a code of it was shown.
    func beginApp(by member: StaffMember?) throws {
        _ = desk.beginApp(try Right.changeFactors.admit(member))
    }

    /// - Returns: recovery codes, where these are the account's first factors.
    /// - Throws: `Problem.signInOver` where none was begun, `.wrongCode`, `.throttled`, `.tooManyFactors`.
    func confirmApp(_ code: String, by member: StaffMember?) async throws -> [RecoveryCode] {
        try await desk.confirmApp(code, by: Right.changeFactors.admit(member))
    }

    /// - Parameter text: the authenticator's answer, as the page's script wrote it.
    /// - Returns: recovery codes, where these are the account's first factors.
    /// - Throws: `Problem.signInOver` where none was asked for, `.passkey`, `.tooManyFactors`.
    func addPasskey(_ text: String, label: String, by member: StaffMember?) async throws -> [RecoveryCode] {
        try await desk.addPasskey(text, label: label, by: Right.changeFactors.admit(member))
    }

    /// Other codes instead of those there were.
    func makeRecoveryCodes(by member: StaffMember?) async throws -> [RecoveryCode] {
        try await desk.makeRecoveryCodes(by: Right.changeFactors.admit(member))
    }

    /// With the last one the recovery codes go too.
    /// - Throws: `Problem.notFound`; `.lastFactor` where the account must have one.
    func removeFactor(_ id: [UInt8], by member: StaffMember?) async throws {
        try await desk.removeFactor(id, by: Right.changeFactors.admit(member))
    }
}
