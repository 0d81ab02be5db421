import SecretBallot
import StrictEncoding

@testable import Service

/// A form of a round's pages, filled in so that it would do, and the stages at which it is taken.
struct StaffForm: Sendable, CustomStringConvertible {
    /// Below the round's path, "" for its own page.
    let page: String

    /// Of the form on its own page; "" elsewhere.
    let step: String
    let role: Role

    /// Where there is something to do.
    let due: Set<Stage>

    /// Where it was done already, and asking again is the same success.
    let past: Set<Stage>

    /// 303 leads on to the page that shows what came of it.
    let status: Int
    let fields: @Sendable (TestRound) throws -> [(String, String)]

    var description: String { "\(page) \(step)" }

    private init(
        _ page: String, step: String = "", as role: Role, due: Set<Stage>, past: Set<Stage> = [], status: Int = 303,
        _ fields: @escaping @Sendable (TestRound) throws -> KeyValuePairs<String, String>
    ) {
        (self.page, self.step, self.role, self.due, self.past, self.status) = (page, step, role, due, past, status)
        self.fields = { try (step.isEmpty ? [] : [("step", step)]) + fields($0).map { ($0.key, $0.value) } }
    }

    func send(_ round: TestRound) async throws -> RawAnswer {
        try await round.visitor(role).send(fields(round), to: page)
    }

    static let cancel = StaffForm(
        "", step: "cancel", as: .secretary, due: [.draft, .frozen, .issuing, .voting, .closing], past: [.cancelled]
    ) { _ in
        ["confirmation": "hủy đợt", "reason": "Hoãn hội nghị", "acknowledge": "ballots-destroyed"]
    }

    /// Those of one stage in an order in which each can be taken after the one before; the last leads on.
    static let leading = draft + meeting + counted

    static let all = leading + [cancel]

    private static let draft = [
        StaffForm("units", as: .secretary, due: [.draft]) { _ in
            ["import": "1", "table": String(decoding: try TestRound.units(1), as: UTF8.self)]
        },
        StaffForm("members", as: .secretary, due: [.draft]) { round in
            let table = String(decoding: try TestRound.voters(Array(round.codes.dropLast())), as: UTF8.self)
            return ["import": "1", "table": table, "acknowledge": "cards-void"]
        },
        StaffForm("cards", as: .secretary, due: [.draft], status: 200) { _ in
            let key = Base64URL.encode(try AccessCode.random().credential().publicKey.bytes)
            return ["keys": "uv-1 \(key)", "confirmation": "thay thẻ"]
        },
        StaffForm("relays", as: .secretary, due: [.draft]) { _ in
            ["lines": "Trạm; https://tram.example; \(Base64URL.encode(SigningKey().publicKey.bytes))"]
        },
        StaffForm("", step: "freeze", as: .secretary, due: [.draft], past: .since(.frozen)) { _ in
            ["confirmation": "chốt"]
        },
    ]

    private static let meeting = [
        StaffForm("presence", as: .secretary, due: [.frozen, .issuing, .voting]) { _ in ["mark-uv-6": "absent"] },
        StaffForm("", step: "issuing", as: .secretary, due: [.frozen], past: .since(.issuing)) { _ in [:] },
        StaffForm("", step: "voting", as: .secretary, due: [.issuing], past: .since(.voting)) { _ in
            ["confirmation": "mở bỏ phiếu", "acknowledge": "few-present"]
        },
        StaffForm("", step: "closing", as: .secretary, due: [.voting], past: .since(.closing)) { _ in
            ["confirmation": "kết thúc bỏ phiếu", "acknowledge": "without-ballot"]
        },
        StaffForm("", step: "seal", as: .secretary, due: [.closing], past: .since(.sealed)) { _ in
            ["confirmation": "niêm phong"]
        },
    ]

    private static let counted = [
        StaffForm("results", as: .board, due: [.opened], past: [.certified]) { _ in
            ["confirmation": "công bố", "acknowledge": "unanimous"]
        },
        StaffForm("decisions/preview", as: .signer, due: [.certified], status: 200) { _ in order("cb-01") },
        StaffForm("preparations", as: .signer, due: [.certified]) { _ in order("cb-02") },
        StaffForm("decisions", as: .signer, due: [.certified]) { _ in order("cb-01") },
    ]

    private static func order(_ unit: String) -> KeyValuePairs<String, String> {
        [
            "date": "2026-12-22", "signer": "Nguyễn Văn Thắng", "position": "Bí thư", "unit": unit,
            "password": TrialSigner.password,
        ]
    }
}
