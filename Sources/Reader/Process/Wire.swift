import Glibc
import StrictEncoding

/// Both ends of the talk with another process: frames in, frames out, each awaited no longer than its deadline.
struct Wire: Sendable {
    private let reading: Descriptor
    private let writing: Descriptor

    init(reading: Descriptor, writing: Descriptor) { (self.reading, self.writing) = (reading, writing) }

    /// For the side that must not wait longer than it wants to, whatever the other does.
    func neverBlock() {
        for end in [reading, writing] {
            let flags = fcntl(end.number, F_GETFL)
            _ = fcntl(end.number, F_SETFL, flags | O_NONBLOCK)
        }
    }

    /// - Throws: `WireFault`.
    func send(_ frame: Frame, before deadline: Deadline) throws(WireFault) {
        try write(frame.head, before: deadline)
        try write(frame.payload, before: deadline)
    }

    /// - Parameter kinds: any other is garbage, and so is a longer one than its kind may be.
    /// - Throws: `WireFault`.
    func receive(_ kinds: Set<Frame.Kind>, before deadline: Deadline) throws(WireFault) -> Frame {
        let head = try read(Frame.headLength, before: deadline)
        guard let (kind, length) = Frame.parse(head: head), kinds.contains(kind) else { throw .garbage }
        return Frame(kind, try read(length, before: deadline))
    }

    private func write(_ bytes: [UInt8], before deadline: Deadline) throws(WireFault) {
        var written = 0
        while written < bytes.count {
            try wait(for: POLLOUT, of: writing, before: deadline)
            let count = unsafe bytes.withUnsafeBytes { buffer in
                let start = unsafe buffer.baseAddress.map { unsafe $0 + written }
                return unsafe Glibc.write(writing.number, start, buffer.count - written)
            }
            if count > 0 { written += count } else { try Self.check(count) }
        }
    }

    private func read(_ count: Int, before deadline: Deadline) throws(WireFault) -> [UInt8] {
        // What the other side only announces takes no memory yet.
        var bytes: [UInt8] = []
        while bytes.count < count {
            try wait(for: POLLIN, of: reading, before: deadline)
            bytes += try part(min(count - bytes.count, 1 << 20))
        }
        return bytes
    }

    /// - Returns: what is there, up to `limit` bytes; nothing where there was nothing after all.
    private func part(_ limit: Int) throws(WireFault) -> [UInt8] {
        var result = 0
        let part = unsafe [UInt8](unsafeUninitializedCapacity: limit) { buffer, filled in
            result = unsafe Glibc.read(reading.number, buffer.baseAddress, limit)
            filled = max(0, result)
        }
        guard result != 0 else { throw .closed }
        if result < 0 { try Self.check(result) }
        return part
    }

    private static func check(_ result: Int) throws(WireFault) {
        guard result < 0, [EAGAIN, EINTR].contains(errno) else { throw .closed }
    }

    private func wait(for event: Int32, of end: Descriptor, before deadline: Deadline) throws(WireFault) {
        var asked = pollfd(fd: end.number, events: Int16(event), revents: 0)
        let ready = unsafe poll(&asked, 1, deadline.milliseconds)
        guard ready == 0 else { return }
        guard deadline.isPast else { return }
        throw .late
    }
}

/// Why a talk ended.
enum WireFault: Error {
    /// The other side is gone.
    case closed

    /// It said what nobody says.
    case garbage

    /// It did not say anything in time.
    case late
}

/// An instant by which something must have happened, by a clock that nobody sets.
struct Deadline: Sendable {
    private let instant: ContinuousClock.Instant?

    static let never = Deadline(instant: nil)

    static func after(_ time: Duration) -> Deadline { Deadline(instant: .now + time) }

    var isPast: Bool { instant.map { $0 <= .now } ?? false }

    /// As poll(2) has it: -1 for ever, never longer than a minute at once.
    var milliseconds: CInt {
        guard let instant else { return -1 }
        let left = ContinuousClock.Instant.now.duration(to: instant)
        return CInt(max(0, min(60_000, left / .milliseconds(1))).rounded(.up))
    }
}
