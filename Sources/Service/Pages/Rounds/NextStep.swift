import Recognition
import SecretBallot
import Storage
import StrictEncoding

/// The one thing to do next in a round, for somebody with these roles: where to, and whether it is theirs to do.
struct NextStep {
    let text: BilingualText
    let path: String

    /// Whether it waits for this member of staff; else it is only what there is to look at.
    let isTheirs: Bool

    var json: JSONValue { ["text": text.json, "path": .string(path), "isTheirs": .bool(isTheirs)] }

    private init(_ vietnamese: String, _ english: String, _ path: String, for isTheirs: Bool) {
        (text, self.path, self.isTheirs) = (BilingualText(vietnamese, english), path, isTheirs)
    }

    /// - Parameter rest: what is left of a certified round.
    init(of desk: RoundDesk, _ entry: RoundEntry, rest: RoundRest?, for roles: Set<Role>) async throws {
        let (page, writes, counts) = (
            "/desk/rounds/\(entry.id)", Right.prepareRound.isGiven(to: roles),
            Right.seeBoard.isGiven(to: roles)
        )
        switch RoundState(rawValue: entry.state) {
        case .draft: self = try await Self.draft(desk, page, writes: writes, counts: counts)
        case .frozen: self = try await Self.frozen(desk, page, writes: writes, counts: counts)
        case .issuing: self = Self("Điểm danh, phát phiếu", "Take presence, issue ballots", page, for: writes)
        case .voting: self = Self("Theo dõi bỏ phiếu", "Follow the voting", page, for: writes)
        case .closing: self = Self("Niêm phong hòm phiếu", "Seal the box", page, for: writes)
        case .sealed: self = try await Self.sealed(desk, page, writes: writes, counts: counts)
        case .opened:
            self = Self(
                "Xem và công bố kết quả", "Look at and certify the results", page + "/results",
                for: Right.certify.isGiven(to: roles))
        case .certified where Right.issueDecisions.isGiven(to: roles):
            self = Self.certified(rest, page + "/decisions")
        case .certified: self = Self("Xem kết quả", "See the results", page, for: false)
        case .cancelled, nil: self = Self("Xem đợt đã hủy", "Look at the cancelled round", page, for: false)
        }
    }

    /// A round whose decisions are all signed, or that called for none, waits for nobody any more.
    private static func certified(_ rest: RoundRest?, _ page: String) -> NextStep {
        switch rest {
        case let rest? where rest.unsigned > 0: NextStep("Ký quyết định", "Sign the decisions", page, for: true)
        case let rest? where rest.waiting > 0:
            NextStep("Nộp chữ ký từ bên ngoài", "Give the signatures from outside", page, for: true)
        default: NextStep("Đợt đã xong; xem quyết định", "Finished: see the decisions", page, for: false)
        }
    }

    /// What the draft lacks first, in the order in which it is put together.
    private static func draft(
        _ desk: RoundDesk, _ page: String, writes: Bool, counts: Bool
    ) async throws -> NextStep {
        let (hasBoard, isPlanned) = (try await desk.draftBoard() != nil, try await desk.boardPlan() != nil)
        if counts, !hasBoard, !isPlanned {
            return NextStep("Tạo khóa của ban kiểm phiếu", "Make the counting board's key", page + "/board", for: true)
        }
        guard writes else { return NextStep("Thư ký đang chuẩn bị", "The secretary is preparing", page, for: false) }
        if try await !desk.draftUnits().contains(where: { $0.failures.isEmpty }) {
            return NextStep("Nhập tổ chức đảng được xét", "Import the units", page + "/units", for: true)
        }
        guard let voters = try await desk.draftVoters(), !voters.entries.isEmpty else {
            return NextStep("Nhập danh sách cấp ủy", "Import the members", page + "/members", for: true)
        }
        if voters.withoutKey > 0 {
            return NextStep("Tạo và in thẻ vào phiếu", "Make and print the cards", page + "/cards", for: true)
        }
        guard hasBoard else { return board(page, isPlanned: isPlanned) }
        return NextStep("Chốt đợt bỏ phiếu", "Freeze the round", page, for: true)
    }

    /// Named by the secretary; then its members make the key, each on a device of their own.
    private static func board(_ page: String, isPlanned: Bool) -> NextStep {
        isPlanned
            ? NextStep("Chờ ban kiểm phiếu tạo khóa", "The board makes its key", page + "/board-members", for: false)
            : NextStep("Lập ban kiểm phiếu", "Name the counting board", page + "/board-members", for: true)
    }

    /// Where whoever runs the round sees what members of a board of several have done, on their own pages; nil for a board
    /// of one.
    private static func severalPage(
        _ desk: RoundDesk, _ page: String, writes: Bool, counts: Bool
    ) async throws -> String? {
        guard try await desk.boardPlan() != nil else { return nil }
        return writes ? page + "/board-members" : counts ? page + "/board" : page
    }

    private static func sealed(
        _ desk: RoundDesk, _ page: String, writes: Bool, counts: Bool
    ) async throws -> NextStep {
        let several = try await severalPage(desk, page, writes: writes, counts: counts)
        if counts, several == nil {
            return NextStep("Mở hòm phiếu, kiểm phiếu", "Open the box and count", page + "/board", for: true)
        }
        return NextStep("Chờ ban kiểm phiếu mở hòm", "The board opens the box", several ?? page, for: false)
    }

    private static func frozen(
        _ desk: RoundDesk, _ page: String, writes: Bool, counts: Bool
    ) async throws -> NextStep {
        let isSigned = try await desk.boardDocument().isComplete(in: try await desk.manifest())
        if isSigned { return NextStep("Bắt đầu phát phiếu", "Begin issuing ballots", page, for: writes) }
        let several = try await severalPage(desk, page, writes: writes, counts: counts)
        if counts, several == nil {
            return NextStep("So mã đối chiếu và ký", "Compare the round code and sign", page + "/board", for: true)
        }
        return NextStep("Chờ ban kiểm phiếu ký", "The board signs the round", several ?? page, for: false)
    }
}
