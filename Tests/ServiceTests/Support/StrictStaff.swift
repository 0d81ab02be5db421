import AccountSecurity
import Client
import Foundation
import Storage
import StrictEncoding
import Testing

@testable import Service

/// A strict installation, and people's ways into it.
enum StrictStaff {
    static let own = "mặt trời mọc ở đằng tây"

    static func run(
        address: String? = nil, _ body: @escaping @Sendable (TestService) async throws -> Void
    ) async throws {
        try await TestFolder.use { folder in
            let (time, configuration) = (TestTime(), try await TestService.configuration(of: folder))
            let installation = try await Installation.open(configuration)
            // As `phieukin init` leaves it: the first password has to be changed, and ends.
            try await installation.register.setPassword(
                PasswordRecord(of: TestService.adminPassword).text,
                until: time.now + AccountRules.firstPasswordDays * 86_400, of: "quantri")
            try await installation.register.create(
                Account(
                    name: "thuky", displayName: "Thư ký", roles: [Role.secretary.rawValue],
                    password: PasswordRecord(of: own).text))
            try installation.storage.close()
            try await TestService.run(
                in: folder, time: time,
                configure: { configuration in
                    configuration.accountRules = .strict
                    configuration.publicAddress = address
                }, body)
        }
    }

    /// Adds an authenticator app on the page of a visitor who is signed in.
    /// - Returns: the app, and the recovery codes that were shown.
    static func addApp(_ visitor: PageVisitor, _ service: TestService) async throws -> (AuthenticatorApp, [String]) {
        _ = try await visitor.submit("/desk/account/factors/app", from: "/desk/account/factors", [:])
        let page = try await visitor.get("/desk/account/factors")
        let text = try #require(page.text.firstMatch(of: /id="app-secret">([A-Z2-7 ]+)</)?.output.1)
        let app = AuthenticatorApp(secret: Self.base32(text.filter { $0 != " " }))
        let shown = try await visitor.submit(
            "/desk/account/factors/app/confirm", from: "/desk/account/factors",
            ["code": app.code(at: service.time.now)])
        return (app, shown.text.matches(of: /<code class="password">([0-9A-Z-]{29})</).map { String($0.output.1) })
    }

    /// Of a member whose password was given, with a code.
    static func finish(_ visitor: PageVisitor, _ code: String) async throws -> PageVisitor.Page {
        try await visitor.submit("/sign-in/factor?to=/desk", from: "/sign-in/factor", ["code": code])
    }

    private static func base32(_ text: String) -> [UInt8] {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
        var bytes: [UInt8] = []
        var (bits, held) = (0, 0)
        for character in text {
            (bits, held) = (bits << 5 | (alphabet.firstIndex(of: character) ?? 0), held + 5)
            guard held >= 8 else { continue }
            held -= 8
            bytes.append(UInt8(truncatingIfNeeded: bits >> held))
        }
        return bytes
    }
}
