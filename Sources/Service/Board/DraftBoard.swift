import SecretBallot
import StrictEncoding

/// What stands of a round's board: one document, so that there is never a board of one beside one of several.
enum DraftBoard: Sendable {
    case none

    /// A board of one, whose member made the keys alone.
    case one(CountingBoard)

    /// A board of several, from its planning to the round's end.
    case several(BoardPlan)

    /// - Throws: `MalformedInput`, and what reading a ceremony throws, if it is damaged.
    init(stored bytes: [UInt8]?) throws {
        guard let bytes else {
            self = .none
            return
        }
        let reader = try JSONReader(parsing: bytes, as: "board", limit: 1 << 20)
        if case .null = reader.value {
            self = .none
        } else if BoardPlan.isFormat(of: reader) {
            self = .several(try BoardPlan(stored: reader))
        } else {
            self = .one(try CountingBoard(reading: reader))
        }
    }

    var stored: [UInt8] {
        switch self {
        case .none: JSONValue.null.encoded()
        case .one(let board): board.json.encoded()
        case .several(let plan): plan.stored.encoded()
        }
    }

    /// The board that a manifest can have; nil while its key is missing.
    /// - Throws: `MalformedInput`.
    func board() throws -> CountingBoard? {
        switch self {
        case .none: nil
        case .one(let board): board
        case .several(let plan): try plan.board()
        }
    }

    /// The members whose keys are registered as things stand.
    var registered: [String] {
        switch self {
        case .none: []
        case .one(let board): board.members.map(\.name)
        case .several(let plan): plan.seats.filter { $0.registration != nil }.map(\.name)
        }
    }

    var plan: BoardPlan? {
        guard case .several(let plan) = self else { return nil }
        return plan
    }
}
