public import Decisions
import NIOPosix
import StrictEncoding

/// A reader for the time of one file.
struct LentReader: Sendable {
    let process: ReaderProcess
    let threads: NIOThreadPool
    let deadline: Deadline

    /// What it answers, as long as it makes sense.
    /// - Throws: `ReaderFault`.
    func answer<Value: Sendable>(
        to order: ReadingOrder, _ read: @escaping @Sendable (JSONReader) throws(MalformedInput) -> Value
    ) async throws -> Value {
        try await threads.runIfActive { [process, deadline] in
            guard order.frame.isShortEnough else { throw ReaderFault.unreadable(.tooLong) }
            let frame = try process.answer(to: order, before: deadline)
            do {
                return try read(JSONReader(parsing: frame.payload, as: "answer", limit: frame.payload.count))
            } catch {
                process.kill()
                throw ReaderFault.unreadable(.garbage)
            }
        }
    }
}

extension ReaderPool {
    /// What a decision's file shows by itself.
    /// - Parameters:
    ///   - file: anybody's bytes.
    ///   - asker: whose share the reading counts against.
    ///   - recordedAt: asked, once the file is known, when a register recorded the decision in it.
    /// - Throws: `ReaderFault`; whatever `recordedAt` throws.
    public func findings(
        on file: [UInt8], for asker: Asker, now: Int64,
        recordedAt: (FileFindings) async throws -> Int64? = { _ in nil }
    ) async throws -> FileFindings {
        try await reading(for: asker) { reader in
            let findings = try await reader.answer(to: .findings(file: file, now: now), FileFindings.read)
            guard let time = try await recordedAt(findings) else { return findings }
            return try await reader.answer(to: .judgement(recordedAt: time, now: now), FileFindings.read)
        }
    }

    /// Why a file that was signed outside may not be taken in; nil where it may.
    /// - Parameters:
    ///   - base: the file as it was handed out.
    ///   - asker: whose share the reading counts against.
    /// - Throws: `ReaderFault`.
    public func refusal(
        of file: [UInt8], since base: [UInt8], for asker: Asker, now: Int64
    ) async throws -> SignatureIntake.Refusal? {
        try await reading(for: asker) { reader in
            try await reader.answer(to: .intake(file: file, base: base, now: now), SignatureIntake.Refusal.read)
        }
    }

    /// What a reader can do that it must not.
    /// - Parameter path: a file or folder that is to be out of its reach.
    /// - Throws: `ReaderFault`.
    public func probe(reaching path: String) async throws -> (holding: SandboxFeatures, probe: SandboxProbe) {
        try await reading(for: .staff) { reader in
            (reader.process.holding, try await reader.answer(to: .probe(path: path), SandboxProbe.read))
        }
    }
}

extension FileFindings {
    @Sendable fileprivate static func read(_ reader: JSONReader) throws(MalformedInput) -> FileFindings {
        try FileFindings(reading: reader)
    }
}

extension SignatureIntake.Refusal {
    @Sendable fileprivate static func read(_ reader: JSONReader) throws(MalformedInput) -> Self? {
        reader.value == .null ? nil : try Self(reading: reader)
    }
}

extension SandboxProbe {
    @Sendable fileprivate static func read(_ reader: JSONReader) throws(MalformedInput) -> SandboxProbe {
        try SandboxProbe(reading: reader)
    }
}
