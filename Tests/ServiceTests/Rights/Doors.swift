import SecretBallot
import StrictEncoding

@testable import Service

/// Every route and page of the service, each with the right that it asks for. A new one without a line here fails a
/// test; what a right means is in `Right+Table`, and in docs/architecture.md.
enum Doors {
    struct Door: Sendable, CustomStringConvertible {
        let method: String

        /// As the router writes it.
        let path: String
        let right: Right

        var route: Routes.Route { Routes.Route(method: method, path: path) }
        var description: String { "\(method) \(path)" }
        var isPage: Bool { !path.hasPrefix("/api/") }

        /// What has no end.
        var isStream: Bool { path == "/rounds/{roundID}/events" }

        /// Whether who comes through it is not known at the next any more.
        var isLeaving: Bool { [.signOut, .endOwnSessions].contains(right) || path == "/sign-out" }

        /// A path of nobody's round, decision or paper, so that whoever is let in finds nothing.
        var example: String { path.replacing("{form}", with: form).replacing(/[{}]/, with: "") }

        private var form: String { right == .printCount ? "minutes" : "plan" }
    }

    static let all = programs + people

    private static let programs =
        doors(
            "",
            [
                ("GET", "/healthz", .lookAround), ("GET", "/readyz", .lookAround), ("GET", "/metrics", .lookAround),
                ("GET", "/assets/{version}/**", .lookAround), ("GET", "/assets/SHA256SUMS", .lookAround),
            ])
        + doors(
            "/api/v1/rounds/{roundID}",
            [
                ("GET", "", .followRound), ("GET", "/manifest", .readPublished), ("GET", "/guidance", .readPublished),
                ("GET", "/board", .readPublished), ("GET", "/attendance", .readPublished),
                ("GET", "/roll", .readPublished), ("GET", "/closing", .readPublished),
                ("GET", "/steps", .readPublished), ("GET", "/relays", .readPublished), ("GET", "/seal", .readPublished),
                ("GET", "/cancellation", .readPublished),
                ("GET", "/transcript", .readPublished), ("GET", "/found", .readPublished),
                ("GET", "/opening", .readPublished), ("GET", "/tally", .readPublished),
                ("GET", "/outcomes", .readPublished), ("GET", "/boxes", .readPublished),
                ("GET", "/record", .readPublished), ("POST", "/tokens", .vote), ("POST", "/slips", .vote),
                ("POST", "/found", .vote), ("POST", "/gateway", .vote), ("POST", "/relays", .vote),
            ])
        + doors(
            "/api/v1",
            [
                ("GET", "/decisions", .readPublished), ("GET", "/decisions/{digest}", .readPublished),
                ("GET", "/decisions/{digest}/document", .readPublished), ("GET", "/annulled", .readPublished),
                ("POST", "/verify", .lookAround), ("GET", "/keys", .readPublished),
            ]) + seats + staff

    private static let seats = doors(
        "/api/v1/board/{round}",
        [
            ("GET", "", .followCeremony), ("POST", "/registration", .joinCeremony),
            ("POST", "/commitment", .joinCeremony), ("POST", "/message", .joinCeremony),
            ("POST", "/accusation", .joinCeremony), ("POST", "/certification", .joinCeremony),
            ("POST", "/attempt", .beginAttemptOnEvidence), ("POST", "/proof", .proveCopy),
            ("POST", "/freeze-signature", .signFreezeAtSeat), ("POST", "/share", .giveShare),
            ("GET", "/opening", .seeCount), ("GET", "/tally", .seeCount),
            ("POST", "/minutes-signature", .signMinutesAtSeat),
        ])

    private static let staff = doors(
        "/api/v1/staff",
        [
            ("POST", "/session", .signIn), ("GET", "/session", .seeOwnAccount), ("DELETE", "/session", .signOut),
            ("POST", "/session/confirmation", .confirmSelf),
            ("PUT", "/password", .changeOwnPassword), ("POST", "/tokens", .makeToken),
            ("GET", "/accounts", .seeAccounts), ("POST", "/accounts", .createAccount),
            ("PATCH", "/accounts/{name}", .changeRoles), ("GET", "/journal", .readJournal),
            ("GET", "/factors", .seeOwnAccount), ("GET", "/accounts/{name}/factors", .seeAccounts),
            ("POST", "/accounts/{name}/factors/reset", .resetFactors), ("POST", "/accounts/{name}/lift", .liftLock),
            ("GET", "/guidance", .seeRounds), ("GET", "/rounds", .seeRounds), ("POST", "/rounds", .createRound),
            ("GET", "/rounds/{round}", .seeRounds), ("PUT", "/rounds/{round}/units", .importUnits),
            ("PUT", "/rounds/{round}/voters", .importMembers), ("PUT", "/rounds/{round}/board", .giveBoardKey),
            ("PUT", "/rounds/{round}/relays", .nameRelays),
            ("PUT", "/rounds/{round}/board/members", .planBoard),
            ("DELETE", "/rounds/{round}/board/members", .planBoard),
            ("POST", "/rounds/{round}/board/members/{place}/invitation", .renewInvitation),
            ("POST", "/rounds/{round}/board/attempt", .beginAttempt),
            ("POST", "/rounds/{round}/freeze", .freeze), ("GET", "/rounds/{round}/freeze", .seeRounds),
            ("POST", "/rounds/{round}/freeze-signatures", .signFreeze),
            ("POST", "/rounds/{round}/issuing", .beginIssuing), ("PUT", "/rounds/{round}/presence", .markPresence),
            ("POST", "/rounds/{round}/voting", .beginVoting), ("POST", "/rounds/{round}/closing", .close),
            ("POST", "/rounds/{round}/seal", .seal),
            ("POST", "/rounds/{round}/cancel", .cancel), ("POST", "/rounds/{round}/open", .open),
            ("GET", "/rounds/{round}/results", .seeResults), ("POST", "/rounds/{round}/tally", .recount),
            ("POST", "/rounds/{round}/minutes-signatures", .signMinutes),
            ("POST", "/rounds/{round}/certify", .certify), ("PUT", "/identity", .setIdentity),
            ("POST", "/rounds/{round}/decisions", .issueDecisions),
            ("POST", "/decisions/{digest}/seal", .affixBodySeal),
            ("POST", "/decisions/{digest}/archive", .archiveDecision),
            ("POST", "/decisions/{digest}/annulment", .annulDecision),
            ("POST", "/rounds/{round}/preparations", .prepareDecisions),
            ("GET", "/rounds/{round}/preparations", .seeDecisions),
            ("GET", "/preparations/{paper}/document", .seePrepared),
            ("GET", "/preparations/{paper}/prepared", .fetchPrepared),
            ("PUT", "/preparations/{paper}/signature", .attachSignature),
            ("PUT", "/preparations/{paper}/document", .attachSignature),
            ("DELETE", "/preparations/{paper}", .withdrawPaper),
            ("GET", "/rounds/{round}/documents/{form}", .printPreparation),
        ])

    private static let people =
        doors(
            "",
            [
                ("GET", "/", .lookAround), ("GET", "/sign-in", .signIn), ("POST", "/sign-in", .signIn),
                ("GET", "/sign-in/factor", .signIn), ("POST", "/sign-in/factor", .signIn),
                ("POST", "/sign-out", .signIn), ("GET", "/v", .lookAround), ("GET", "/v/{round}", .followRound),
                ("GET", "/board/{round}", .lookAround),
                ("GET", "/rounds/{roundID}/screen", .followRound), ("GET", "/rounds/{roundID}/events", .followRound),
                ("GET", "/rounds/{roundID}", .followRound), ("GET", "/verify", .lookAround),
                ("POST", "/verify", .lookAround), ("GET", "/decisions", .readPublished),
                ("GET", "/decisions/{digest}", .readPublished), ("GET", "/code", .lookAround),
            ])
        + doors(
            "/desk",
            [
                ("GET", "", .seeStaffHome), ("GET", "/account", .seeOwnAccount),
                ("POST", "/account/password", .changeOwnPassword),
                ("POST", "/account/sessions/end-one", .endOwnSessions),
                ("POST", "/account/devices/forget", .endOwnSessions), ("GET", "/account/factors", .seeOwnAccount),
                ("POST", "/account/factors/app", .changeFactors),
                ("POST", "/account/factors/app/confirm", .changeFactors),
                ("POST", "/account/factors/passkey", .changeFactors),
                ("POST", "/account/factors/remove", .changeFactors),
                ("POST", "/account/factors/recovery", .changeFactors), ("GET", "/confirm", .confirmSelf),
                ("POST", "/confirm", .confirmSelf), ("POST", "/accounts/factors", .resetFactors),
                ("POST", "/accounts/lift", .liftLock),
                ("POST", "/account/sessions/end", .endOwnSessions), ("POST", "/account/tokens", .makeToken),
                ("POST", "/account/tokens/revoke", .revokeToken), ("GET", "/accounts", .seeAccounts),
                ("POST", "/accounts", .createAccount), ("POST", "/accounts/roles", .changeRoles),
                ("POST", "/accounts/password", .resetPassword), ("POST", "/accounts/disable", .disableAccount),
                ("POST", "/accounts/enable", .disableAccount), ("GET", "/journal", .readJournal),
                ("GET", "/rounds/new", .createRound), ("POST", "/rounds/new", .createRound),
                ("GET", "/identity", .seeIdentity), ("POST", "/identity", .setIdentity),
                ("GET", "/decisions/{digest}/archive", .archiveDecision),
                ("POST", "/decisions/{digest}/archive", .archiveDecision),
                ("GET", "/decisions/{digest}/annul", .annulDecision),
                ("POST", "/decisions/{digest}/annul", .annulDecision),
                ("GET", "/decisions/{digest}/seal", .affixBodySeal),
                ("POST", "/decisions/{digest}/seal", .affixBodySeal),
                ("GET", "/preparations/{paper}", .seePrepared), ("GET", "/preparations/{paper}/bytes", .fetchPrepared),
                ("POST", "/preparations/{paper}/document", .attachSignature),
                ("POST", "/preparations/{paper}/signature", .attachSignature),
                ("POST", "/preparations/{paper}/withdraw", .withdrawPaper),
                ("GET", "/trial", .seeTrial), ("POST", "/trial", .beginTrial),
                ("POST", "/trial/identity", .setIdentity),
                ("GET", "/trial/signer.p12", .fetchTrialKey),
            ]) + rounds

    private static let rounds = doors(
        "/desk/rounds/{round}",
        [
            ("GET", "", .seeRounds), ("POST", "", .prepareRound), ("GET", "/freeze", .seeRounds),
            ("GET", "/units", .prepareRound), ("POST", "/units", .importUnits),
            ("GET", "/units/mau-to-chuc.csv", .prepareRound), ("GET", "/members", .prepareRound),
            ("POST", "/members", .importMembers), ("GET", "/members/mau-cap-uy.csv", .prepareRound),
            ("GET", "/board-members", .prepareRound),
            ("GET", "/cards", .prepareRound), ("POST", "/cards", .setCardKeys),
            ("GET", "/relays", .prepareRound), ("POST", "/relays", .nameRelays), ("GET", "/presence", .prepareRound),
            ("POST", "/presence", .markPresence), ("GET", "/presence/live", .prepareRound),
            ("GET", "/board", .seeBoard),
            ("GET", "/results", .seeResults), ("POST", "/results", .certify), ("GET", "/decisions", .seeDecisions),
            ("POST", "/decisions", .issueDecisions), ("POST", "/decisions/preview", .previewDecision),
            ("POST", "/preparations", .prepareDecisions),
        ])

    private static func doors(_ base: String, _ doors: [(String, String, Right)]) -> [Door] {
        doors.map { Door(method: $0.0, path: base + $0.1, right: $0.2) }
    }
}
