import AccountSecurity
import Client
import Foundation
import StrictEncoding
import Testing

@testable import Service

/// An account's own sessions and devices, and passwords in any spelling.
@Suite struct DeviceAndSessionTests {
    @Test func sessionsAreListedAndEndedOneByOne() async throws {
        try await TestService.run { service in
            _ = try await service.staff("thuky", .secretary)
            try await PageVisitor.visit(service) { here in
                _ = try await here.signIn("thuky")
                try await PageVisitor.visit(service) { there in
                    _ = try await there.signIn("thuky")
                    let page = try await here.get("/desk/account").text
                    let others = page.matches(of: /name="session" value="([^"]+)"/).map { String($0.output.1) }
                    #expect(others.count == 2, "the other browser, and the one by the interface")
                    for session in others {
                        let ended = try await here.submit(
                            "/desk/account/sessions/end-one", from: "/desk/account", ["session": session])
                        #expect(ended.status == 303)
                    }
                    #expect(try await there.get("/desk").location?.hasPrefix("/sign-in") == true)
                    #expect(try await here.get("/desk").status == 200)
                    let unknown = try await here.submit(
                        "/desk/account/sessions/end-one", from: "/desk/account", ["session": others[0]])
                    #expect(unknown.status == 404)
                }
            }
        }
    }

    @Test func aForgottenDeviceIsAStranger() async throws {
        try await TestService.run { service in
            _ = try await service.staff("thuky", .secretary)
            try await PageVisitor.visit(service) { visitor in
                _ = try await visitor.signIn("thuky")
                let page = try await visitor.get("/desk/account").text
                let devices = page.matches(of: /name="device" value="([^"]+)"/).map { String($0.output.1) }
                for device in devices {
                    _ = try await visitor.submit(
                        "/desk/account/devices/forget", from: "/desk/account", ["device": device])
                }
                #expect(!devices.isEmpty)
                #expect(try await !visitor.get("/desk/account").text.contains("name=\"device\""))
            }
        }
    }

    @Test func aSessionThatNobodyUsesEnds() async throws {
        try await TestService.run { service in
            let secretary = try await service.staff("thuky", .secretary)
            service.time.advance(by: 3_599)
            _ = try await secretary.account()
            service.time.advance(by: 3_600)
            await expectRefusal("unauthenticated") { _ = try await secretary.account() }
            service.time.advance(by: -7_000)
            await expectRefusal("unauthenticated", "ended for good") { _ = try await secretary.account() }
        }
    }

    @Test func aPasswordIsOneInEverySpelling() async throws {
        let (composed, decomposed) = (
            "mặt trời mọc", "mặt trời mọc".decomposedStringWithCanonicalMapping
        )
        let record = try PasswordRecord(of: composed)
        for spelling in [composed, decomposed] { #expect(try record.matches(spelling)) }
        #expect(try PasswordRecord(of: decomposed).matches(composed))
        #expect(try !record.matches("mat troi moc"))
    }

    @Test func commonPasswordsAreRefusedWhereverOneIsSet() async throws {
        try await TestService.run { service in
            let admin = try await service.admin
            for password in ["matkhau123456", "Password@2026", "thuky2026thuky", "phieukin.test"] {
                let new = await refusal {
                    try await admin.createAccount("thuky", displayName: "Thư ký", roles: [], password: password)
                }
                #expect(new?.code == "common-password" && new?.status == 422, "\(password)")
                let own = await refusal {
                    try await admin.changePassword(from: TestService.adminPassword, to: password)
                }
                #expect(password.hasPrefix("thuky") || own?.code == "common-password", "\(password)")
            }
        }
    }

    @Test(arguments: [
        ("https://phieukin.example", "phieukin.example", "https://phieukin.example"),
        ("https://Phieu.Example:8443", "phieu.example", "https://phieu.example:8443"),
        ("http://localhost:8080", "localhost", "http://localhost:8080"),
        ("https://phieukin.example/", "phieukin.example", "https://phieukin.example"),
    ])
    func passkeysKnowTheServiceByItsName(address: String, id: String, origin: String) throws {
        let party = try #require(RelyingParty(address: address))
        #expect(party.id == id && party.origin == origin)
    }

    @Test(arguments: [
        "http://phieukin.example", "https://192.0.2.1", "http://127.0.0.1:8080", "https://[::1]:8443", "",
        "ftp://localhost", "https://[fe80::1%25eth0]", "phieukin.example",
    ])
    func anAddressThatIsNoNameGetsNoPasskeys(address: String) { #expect(RelyingParty(address: address) == nil) }
}
