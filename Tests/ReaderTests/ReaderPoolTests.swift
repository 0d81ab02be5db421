import Decisions
import Foundation
import OpenSSLKit
import StrictEncoding
import Synchronization
import TestSupport
import Testing

@testable import Reader

/// What happens to those who ask, whatever becomes of the readers.
@Suite struct ReaderPoolTests {
    private static let pdf = Array("%PDF-1.7\n%%EOF\n".utf8)

    /// Another process says what this one would.
    @Test(arguments: [("", 1), ("%", 1), ("%PDF-1.7\n%%EOF\n", 1), ("<script>", 1), ("0", (16 << 20) + 1)])
    func aReaderFindsWhatIsThere(text: String, count: Int) async throws {
        let file = Array(String(repeating: text, count: count).utf8)
        let findings = try await Readers.run { try await $0.findings(on: file, now: 1_800_000_000) }
        let document = Result { () throws(DocumentFault) in try DecisionDocument(file) }
        #expect(
            findings
                == DecisionVerifier(anchors: TrustAnchors([])).findings(on: document, now: 1_800_000_000))
        #expect(!findings.intact.isYes)
    }

    /// Pages are drawn there as here: what was painted over is seen, with the machine's fonts.
    @Test(arguments: ["decision", "overpainted", "mark-moved", "stamped", "handed-out-signed-by-pyhanko", "document"])
    func whatIsDrawnIsSeen(name: String) async throws {
        let file = try TestFiles.vector("pdf/\(name).pdf")
        let findings = try await Readers.run { try await $0.findings(on: file, now: 1_800_000_000) }
        let document = Result { () throws(DocumentFault) in try DecisionDocument(file) }
        #expect(
            findings == DecisionVerifier(anchors: TrustAnchors([])).findings(on: document, now: 1_800_000_000))
        #expect(findings.intact.code != "not-drawn")
    }

    /// Where no font can be opened, a file with anything added is not called intact: what it shows was not seen.
    @Test func withoutFontsNothingIsSaidToBeUnseen() async throws {
        for (name, code) in [("handed-out-signed-by-pyhanko", "intact"), ("stamped", "not-drawn")] {
            let file = try TestFiles.vector("pdf/\(name).pdf")
            for configure in [
                { (settings: inout ReaderSettings) in settings.confinement.readable = [] },
                { (settings: inout ReaderSettings) in settings.confinement.withheld = .landlock },
            ] {
                let findings = try await Readers.run(nil, configure) {
                    try await $0.findings(on: file, now: 1_800_000_000)
                }
                #expect(findings.intact.code == code, "\(name)")
            }
        }
    }

    @Test func aFileSignedOutsideIsHeldAgainstWhatWasHandedOut() async throws {
        try await Readers.run { pool in
            let refusal = try await pool.refusal(of: Self.pdf, since: Self.pdf, now: 0)
            guard case .signature = refusal else { return #expect(Bool(false), "\(String(describing: refusal))") }
        }
    }

    /// The second is another process, which knows nothing of the first one's file.
    @Test func everyFileHasAReaderOfItsOwn() async throws {
        try await Readers.run(nil, { $0.count = 1 }) { pool in
            var seen: Set<Int32> = []
            for _ in 0..<3 {
                try await pool.reading { reader in _ = seen.insert(reader.process.identifier) }
            }
            #expect(seen.count == 3)
        }
    }

    /// Of the service's session: the kernel would weigh another session's work as much as the whole service's.
    @Test func readersGiveWayToALiveRound() async throws {
        try await Readers.run { pool in
            try await pool.reading { reader in
                let process = reader.process.identifier
                #expect(getpriority(Int32(PRIO_PROCESS.rawValue), id_t(process)) >= 15)
                #expect(getsid(process) == getsid(0) && getpgid(process) == process)
            }
        }
    }

    @Test(arguments: [
        #"printf '\002\000\000\000\002{}'"#, #"printf '\002\000\000\000\003abc'"#, #"printf '\002\377\377\377\377'"#,
        #"printf '\001\000\000\000\004null'"#, #"printf '\020\000\000\000\000'"#, #"printf 'HTTP/1.1 200 OK'"#,
    ])
    func whoAnswersGarbageIsKilledAndHasReadNothing(garbage: String) async throws {
        try await Impostor.run(Impostor.hello + garbage + "\nexec sleep 600") { impostor in
            try await Readers.run(impostor.path) { pool in
                let fault = await Readers.fault { try await pool.findings(on: Self.pdf, now: 0) }
                #expect(fault == .unreadable(.garbage))
                #expect(pool.counts.killed == 1 && impostor.startCount == 1)
            }
        }
    }

    @Test func whoTakesTooLongIsKilled() async throws {
        try await Impostor.run(Impostor.hello + "exec sleep 600") { impostor in
            try await Readers.run(impostor.path, { $0.time = .milliseconds(200) }) { pool in
                for _ in 0..<2 {
                    await Readers.expect(.unreadable(.late)) { try await pool.findings(on: Self.pdf, now: 0) }
                }
                // One that does not even take the file.
                let long = [UInt8](repeating: 0x25, count: 1 << 20)
                await Readers.expect(.unreadable(.late)) { try await pool.findings(on: long, now: 0) }
                #expect(pool.counts.killed == 3)
            }
        }
    }

    @Test func whoEndsOverAFileEndsForItAlone() async throws {
        try await Impostor.run(Impostor.hello + "head -c 20 >/dev/null; kill -SEGV $$") { impostor in
            try await Readers.run(impostor.path) { pool in
                let fault = await Readers.fault { try await pool.findings(on: Self.pdf, now: 0) }
                #expect(fault == .unreadable(.signal(11)))
                #expect(impostor.startCount == 1 && pool.counts.ended == 1)
            }
        }
    }

    /// That was not the file's fault: another reader tries once more, and then it is said.
    @Test func whoIsKilledFromOutsideIsReplacedOnce() async throws {
        try await Impostor.run(Impostor.hello + "head -c 20 >/dev/null; kill -KILL $$") { impostor in
            try await Readers.run(impostor.path) { pool in
                await Readers.expect(.killed) { try await pool.findings(on: Self.pdf, now: 0) }
                #expect(impostor.startCount == 2)
            }
        }
    }

    @Test func whoIsKilledInTheMidstIsReplaced() async throws {
        try await Readers.run { pool in
            var isFirst = true
            let findings = try await pool.reading { reader in
                if isFirst { reader.process.kill() }
                isFirst = false
                return try await reader.answer(to: .findings(file: Self.pdf, now: 0)) { reader throws(MalformedInput) in
                    try FileFindings(reading: reader)
                }
            }
            #expect(!findings.intact.isYes)
        }
    }

    @Test func whoIsKilledBeforeItIsReadyIsReplacedOnce() async throws {
        try await Impostor.run("kill -KILL $$") { impostor in
            try await Readers.run(impostor.path) { pool in
                await Readers.expect(.killed) { try await pool.findings(on: Self.pdf, now: 0) }
                #expect(impostor.startCount == 2)
            }
        }
    }

    @Test func whoWasEndedWhileReadyIsNotGivenAFile() async throws {
        try await Readers.run(nil, { ($0.count, $0.startsAhead) = (1, true) }) { pool in
            while pool.counts.ready == 0 { try await Task.sleep(for: .milliseconds(10)) }
            pool.endReady()
            #expect(try await !pool.findings(on: Self.pdf, now: 0).intact.isYes)
            #expect(pool.counts.killed == 0)
        }
    }

    @Test(arguments: ["/nothing/there", "/bin/false", "/etc/passwd"])
    func whatIsNoReaderIsNotStarted(program: String) async throws {
        try await Readers.run(program) { pool in
            for _ in 0..<3 {
                guard case .notStarted(let why) = await Readers.fault({ try await pool.findings(on: [], now: 0) })
                else { return #expect(Bool(false)) }
                #expect(why.hasPrefix(program))
            }
        }
    }

    /// One is busy, one waits, the third is told at once, the second after its patience.
    @Test func waitingIsBounded() async throws {
        try await Impostor.run(Impostor.hello + "exec sleep 600") { impostor in
            let configure = { (settings: inout ReaderSettings) in
                (settings.count, settings.places) = (1, 1)
                (settings.patience, settings.time) = (.milliseconds(300), .seconds(60))
            }
            try await Readers.run(impostor.path, configure) { pool in
                try await pool.reading { _ in
                    let second = Task { await Readers.fault { try await pool.findings(on: [], now: 0) } }
                    while pool.counts.waiting == 0 { await Task.yield() }
                    await Readers.expect(.busy(retryAfter: 1)) { try await pool.findings(on: [], now: 0) }
                    #expect(await second.value == .busy(retryAfter: 1))
                    #expect(pool.counts.refused == 2 && pool.counts.busy == 1 && pool.counts.waiting == 0)
                }
            }
        }
    }

    /// Nobody is told that somebody else killed the one that has read a part of its file.
    @Test func stoppingEndsWhatIsBusyAndWhoWaits() async throws {
        let reading = #"head -c 100000 >/dev/null; echo reading >> "${0%/*}/starts"; exec sleep 600"#
        try await Impostor.run(Impostor.hello + reading) { impostor in
            var settings = ReaderSettings()
            (settings.program, settings.count) = (impostor.path, 1)
            let faults = Mutex<Set<ReaderFault>>([])
            let pool = ReaderPool(settings, trusting: DecisionVerifier(anchors: TrustAnchors([]))) { event in
                if case .failed(let fault) = event { faults.withLock { _ = $0.insert(fault) } }
            }
            let file = [UInt8](repeating: 0x25, count: 200_000)
            let both = (0..<2).map { _ in Task { await Readers.fault { try await pool.findings(on: file, now: 0) } } }
            while impostor.startCount < 2 || pool.counts.waiting == 0 { try await Task.sleep(for: .milliseconds(5)) }
            try await pool.stop()
            for one in both { #expect(await one.value == .stopped) }
            #expect(faults.withLock { $0 } == [.stopped] && pool.counts.killed == 0)
            await Readers.expect(.stopped) { try await pool.findings(on: [], now: 0) }
        }
    }
}
