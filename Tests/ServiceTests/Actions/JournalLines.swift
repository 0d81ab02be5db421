import Client

@testable import Service

extension TestService {
    /// What the journal has of one account, oldest first: "round.seal", "round.units 2"; signing in apart.
    func lines(of account: String) async throws -> [String] {
        let kinds = ["round.", "decision.", "identity.", "account.", "access.", "token.", "trial."]
        return try await admin.journal().reversed()
            .filter { line in line.account == account && kinds.contains { line.action.hasPrefix($0) } }
            .map { [$0.action, $0.detail ?? ""].filter { !$0.isEmpty }.joined(separator: " ") }
    }
}

/// Something that staff do, at either door, with the line that the journal has of it.
struct StaffDeed: Sendable {
    let line: String
    let program: @Sendable (DeedScene) async throws -> Void

    /// What a browser sends, and where; nil where the page's script asks the API.
    let page: (@Sendable (DeedScene) async throws -> PageVisitor.Page)?

    init(
        _ line: String, program: @escaping @Sendable (DeedScene) async throws -> Void,
        page: (@Sendable (DeedScene) async throws -> PageVisitor.Page)? = nil
    ) {
        (self.line, self.program, self.page) = (line, program, page)
    }
}

/// One person with every role, at a program and in a browser.
struct DeedScene: Sendable {
    static let name = "moi-vai"

    let service: TestService
    let client: StaffClient
    let visitor: PageVisitor
    let round: TestRound

    static func run(
        over round: TestRound, _ body: @escaping @Sendable (DeedScene) async throws -> Void
    ) async throws {
        let client = try await round.service.staff(name, .admin, .secretary, .board, .signer)
        try await PageVisitor.visit(round.service) { visitor in
            _ = try await visitor.signIn(name)
            try await body(DeedScene(service: round.service, client: client, visitor: visitor, round: round))
        }
    }

    func submit(_ path: String, _ fields: [String: String], from page: String? = nil) async throws -> PageVisitor.Page {
        try await visitor.submit(path, from: page ?? path, fields)
    }

    /// Does all of it at one door, and expects the lines, each once and in order.
    func expect(_ deeds: [StaffDeed], onPages: Bool) async throws {
        for deed in deeds {
            if onPages, let page = deed.page {
                let answer = try await page(self)
                if answer.status >= 400 { throw Refused(deed: deed.line, status: answer.status, page: answer.text) }
            } else {
                try await deed.program(self)
            }
        }
        let lines = try await service.lines(of: Self.name)
        if lines != deeds.map(\.line) { throw OtherLines(expected: deeds.map(\.line), found: lines) }
    }

    struct Refused: Error { let deed: String, status: Int, page: String }
    struct OtherLines: Error { let expected: [String], found: [String] }
}
