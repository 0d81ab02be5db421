import OpenSSLKit
import Recognition
import SecretBallot

/// The keys of a draft, with whose each is. No two of a manifest are the same, as a signature says by its key whose it
/// is: who brings one that is there already is told so at once, by name, and not in the middle of the freezing.
struct DraftKeys {
    private var owners: [[UInt8]: BilingualText] = [:]

    init(of service: ServiceKeys) throws(Problem) {
        try add(service.receiptKey.bytes, of: BilingualText("máy chủ", "the service"))
    }

    mutating func add(_ voters: DraftVoters?) throws(Problem) {
        for entry in voters?.entries ?? [] {
            guard let key = entry.credentialKey else { continue }
            let name = "\(entry.name) (\(entry.id))"
            try add(key.bytes, of: BilingualText("thẻ vào phiếu của \(name)", "the access card of \(name)"))
        }
    }

    mutating func add(_ relays: [RelayReference]) throws(Problem) {
        for relay in relays {
            try add(relay.key.bytes, of: BilingualText("trạm chuyển phiếu \(relay.name)", "the relay \(relay.name)"))
        }
    }

    mutating func add(_ board: DraftBoard) throws(Problem) {
        switch board {
        case .none: return
        case .one(let board): try add(board)
        case .several(let plan):
            for seat in plan.seats {
                if let member = seat.registration { try add(member, of: seat.name) }
            }
        }
    }

    mutating func add(_ board: CountingBoard) throws(Problem) {
        try add(board.publicKey.bytes, of: BilingualText("hòm phiếu", "the box"))
        for member in board.members { try add(member.key.bytes, of: Self.member(member.name)) }
    }

    mutating func add(_ member: CeremonyMember, of name: String) throws(Problem) {
        for key in [member.key.bytes, member.dkgKey.x962] { try add(key, of: Self.member(name)) }
    }

    private static func member(_ name: String) -> BilingualText {
        BilingualText("thành viên ban kiểm phiếu \(name)", "the board member \(name)")
    }

    private mutating func add(_ key: [UInt8], of owner: BilingualText) throws(Problem) {
        guard let other = owners.updateValue(owner, forKey: key) else { return }
        throw Problem(
            .sameKey,
            because: BilingualText(
                "Hai bên cùng một khóa: \(other.vietnamese); \(owner.vietnamese).",
                "Both have the same key: \(other.english); \(owner.english)."))
    }
}

extension RoundDesk {
    /// - Parameters: what shall stand in the draft; nil for what stands there.
    /// - Throws: `Problem.sameKey` naming whose key is whose.
    func requireDistinctKeys(
        voters: DraftVoters? = nil, relays: [RelayReference]? = nil, board: DraftBoard? = nil
    ) async throws {
        var keys = try DraftKeys(of: tools.installation.serviceKeys)
        if let voters { try keys.add(voters) } else { try keys.add(try await draftVoters()) }
        if let relays { try keys.add(relays) } else { try keys.add(try await draftRelays()) }
        if let board { try keys.add(board) } else { try keys.add(try await boardState()) }
    }

    /// The same for what a device brings to a seat of the board, whose own keys are looked at with the plan.
    func requireDistinctKeys(registering member: CeremonyMember, named name: String) async throws {
        var keys = try DraftKeys(of: tools.installation.serviceKeys)
        try keys.add(try await draftVoters())
        try keys.add(try await draftRelays())
        try keys.add(member, of: name)
    }
}
