import Foundation
import HTTPTypes
import Hummingbird
import Recognition
import SecretBallot
import Storage
import StrictEncoding

/// Where members vote: the rounds under way, and one round's page, on which the ballot code does the rest.
///
/// Nothing that a member does is sent to these pages: an access code stands in the address's fragment or is typed into
/// the page, and slips go to the API without a cookie.
struct MemberPages {
    private static let styles = ["styles/member.css"]

    let kit: PageKit
    let office: RoundOffice

    func add(to pages: RouterGroup<ServiceContext>) {
        pages.get("v", use: start)
        pages.get("v/:round", use: round)
    }

    // MARK: - The start

    /// The rounds to choose from; a round's name that was typed leads to its page.
    @Sendable private func start(_ request: Request, _ context: ServiceContext) async throws -> Response {
        guard let typed = request.uri.queryParameters["round"] else { return try await showRounds(context) }
        guard let roundID = await roundID(typed: Self.lastPart(of: String(typed))) else {
            return try await showRounds(unknownIn: context, typed: String(typed))
        }
        return .redirect(to: Self.path(of: roundID), type: .normal)
    }

    private func showRounds(_ context: ServiceContext) async throws -> Response {
        try kit.page(
            "member-start", title: BilingualText("Vào bỏ phiếu", "Vote"),
            ["rounds": .array(try await roundsUnderWay())], styles: Self.styles,
            scripts: ["scripts/member/card-address.js", "scripts/member/entrance.js"], for: context)
    }

    /// The same page, saying that there is no such round and what to do.
    private func showRounds(unknownIn context: ServiceContext, typed: String) async throws -> Response {
        var context = context
        context.visit.problem = Problem(.unknownRound)
        context.visit.typed = ["round": .string(typed)]
        return try await showRounds(context)
    }

    private func roundsUnderWay() async throws -> [JSONValue] {
        var rounds: [JSONValue] = []
        for entry in try await office.tools.register.rounds() where Self.isUnderWay(entry.state) {
            let authority = try await office.desk(entry.id).draft().authority
            rounds.append(RoundDesk.summary(of: entry).adding("authority", authority.json))
        }
        return rounds
    }

    private static func isUnderWay(_ state: String) -> Bool {
        RoundState(rawValue: state).map { $0.isLive || $0 == .sealed || $0 == .opened } ?? false
    }

    // MARK: - One round

    @Sendable private func round(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let asked = try context.parameters.require("round")
        if let desk = try? office.desk(roundID: asked) { return try await show(desk, context) }
        guard let roundID = await roundID(typed: asked) else {
            return try await showRounds(unknownIn: context, typed: asked)
        }
        return .redirect(to: Self.path(of: roundID), type: .normal)
    }

    private func show(_ desk: RoundDesk, _ context: ServiceContext) async throws -> Response {
        let status = try await desk.publicStatus().adding("round", .string(desk.name))
        let title = try await desk.entry().title
        let relays = try await desk.manifest().casting?.relays ?? []
        var response = try kit.page(
            "member-round", title: BilingualText(title, title), status, styles: Self.styles,
            scripts: ["scripts/member/card-address.js", "scripts/member/member-app.js"], for: context)
        // Members' phones hand ballots to the round's own relays, and to nobody else.
        response.allowConnecting(to: relays.map(\.url))
        return response
    }

    // MARK: - Names of rounds

    /// The roundID that somebody means: typed itself, or by the service's own name of the round.
    /// - Returns: nil for no round, and for one that is not frozen yet.
    private func roundID(typed: String) async -> RoundID? {
        if let roundID = try? RoundID(text: typed), (try? office.desk(roundID: typed)) != nil { return roundID }
        guard let name = Crockford.normalised(typed), let desk = try? office.desk(name) else { return nil }
        return try? await desk.entry().roundID.map { try RoundID($0) }
    }

    /// People may paste a whole address.
    static func lastPart(of typed: String) -> String {
        let text = typed.replacing("+", with: " ").removingPercentEncoding ?? ""
        let address = text.prefix { $0 != "#" && $0 != "?" }.trimmingCharacters(in: .whitespacesAndNewlines)
        return address.split(separator: "/").last.map(String.init) ?? ""
    }

    private static func path(of roundID: RoundID) -> String { "/v/\(roundID)" }
}
