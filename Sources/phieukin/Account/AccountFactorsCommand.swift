import ArgumentParser
import Client

struct AccountFactorsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "factors",
        abstract: "List an account's second factors (lớp bảo vệ thứ hai), or take them away from who has lost them.",
        discussion: """
            Second factors are added on the account's own page, in a browser. Before you take somebody's away make sure
            in person who asks: their sessions end, and they sign in with the password alone to add one anew.
            """)

    @Argument(help: "The account's name; your own if none is given.")
    var name: String?

    @Flag(help: "Take all of them away.")
    var reset = false

    @OptionGroup
    var own: OwnPasswordOptions

    @OptionGroup(title: "Service")
    var service: StaffOptions

    func validate() throws {
        guard !reset || name != nil else { throw ValidationError("--reset is for another's account: give its name.") }
    }

    func run() async throws {
        let staff = try service.staff()
        if reset, let name {
            try await staff.resetFactors(of: name, ownPassword: own.password())
        }
        let guards = if let name { try await staff.factors(of: name) } else { try await staff.factors() }
        guards.factors.map(Self.line).forEach { Terminal.say($0) }
        Terminal.say("Recovery codes left (mã dự phòng còn lại): \(guards.recoveryCodes)")
    }

    private static func line(_ factor: AccountFactors.Factor) -> String {
        let used = factor.usedAt.map { "used \(Clock.text($0))" } ?? "not used yet"
        return "\(factor.kind.rawValue)  \(factor.label)  added \(Clock.text(factor.createdAt)), \(used)"
    }
}

struct AccountLiftCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lift",
        abstract: "Let somebody sign in at once whom others' wrong passwords keep waiting (bỏ thời gian chờ).")

    @Argument(help: "The account's name.")
    var name: String

    @OptionGroup
    var own: OwnPasswordOptions

    @OptionGroup(title: "Service")
    var service: StaffOptions

    func run() async throws {
        try await service.staff().liftLock(of: name, ownPassword: own.password())
        Terminal.say("\(name) may sign in now (được đăng nhập ngay).")
    }
}
