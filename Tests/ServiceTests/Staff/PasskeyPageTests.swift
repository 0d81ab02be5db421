import Foundation
import SecretBallot
import StrictEncoding
import Testing

@testable import Service

/// Passkeys by the pages' forms, with an authenticator of the test's own.
@Suite struct PasskeyPageTests {
    private static let factors = "/desk/account/factors"
    private static let label = "Khóa <USB>"

    private static func signIn(
        _ service: TestService, _ answer: @escaping @Sendable (String) throws -> String
    ) async throws -> PageVisitor.Page {
        try await PageVisitor.visit(service) { visitor in
            _ = try await visitor.signIn("quantri", TestService.adminPassword)
            let page = try await visitor.get("/sign-in/factor")
            return try await visitor.post(
                "/sign-in/factor",
                ["form": page.formToken ?? "", "passkey": answer(TestAuthenticator.challenge(page.text))])
        }
    }

    private static func run(
        _ body: @escaping @Sendable (TestService, PageVisitor) async throws -> Void
    ) async throws {
        try await TestService.run(configure: { $0.publicAddress = TestAuthenticator.address }) { service in
            try await PageVisitor.visit(service) { visitor in
                _ = try await visitor.signIn("quantri", TestService.adminPassword)
                try await body(service, visitor)
            }
        }
    }

    @Test func aPasskeyOpensTheDoorOnceForEachChallenge() async throws {
        let authenticator = TestAuthenticator()
        try await Self.run { service, visitor in
            let added = try await authenticator.add(to: visitor, Self.label)
            #expect(added.status == 200 && added.text.contains("id=\"recovery-codes\""))
            #expect(try await visitor.get(Self.factors).text.contains("Khóa &lt;USB&gt;"))
            let first = try await Self.signIn(service) { try authenticator.assertion($0, counter: 1) }
            #expect(first.status == 303 && first.location == "/desk")
            let copied = try await Self.signIn(service) { try authenticator.assertion($0, counter: 1) }
            #expect(copied.status == 401, "its counter stands still")
            let wrong = try await Self.signIn(service) { _ in try authenticator.assertion("AAAA", counter: 2) }
            #expect(wrong.status == 401)
            let stranger = try await Self.signIn(service) { try TestAuthenticator().assertion($0, counter: 3) }
            #expect(stranger.status == 401)
            let again = try await Self.signIn(service) { try authenticator.assertion($0, counter: 4) }
            #expect(again.status == 303)
        }
    }

    @Test func anAnswerToAnotherOriginOrASecondOneIsRefused() async throws {
        let authenticator = TestAuthenticator()
        try await Self.run { _, visitor in
            let elsewhere = try await authenticator.add(
                to: visitor, Self.label, origin: "https://evil.example")
            #expect(elsewhere.status == 422 && elsewhere.text.contains("data-code=\"passkey\""))
            let page = try await visitor.get(Self.factors)
            let fields = [
                "form": page.formToken ?? "", "label": "Khóa",
                "passkey": try authenticator.registration(TestAuthenticator.challenge(page.text)),
            ]
            #expect(try await visitor.post("\(Self.factors)/passkey", fields).status == 200)
            #expect(try await visitor.post("\(Self.factors)/passkey", fields).status == 422, "the challenge is spent")
            #expect(try await authenticator.add(to: visitor, Self.label).status == 422, "registered already")
            for text in ["", "{}", "[1]", "{\"clientDataJSON\":\"\",\"attestationObject\":\"\"}"] {
                let bad = try await visitor.submit(
                    "\(Self.factors)/passkey", from: Self.factors, ["label": "x", "passkey": text])
                #expect((400..<500).contains(bad.status), "\(text)")
            }
        }
    }
}
