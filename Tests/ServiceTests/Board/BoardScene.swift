import Client
import SecretBallot
import StrictEncoding
import Testing

@testable import Service

/// The devices of a board of several, each at its seat of one round, whatever runs the service.
struct BoardScene: Sendable {
    static let names = ["Lò Văn Phúc", "Giàng A Sử", "Vàng Thị Mai"]

    /// The round's own name.
    let round: String
    var codes: [String]
    var devices: [SeatDevice]

    /// What each device kept last: all that it has after it was stopped.
    private(set) var kept: [[UInt8]]

    /// Plans the board in a draft, in the place of whatever is registered there, with a device for each member.
    static func planned(over service: TestService, threshold: Int = 2, in round: String = PreparedRound.name)
        async throws
        -> BoardScene
    {
        let secretary = PreparedStaff.client(.secretary, service)
        let invitations = try await secretary.planBoard(
            names, threshold: threshold, of: round, acknowledging: ["board-replaced"])
        let devices = try names.map { try SeatDevice(name: $0) }
        return BoardScene(
            round: round, codes: invitations.map(\.code), devices: devices,
            kept: devices.map { $0.json.encoded() })
    }

    func seat(_ place: Int, _ service: TestService) -> SeatClient {
        SeatClient(service.connection, round: round, code: codes[place])
    }

    func view(_ place: Int, _ service: TestService) async throws -> SeatView {
        try await seat(place, service).view()
    }

    /// One device looks, and takes what steps it can.
    mutating func advance(_ place: Int, _ service: TestService) async throws {
        let seat = seat(place, service)
        var (device, last) = (devices[place], kept[place])
        defer { kept[place] = last }
        try await device.advance(by: seat.view(), at: seat) { last = $0.json.encoded() }
        devices[place] = device
    }

    /// The device is stopped, and goes on from what it kept.
    mutating func restart(_ place: Int) throws { devices[place] = try SeatDevice(stored: kept[place]) }

    /// Every device looks so often that all can be done.
    mutating func makeKey(over service: TestService) async throws {
        for _ in 0..<5 {
            for place in devices.indices { try await advance(place, service) }
        }
        for device in devices { _ = try #require(device.holder) }
    }

    var transcript: BoardTranscript? { devices[0].device.transcript }

    // MARK: - Calls that no honest device makes

    func call(
        _ method: String, _ step: String, _ body: JSONValue? = nil, at place: Int, _ service: TestService
    ) async throws -> RawAnswer {
        try await service.call(
            method, "/api/v1/board/\(round)\(step)", body?.encoded(),
            headers: ["Authorization": "Bearer " + codes[place]])
    }

    func code(_ step: String, _ body: JSONValue, at place: Int, _ service: TestService) async throws -> String? {
        try await call("POST", step, body, at: place, service).code
    }
}
