import Testing

@testable import Storage

@Suite struct AccountTests {
    private let place: Installation
    private let register: SQLRegister
    private let folder: DataFolder

    init() async throws {
        place = try Installation()
        folder = try place.open()
        register = try await place.register(folder)
    }

    private func account(_ name: String) -> Account {
        Account(name: name, displayName: "Nguyễn Văn Ổn", roles: ["secretary", "signer"], password: "scrypt$…")
    }

    @Test func isReadAsItWasWritten() async throws {
        try await register.create(account("binh"))
        #expect(try await register.account(named: "binh") == account("binh"))
        #expect(try await register.account(named: "nobody") == nil)
        #expect(try await register.accounts().map(\.name) == ["an", "binh"])
    }

    @Test(arguments: ["ổn", "Ổn", " ỔN\n", "o\u{302}\u{309}n", "O\u{302}\u{309}N"])
    func hasOneNameHoweverItIsTyped(_ typed: String) async throws {
        try await register.create(account("Ổn"))
        #expect(try await register.account(named: typed)?.name.utf8.elementsEqual("ổn".utf8) == true)
        await expectCode(.exists) { try await register.create(account(typed)) }
    }

    @Test func isCreatedOnceByMany() async throws {
        let (register, account) = (register, account("chi"))
        let created = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<50 { group.addTask { (try? await register.create(account)) != nil } }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(created == 1)
    }

    @Test func changesInPlace() async throws {
        try await register.setPassword("new", of: "AN")
        try await register.setRoles([], of: "an")
        try await register.setDisabled(true, of: "an")
        let changed = try #require(try await register.account(named: "an"))
        #expect(changed == Account(name: "an", displayName: "An", roles: [], password: "new", isDisabled: true))
        await expectCode(.missing) { try await register.setPassword("x", of: "nobody") }
    }

    @Test func refusesWhatIsNoNameOrRole() async throws {
        await expectCode(.malformed) { try await register.create(account("  ")) }
        await expectCode(.malformed) { try await register.setRoles(["a b"], of: "an") }
        await expectCode(.malformed) { try await register.setRoles([""], of: "an") }
    }

    @Test func anotherPasswordEndsEverySession() async throws {
        try await signIn("an")
        try await register.setPassword("new", of: "an")
        #expect(try await register.staffTokens(of: "an").isEmpty)
    }

    @Test func aDisabledAccountComesBackWithoutItsSessions() async throws {
        try await signIn("an")
        try await register.setDisabled(true, of: "an")
        try await register.setDisabled(false, of: "an")
        #expect(try await register.staffTokens(of: "an").isEmpty)
    }

    @Test func theLastHolderOfARoleKeepsIt() async throws {
        try await register.create(account("binh"))
        await expectCode(.lastHolder) { try await register.setRoles(["board"], of: "an", keeping: "admin") }
        await expectCode(.lastHolder) { try await register.setDisabled(true, of: "an", keeping: "admin") }
        #expect(try await register.account(named: "an")?.roles == ["admin"])
        // Others, other roles, and more roles are changed.
        try await register.setDisabled(true, of: "binh", keeping: "admin")
        try await register.setRoles(["admin", "board"], of: "an", keeping: "admin")
        try await register.setRoles(["admin"], of: "an", keeping: "signer")
        // Who is disabled does not count.
        try await register.setRoles(["admin"], of: "binh", keeping: "admin")
        await expectCode(.lastHolder) { try await register.setRoles([], of: "an", keeping: "admin") }
        try await register.setDisabled(false, of: "binh", keeping: "admin")
        try await register.setRoles([], of: "an", keeping: "admin")
    }

    /// Whoever comes second is refused, however many times it is tried.
    @Test func twoWhoTakeEachOthersRoleLeaveOne() async throws {
        try await register.create(Account(name: "ba", displayName: "Ba", roles: ["admin"], password: "p"))
        let register = register
        for attempt in 0..<50 {
            await withTaskGroup(of: Void.self) { group in
                for name in ["an", "ba"] {
                    group.addTask {
                        if attempt % 2 == 0 {
                            try? await register.setRoles([], of: name, keeping: "admin")
                        } else {
                            try? await register.setDisabled(true, of: name, keeping: "admin")
                        }
                    }
                }
            }
            let left = try await register.accounts().filter { $0.roles.contains("admin") && !$0.isDisabled }
            #expect(left.count == 1)
            for name in ["an", "ba"] {
                try await register.setRoles(["admin"], of: name)
                try await register.setDisabled(false, of: name)
            }
        }
    }

    @Test func isRecoveredWithItsRolesAndANewPassword() async throws {
        try await register.create(account("binh"))
        try await register.setDisabled(true, of: "binh")
        try await signIn("an")
        for name in ["BINH", "an", "mới"] {
            try await register.recover(
                Account(name: name, displayName: "Quản trị", roles: ["admin"], password: "new"))
        }
        let binh = try #require(try await register.account(named: "binh"))
        #expect(binh.roles == ["admin", "secretary", "signer"] && binh.password == "new" && !binh.isDisabled)
        #expect(binh.displayName == "Nguyễn Văn Ổn")
        #expect(try await register.account(named: "mới")?.displayName == "Quản trị")
        #expect(try await register.staffTokens(of: "an").isEmpty)
        await expectCode(.malformed) {
            try await register.recover(Account(name: " ", displayName: "", roles: [], password: ""))
        }
    }

    private func signIn(_ name: String) async throws {
        try await register.add(
            StaffToken(.session, digest: [UInt8](repeating: 7, count: 32), account: name, createdAt: 1, expiresAt: 9))
    }
}
