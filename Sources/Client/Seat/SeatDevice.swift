public import SecretBallot
public import StrictEncoding

/// A board member's device at its seat: makes the board's key with the others, each step as soon as it can be taken.
///
/// Whoever runs it keeps `json` whenever it is told to, before anything is sent, so that a device that stopped anywhere
/// goes on with the same bytes.
public struct SeatDevice: Sendable {
    private static let format = "phieukin-seat/2"

    /// In the attempt that it takes part in.
    public private(set) var device: CeremonyDevice

    /// From 1; 0 before it was told.
    public private(set) var attempt: Int

    /// The member's keys once the board's key is made, and what was done with them.
    public var holder: BoardKeyHolder?

    /// - Throws: an error of the cryptographic library.
    public init(name: String) throws { (device, attempt) = (try CeremonyDevice(name: name), 0) }

    /// Goes on from what was kept.
    /// - Throws: `MalformedInput` if it is damaged; an error of the cryptographic library.
    public init(stored bytes: [UInt8]) throws {
        let object = try JSONReader(parsing: bytes, as: "seat", limit: 2 << 20)
            .object(["format", "attempt", "device"], optional: ["holder"])
        let format = try object.member("format")
        guard try format.string() == Self.format else { throw format.wrongValue(Self.format) }
        attempt = try object.member("attempt").integer()
        device = try CeremonyDevice(stored: object.member("device").value.encoded())
        holder = try object.optional("holder").map { try BoardKeyHolder(stored: $0.value.encoded()) }
    }

    /// All that must be kept, secrets included: for a place that only the member can read.
    public var json: JSONValue {
        let value: JSONValue = [
            "format": .string(Self.format), "attempt": .integer(attempt), "device": device.json,
        ]
        return value.adding("holder", holder?.json)
    }

    /// Takes every step that can be taken by now.
    /// - Parameters:
    ///   - view: as the service has just shown it.
    ///   - keep: makes the device's state durable.
    /// - Throws: `CeremonyFault`, `ServerProblem`, an error of the cryptographic library; whatever `keep` throws. Then the
    ///   same is done again with the next view.
    public mutating func advance(
        by view: SeatView, at seat: SeatClient, keep: (SeatDevice) throws -> Void
    ) async throws {
        try begin(view, keep)
        guard holder == nil, view.evidence == nil else { return }
        guard let ceremony = view.ceremony else { return try await seat.register(device.registration, in: attempt) }
        try device.join(ceremony)
        try await say(device.commitment, keep, seat.send)
        guard let commitments = view.commitments else { return }
        try device.take(commitments)
        try await say(device.firstMessage, keep, seat.send)
        try await finish(view, seat, keep)
    }

    private mutating func finish(
        _ view: SeatView, _ seat: SeatClient, _ keep: (SeatDevice) throws -> Void
    ) async throws {
        if let messages = view.messages {
            try device.take(messages)
            try await say(device.accusation, keep, seat.send)
            try await say(device.certification, keep) { try await seat.send(certification: $0, of: view.place) }
        }
        guard let certifications = view.certifications else { return }
        try device.take(certifications: certifications)
        holder = device.holder
        try keep(self)
    }

    /// Where another attempt has begun, everything but the member's own key is made afresh.
    private mutating func begin(_ view: SeatView, _ keep: (SeatDevice) throws -> Void) throws {
        guard view.attempt != attempt, holder?.frozen == nil else { return }
        if attempt != 0 { device = try device.forAnotherAttempt() }
        (attempt, holder) = (view.attempt, nil)
        try keep(self)
    }

    private func say<Part>(
        _ part: Part?, _ keep: (SeatDevice) throws -> Void, _ send: (Part) async throws -> Void
    ) async throws {
        guard let part else { return }
        try keep(self)
        try await send(part)
    }
}
