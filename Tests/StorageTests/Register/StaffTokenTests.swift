import TestSupport
import Testing

@testable import Storage

@Suite struct StaffTokenTests {
    private let place: Installation
    private let folder: DataFolder
    private let register: SQLRegister
    private let secret = [UInt8]("cookie".utf8)

    init() async throws {
        place = try Installation()
        folder = try place.open()
        register = try await place.register(folder)
    }

    private func token(
        _ text: String = "cookie", kind: StaffToken.Kind = .session, expiresAt: Int = 200
    ) -> StaffToken {
        let digest = StaffToken.digest(of: Array(text.utf8))
        return StaffToken(kind, digest: digest, account: "an", label: "máy", createdAt: 100, expiresAt: expiresAt)
    }

    @Test func isValidUntilItExpires() async throws {
        try await register.add(token())
        let digest = StaffToken.digest(of: secret)
        #expect(try await register.holder(of: digest, at: 199)?.token == token())
        #expect(try await register.holder(of: digest, at: 199)?.account.name == "an")
        #expect(try await register.holder(of: digest, at: 200) == nil)
        #expect(try await register.holder(of: StaffToken.digest(of: []), at: 150) == nil)
    }

    /// A clock that is set back gives nobody back what was refused.
    @Test func staysExpired() async throws {
        try await register.add(token())
        try await register.add(token("lasting", expiresAt: 201))
        let digest = StaffToken.digest(of: secret)
        #expect(try await register.holder(of: digest, at: 200) == nil)
        #expect(try await register.holder(of: digest, at: 150) == nil)
        #expect(try await register.latestTime() == 200)
        #expect(try await register.holder(of: token("lasting").digest, at: 150) != nil)
        #expect(try await register.purgeExpired(at: 199) == 0)
        #expect(try await register.latestTime() == 200)
        try await register.purgeExpired(at: 70_000)
        #expect(try await register.latestTime() == 70_000)
    }

    /// Whoever shows what is no token makes the register write nothing.
    @Test func whatIsNoTokenKeepsNoTime() async throws {
        let before = try await register.latestTime()
        #expect(try await register.holder(of: StaffToken.digest(of: []), at: before + 100) == nil)
        #expect(try await register.latestTime() == before)
    }

    @Test func isNotWrittenDownItself() async throws {
        let text = "a long enough token that nothing else contains"
        try await register.add(token(text))
        try folder.close()
        for (name, bytes) in try TemporaryFolder.files(under: place.layout.root) {
            #expect(!contains(bytes, Array(text.utf8)), "\(name)")
        }
    }

    @Test func isOfAnAccountThatExists() async throws {
        let stray = StaffToken(.bearer, digest: [1], account: "nobody", createdAt: 1, expiresAt: 2)
        await expectCode(.missing) { try await register.add(stray) }
        try await register.add(token())
        await expectCode(.exists) { try await register.add(token()) }
    }

    @Test func isRevokedAloneOrWithTheOthers() async throws {
        for text in ["a", "b", "c"] { try await register.add(token(text)) }
        try await register.revoke(token("a").digest)
        #expect(try await register.staffTokens(of: "an").count == 2)
        try await register.removeFactors(of: "An")
        #expect(try await register.staffTokens(of: "an").isEmpty)
        #expect(try await register.holder(of: token("b").digest, at: 150) == nil)
    }

    @Test func endsWhenItsAccountIsDisabled() async throws {
        try await register.add(token())
        try await register.setDisabled(true, of: "an")
        #expect(try await register.holder(of: token().digest, at: 150) == nil)
        try await register.setDisabled(false, of: "an")
        #expect(try await register.holder(of: token().digest, at: 150) == nil)
    }

    @Test func opensNothingWhileItsAccountIsDisabled() async throws {
        try await register.setDisabled(true, of: "an")
        try await register.add(token())
        #expect(try await register.holder(of: token().digest, at: 150) == nil)
        try await register.setDisabled(false, of: "an")
        #expect(try await register.holder(of: token().digest, at: 150) != nil)
    }

    /// What was made for less gets no more.
    @Test func aScriptsTokenEndsWhenItsAccountIsGivenARole() async throws {
        try await register.setRoles(["secretary", "board"], of: "an")
        for kind in [StaffToken.Kind.bearer, .session] { try await register.add(token("\(kind)", kind: kind)) }
        try await register.setRoles(["secretary"], of: "an")
        #expect(try await register.staffTokens(of: "an").count == 2, "a role that is taken away ends nothing")
        try await register.setRoles(["secretary", "admin"], of: "an")
        #expect(try await register.staffTokens(of: "an").map(\.kind) == [.session])
    }

    @Test func isPurgedOnceExpired() async throws {
        try await register.add(token("a", expiresAt: 200))
        try await register.add(token("b", expiresAt: 201))
        #expect(try await register.purgeExpired(at: 200) == 1)
        #expect(try await register.staffTokens(of: "an") == [token("b", expiresAt: 201)])
    }
}
