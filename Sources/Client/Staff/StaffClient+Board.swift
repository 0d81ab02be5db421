import StrictEncoding

/// A board of several, as the secretary plans it.
extension StaffClient {
    /// Plans a board of several in the place of whatever board stood there.
    /// - Parameters:
    ///   - threshold: how many of them open, at least two.
    ///   - warnings: the names of those that were read and accepted: `board-replaced` where keys are registered.
    /// - Returns: the members' invitations, whose codes nobody is told again.
    public func planBoard(
        _ names: [String], threshold: Int, of round: String, acknowledging warnings: [String] = []
    ) async throws -> [SeatInvitation] {
        let order: JSONValue = [
            "threshold": .integer(threshold), "names": .array(names.map(JSONValue.string)),
        ]
        let body = Self.acknowledging(warnings, in: order)
        return try await read(Call(.put, Self.path(round, "/board/members"), body)) { answer throws(MalformedInput) in
            try answer.looseObject().list("invitations", SeatInvitation.init(reading:))
        }
    }

    /// Gives up the board of several; one of one may be set again.
    public func unplanBoard(of round: String, acknowledging warnings: [String] = []) async throws {
        try await send(Call(.delete, Self.path(round, "/board/members") + Self.query(warnings)))
    }

    /// Makes another code for a seat, counted from 0; the one before is void.
    public func renewInvitation(of place: Int, in round: String) async throws -> SeatInvitation {
        let path = Self.path(round, "/board/members/\(place)/invitation")
        return try await read(Call(.post, path, [:]), SeatInvitation.init(reading:))
    }

    /// Begins an attempt at the board's key, the one after the present.
    public func beginAttempt(_ number: Int, of round: String, acknowledging warnings: [String] = []) async throws {
        let body = Self.acknowledging(warnings, in: ["attempt": .integer(number)])
        try await send(Call(.post, Self.path(round, "/board/attempt"), body))
    }

    private static func acknowledging(_ warnings: [String], in body: JSONValue) -> JSONValue {
        body.adding("acknowledge", warnings.isEmpty ? nil : .array(warnings.map(JSONValue.string)))
    }
}

/// What a member takes a seat with.
public struct SeatInvitation: Hashable, Sendable {
    /// From 0.
    public let place: Int
    public let name: String
    public let code: String

    init(reading reader: JSONReader) throws(MalformedInput) {
        let object = try reader.looseObject()
        place = try object.member("place").integer()
        name = try object.member("name").string()
        code = try object.member("code").string()
    }
}
