import Foundation
import Testing

@testable import Storage

/// Second factors and devices, as they are kept.
@Suite struct FactorTests {
    private let place: Installation
    private let register: SQLRegister
    private let folder: DataFolder

    init() async throws {
        place = try Installation()
        folder = try place.open()
        register = try await place.register(folder)
        try await register.create(Account(name: "ba", displayName: "Ba", roles: [], password: "p"))
    }

    private static let secret = Array("a secret that no file may show".utf8)

    private func app(_ id: UInt8 = 1, of account: String = "an", counter: Int = 0) -> Factor {
        Factor(
            .app, id: [id], account: account, label: "Điện thoại", material: Self.secret, counter: counter, createdAt: 5
        )
    }

    @Test func isReadAsItWasWrittenAndNotShownByTheFile() async throws {
        try await register.add(app(of: "AN"))
        #expect(try await register.factors(of: " An ") == [app()])
        #expect(try await register.factors(of: "ba").isEmpty)
        let log = place.layout.database + "-wal"
        for path in [place.layout.database, log] where FileManager.default.fileExists(atPath: path) {
            #expect(try Data(contentsOf: URL(filePath: path)).range(of: Data(Self.secret)) == nil)
        }
    }

    @Test func oneFactorIsOneAccounts() async throws {
        try await register.add(app())
        await expectCode(.exists) { try await register.add(app(of: "ba")) }
        await expectCode(.missing) { try await register.add(app(2, of: "nobody")) }
        #expect(try await register.useFactor([1], of: "ba", counter: 9, at: 9) == false)
        #expect(try await register.removeFactor([1], of: "ba", needed: false) == false)
        #expect(try await register.factors(of: "an").count == 1)
    }

    @Test func theLastFactorStaysWhereOneIsNeeded() async throws {
        for number in [1, 2] { try await register.add(app(UInt8(number))) }
        try await register.setRecoveryCodes([[8], [9]], of: "an", at: 1)
        #expect(try await register.removeFactor([8], of: "an", needed: true) == false, "a code is no factor")
        #expect(try await register.removeFactor([1], of: "an", needed: true))
        await expectCode(.lastHolder) { try await register.removeFactor([2], of: "an", needed: true) }
        #expect(try await register.factors(of: "an").count == 3)
        #expect(try await register.removeFactor([2], of: "an", needed: false))
        #expect(try await register.factors(of: "an").isEmpty, "codes alone are of no use")
    }

    /// Of two that are taken away at the same moment one is the last.
    @Test func twoTakenAtOnceLeaveOne() async throws {
        let register = register
        for number in [UInt8(1), 2] { try await register.add(app(number)) }
        await withTaskGroup(of: Void.self) { group in
            for number in [UInt8(1), 2] {
                group.addTask { _ = try? await register.removeFactor([number], of: "an", needed: true) }
            }
        }
        #expect(try await register.factors(of: "an").count == 1)
    }

    @Test func aCounterOnlyGoesOn() async throws {
        try await register.add(app(counter: 3))
        for (counter, taken) in [(2, false), (3, false), (0, false), (4, true), (4, false), (9, true), (8, false)] {
            #expect(try await register.useFactor([1], of: "an", counter: counter, at: 7) == taken, "\(counter)")
        }
        let factor = try #require(try await register.factors(of: "an").first)
        #expect(factor.counter == 9 && factor.usedAt == 7)
    }

    @Test func aPasskeyThatDoesNotCountIsUsedAgainUntilItCounts() async throws {
        try await register.add(Factor(.passkey, id: [7], account: "an", createdAt: 1))
        for (counter, taken) in [(0, true), (0, true), (1, true), (0, false), (1, false)] {
            #expect(try await register.useFactor([7], of: "an", counter: counter, at: 7) == taken)
        }
    }

    @Test func aCodeShownManyTimesAtOnceIsTakenOnce() async throws {
        try await register.add(app())
        try await register.setRecoveryCodes([[9, 9]], of: "an", at: 1)
        let register = register
        let taken = await withTaskGroup(of: Int.self) { group in
            for _ in 0..<20 {
                group.addTask { (try? await register.useFactor([1], of: "an", counter: 5, at: 1)) == true ? 1 : 0 }
                group.addTask { (try? await register.spendRecoveryCode([9, 9], of: "an")) == true ? 100 : 0 }
            }
            return await group.reduce(0, +)
        }
        #expect(taken == 101)
    }

    @Test func recoveryCodesComeInSets() async throws {
        try await register.add(app())
        try await register.setRecoveryCodes([[1, 1], [2, 2]], of: "an", at: 1)
        #expect(try await register.spendRecoveryCode([1, 1], of: "ba") == false)
        #expect(try await register.spendRecoveryCode([1, 1], of: "an"))
        #expect(try await register.spendRecoveryCode([1, 1], of: "an") == false)
        #expect(try await register.spendRecoveryCode([1], of: "an") == false, "an app is no code")
        try await register.setRecoveryCodes([[3, 3]], of: "an", at: 2)
        #expect(try await register.spendRecoveryCode([2, 2], of: "an") == false)
        #expect(try await register.factors(of: "an").map(\.id) == [[3, 3], [1]])
        try await register.removeFactors(of: "an")
        #expect(try await register.factors(of: "an").isEmpty)
        await expectCode(.missing) { try await register.setRecoveryCodes([], of: "nobody", at: 1) }
    }

    @Test func devicesAreRememberedByAccount() async throws {
        let device = { (account: String, at: Int) in
            Device(digest: [4], account: account, label: "Firefox, Linux", createdAt: at, usedAt: at)
        }
        try await register.remember(device("an", 10))
        try await register.remember(device("ba", 11))
        try await register.remember(device("an", 20))
        let kept = try #require(try await register.devices(of: "AN").first)
        #expect(kept.createdAt == 10 && kept.usedAt == 20)
        try await register.forgetDevice([4], of: "ba")
        #expect(try await register.devices(of: "ba").isEmpty)
        try await register.forgetDevices(unusedSince: 20)
        #expect(try await register.devices(of: "an").count == 1)
        try await register.forgetDevices(unusedSince: 21)
        #expect(try await register.devices(of: "an").isEmpty)
        await expectCode(.missing) { try await register.remember(device("nobody", 1)) }
    }

    @Test func sessionsKnowWhenTheyWereUsedAndProved() async throws {
        let digest = [UInt8](repeating: 7, count: 32)
        try await register.add(StaffToken(.session, digest: digest, account: "an", createdAt: 10, expiresAt: 99))
        try await register.touch(digest, at: 30)
        try await register.touch(digest, at: 20)
        try await register.prove(digest, at: 25)
        let token = try #require(try await register.staffTokens(of: "an").first)
        #expect(token.usedAt == 30 && token.provedAt == 25)
        try await register.touch([1], at: 5)
    }

    @Test func aFirstPasswordEndsAndAnOwnOneDoesNot() async throws {
        try await register.setPassword("first", until: 77, of: "an")
        #expect(try await register.account(named: "an")?.passwordUntil == 77)
        try await register.setPassword("own", of: "an")
        #expect(try await register.account(named: "an")?.passwordUntil == nil)
    }
}
