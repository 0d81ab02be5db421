import Foundation
import Recognition
import SecretBallot
import Storage
import StrictEncoding
import Synchronization

/// The documents of a round as outsiders get them.
extension RoundDesk {
    /// One document of the record, if the round has come so far that it is public.
    /// - Throws: `Problem.wrongState`.
    func published(_ file: RecordFile) async throws -> [UInt8] {
        let state = try await state()
        guard Self.isPublic(file, in: state) else { throw Problem.wrongState(state.rawValue) }
        return try await recordDocument(file)
    }

    /// The results come out together, when they are certified, so that a warning can come before them.
    private static func isPublic(_ file: RecordFile, in state: RoundState) -> Bool {
        switch file {
        case .manifest, .guidance, .board, .boardTranscript: state != .draft
        case .roll, .closing, .steps, .relays: state.isClosed
        case .attendance, .boxes, .seal, .found: state.isSealed
        case .opening, .tally, .outcomes, .minutes: state == .certified
        }
    }

    private func recordDocument(_ file: RecordFile) async throws -> [UInt8] {
        switch file {
        case .manifest: try await require(.manifest)
        case .guidance: try await require(.guidance)
        case .board: try await boardDocument().bytes
        case .boardTranscript: try await transcriptDocument()
        case .attendance: try await require(.attendance)
        case .roll: try await require(.roll)
        case .closing: try await require(.closing)
        case .steps: try await require(.steps)
        case .relays: try await relaysDocument()
        case .seal: try await require(.seal)
        case .found: try await foundDocument()
        case .opening: try await require(.opening)
        case .tally: try await require(.tally)
        case .outcomes: try await require(.outcomes)
        case .minutes: try await minutesDocument().bytes
        case .boxes: throw Problem(.notFound)
        }
    }

    /// As it is sealed; until then, of the relays that have spoken.
    private func relaysDocument() async throws -> [UInt8] {
        if let sealed = try await document(.relays) { return sealed }
        return RelayStatement.document(try await statements(of: try await manifest()))
    }

    /// A board of one has none.
    private func transcriptDocument() async throws -> [UInt8] {
        guard let bytes = try await document(.boardTranscript) else { throw Problem(.notFound) }
        return bytes
    }

    /// Sorted by voter: the order in which they came is nobody's business.
    private func foundDocument() async throws -> [UInt8] {
        let found = try await tools.register.found(in: name)
        return FoundEntry.document(
            found.sorted { $0.key < $1.key }.map { FoundEntry(voter: $0.key, signature: $0.value) })
    }

    /// The sealed boxes.
    /// - Throws: `Problem.wrongState`; `.keptBack`, also where they went since the start.
    func boxes() async throws -> KeptFile {
        let entry = try await entry()
        guard let state = RoundState(rawValue: entry.state), state.isSealed, let roundID = entry.roundID else {
            throw Problem.wrongState(entry.state)
        }
        try requireWhole()
        let file = tools.storage.boxes(of: roundID).file
        guard file.isThere else { throw RoundFault.boxesLost.problem }
        return file
    }

    /// Everything there is by now, for an audit.
    func recordSource() async throws -> KeptRecord {
        let state = try await state()
        var documents: [RecordFile: [UInt8]] = [:]
        for file in RecordFile.all(of: try await manifest()) where file != .boxes {
            guard Self.isPublic(file, in: state) || state == .opened && file != .outcomes else { continue }
            documents[file] = try await recordDocument(file)
        }
        return KeptRecord(documents: documents, boxes: try await boxes())
    }

    /// The whole record as an archive, written again only when something was added to it.
    /// - Parameter decisions: further files, by name.
    /// - Returns: its path.
    /// - Throws: `Problem.wrongState` before the round is certified.
    func record(with decisions: [String: [UInt8]]) async throws -> String {
        try await steps.withLock { [self] in
            let state = try await state()
            guard state == .certified, let roundID = try await entry().roundID else {
                throw Problem.wrongState(state.rawValue)
            }
            let source = try await recordSource()
            let path = tools.storage.archive(of: roundID).path
            // All else stands still from here on.
            let contents = Hash.digest(
                (source.documents[.found] ?? []) + (source.documents[.minutes] ?? [])
                    + decisions.sorted { $0.key < $1.key }.flatMap(\.value))
            if held.withLock({ $0.recordContents == contents }) { return path }
            try await writeRecord(source, decisions, to: path)
            held.withLock { $0.recordContents = contents }
            return path
        }
    }

    private func writeRecord(
        _ source: KeptRecord, _ decisions: [String: [UInt8]], to path: String
    ) async throws {
        let time = try await tools.register.steps(of: name).last?.at ?? 0
        let minutes = try await RoundPapers(desk: self).minutes()
        try await tools.lanes.records.run {
            let record = try RecordWriter(path: path, time: Int64(time / 2 * 2))
            for file in RecordFile.allCases where file != .boxes {
                if let bytes = source.documents[file] { try record.add(file, bytes) }
            }
            try record.addBoxes(from: source.boxes.path)
            try record.add("minutes.pdf", minutes)
            for (name, bytes) in decisions.sorted(by: { $0.key < $1.key }) { try record.add(name, bytes) }
            try record.finish()
        }
    }
}
