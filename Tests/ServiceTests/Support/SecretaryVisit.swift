import Client
import Foundation

@testable import Service

/// A secretary in a browser without scripts, before a fresh service.
struct SecretaryVisit: Sendable {
    let service: TestService
    let visitor: PageVisitor

    /// The same secretary by the API, to see what came of it.
    let secretary: StaffClient

    static func run(_ body: @escaping @Sendable (SecretaryVisit) async throws -> Void) async throws {
        try await TestService.run { service in
            let secretary = try await service.staff("thuky", .secretary)
            try await PageVisitor.visit(service) { visitor in
                _ = try await visitor.signIn("thuky")
                try await body(SecretaryVisit(service: service, visitor: visitor, secretary: secretary))
            }
        }
    }

    /// The path of a fresh draft's page.
    func draft() async throws -> (name: String, path: String) {
        let name = try await secretary.createRound(TestRound.draft).round
        return (name, "/desk/rounds/\(name)")
    }

    /// Sends a table as a file, with the button of that name.
    func send(
        _ table: String, to page: String, by button: String, with fields: [String: String] = [:]
    ) async throws -> PageVisitor.Page {
        let token = try await visitor.get(page).formToken ?? ""
        return try await visitor.upload(
            page, fields.merging(["form": token, button: "1"]) { $1 }, file: "file", Array(table.utf8))
    }

    /// The members' public keys, in the list's order.
    func keys(of round: String) async throws -> [String?] {
        let detail = try await visitor.get("/api/v1/staff/rounds/\(round)").text
        return detail.matches(of: /"credentialKey":(?:"([^"]*)"|null)/).map { $0.output.1.map(String.init) }
    }
}
