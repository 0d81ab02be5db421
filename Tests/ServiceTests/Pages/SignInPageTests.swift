import Foundation
import Testing

@testable import Service

/// Signing in by a form.
@Suite struct SignInPageTests {
    @Test func whoSignsInIsLedOnAndWhoSignsOutIsOut() async throws {
        try await TestService.run { service in
            try await PageVisitor.visit(service) { visitor in
                let page = try await visitor.signIn("quantri", TestService.adminPassword)
                #expect(page.status == 303 && page.location == "/desk")
                let home = try await visitor.get("/")
                #expect(home.text.contains("quantri"))
                let out = try await visitor.submit("/sign-out", from: "/", [:])
                #expect(out.status == 303)
                let after = try await visitor.get("/")
                #expect(!after.text.contains("quantri"))
            }
        }
    }

    @Test func aWrongPasswordIsSaidAndNotShownAgain() async throws {
        try await TestService.run { service in
            try await PageVisitor.visit(service) { visitor in
                let page = try await visitor.signIn("quantri", "sai-mat-khau-roi")
                #expect(page.status == 401 && page.text.contains("Sai tên hoặc mật khẩu."))
                #expect(page.text.contains("value=\"quantri\"") && !page.text.contains("sai-mat-khau-roi"))
            }
        }
    }

    @Test func aFormThatNoPageOfOursSentIsRefused() async throws {
        try await TestService.run { service in
            try await PageVisitor.visit(service) { visitor in
                let fields = ["name": "quantri", "password": TestService.adminPassword]
                let bare = try await visitor.post("/sign-in", fields)
                #expect(bare.status == 403 && bare.headers["set-cookie"]?.contains("phieukin=") != true)
                let token = try #require(try await visitor.get("/sign-in").formToken)
                let forged = try await visitor.post("/sign-in", fields.merging(["form": token + "A"]) { $1 })
                #expect(forged.status == 403)
                try await PageVisitor.visit(service) { other in
                    let borrowed = try await other.post("/sign-in", fields.merging(["form": token]) { $1 })
                    #expect(borrowed.status == 403, "the token of another browser")
                }
            }
        }
    }

    @Test func aFormOpenedBeforeSigningInElsewhereStillCounts() async throws {
        try await TestService.run { service in
            try await PageVisitor.visit(service) { visitor in
                let token = try #require(try await visitor.get("/sign-in").formToken)
                _ = try await visitor.signIn("quantri", TestService.adminPassword)
                let fields = ["name": "quantri", "password": TestService.adminPassword, "form": token]
                let again = try await visitor.post("/sign-in", fields)
                #expect(again.status == 303 && again.location == "/desk")
                let ofSession = try #require(try await visitor.get("/").formToken)
                let out = try await visitor.post("/sign-out", ["form": token])
                #expect(out.status == 303)
                let late = try await visitor.post("/sign-out", ["form": ofSession])
                #expect(late.status == 403, "a session that has ended binds nothing any more")
            }
        }
    }

    /// Browsers keep a strict cookie back where another site's link leads here, and send it with the page's next request.
    @Test func whoeverComesFromAnotherSiteIsLedOnWithTheCookie() async throws {
        try await TestService.run { service in
            for (site, isLedOn) in ["cross-site": true, "same-site": true, "same-origin": false, "none": false] {
                let headers = ["Accept": "text/html", "Sec-Fetch-Site": site]
                let page = try await service.call("GET", "/sign-in?to=/desk/journal", headers: headers).text
                #expect(page.contains(#"http-equiv="refresh" content="0; url=/desk/journal""#) == isLedOn, "\(site)")
            }
        }
    }

    @Test(arguments: ["//elsewhere.example/", "https://elsewhere.example/", "/\\elsewhere.example", "javascript:1", ""])
    func nobodyIsLedElsewhere(destination: String) async throws {
        try await TestService.run { service in
            try await PageVisitor.visit(service) { visitor in
                let query = destination.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
                let page = try await visitor.submit(
                    "/sign-in?to=\(query)", from: "/sign-in",
                    ["name": "quantri", "password": TestService.adminPassword])
                #expect(page.status == 303 && page.location == "/desk")
            }
        }
    }

    @Test func failuresAreSlowedDown() async throws {
        try await TestService.run { service in
            try await PageVisitor.visit(service) { visitor in
                for _ in 0..<5 { _ = try await visitor.signIn("quantri", "sai-mat-khau-roi") }
                let page = try await visitor.signIn("quantri", TestService.adminPassword)
                #expect(page.status == 429)
            }
        }
    }

    @Test func aPageThatIsNotThereKnowsWhoAsks() async throws {
        try await TestService.run { service in
            try await PageVisitor.visit(service) { visitor in
                _ = try await visitor.signIn("quantri", TestService.adminPassword)
                let page = try await visitor.get("/desk/nothing/there")
                #expect(page.status == 404 && page.text.contains("quantri") && page.formToken != nil)
                #expect(page.headers["content-security-policy"]?.contains("script-src 'self'") == true)
            }
        }
    }
}
