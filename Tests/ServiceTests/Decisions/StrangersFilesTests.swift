import Client
import Foundation
import Reader
import Synchronization
import TestSupport
import Testing

@testable import Service

/// Files that cost whoever reads them more than a file may: the service says so, goes on, and answers others meanwhile.
@Suite struct StrangersFilesTests {
    /// Less than a service has, so that a test is done with them sooner.
    private static func limited(_ configuration: inout ServiceConfiguration) {
        configuration.readers.confinement.seconds = 3
        configuration.readers.time = .seconds(30)
        configuration.readers.patience = .seconds(60)
    }

    @Test func bombsEndReadersAndNothingElse() async throws {
        try await CertifiedRound.run(configure: Self.limited) { certified in
            let service = certified.service
            let file = try await service.voter.decisionDocument(try await certified.decide()[0].digest)
            for (name, make) in Bombs.all {
                async let answered = service.call("POST", "/api/v1/verify", make())
                #expect(try await service.call("GET", "/readyz").status == 200)
                let answer = try await answered
                #expect(answer.status == 200 || answer.code == "unreadable-file", "\(name): \(answer.text.prefix(200))")
                #expect(!answer.text.contains(#""summary":"valid""#))
            }
            #expect(try await certified.verdict(file)["summary"] == "valid")
        }
    }

    /// More of them than are read at once and may wait: the rest is told when to come again.
    @Test func aFloodIsToldToComeAgain() async throws {
        let configure = { (configuration: inout ServiceConfiguration) in
            Self.limited(&configuration)
            (configuration.readers.count, configuration.readers.places) = (1, 2)
            configuration.readers.patience = .seconds(1)
        }
        try await TestService.run(configure: configure) { service in
            let bomb = Bombs.fields()
            let answers = try await withThrowingTaskGroup(of: RawAnswer.self) { group in
                for _ in 0..<12 { group.addTask { try await service.call("POST", "/api/v1/verify", bomb) } }
                group.addTask { try await service.call("GET", "/healthz") }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            let refused = answers.filter { $0.status == 503 }
            #expect(refused.count >= 12 - 3 - 4 && refused.allSatisfy { $0.code == "overloaded" })
            #expect(refused.allSatisfy { $0.headers["retry-after"] == "1" })
            #expect(answers.allSatisfy { [200, 422, 503].contains($0.status) })
            let metrics = try await service.call("GET", "/metrics").text
            #expect(metrics.contains("phieukin_readers_refused_total \(refused.count)\n"))
            #expect(!service.logs.text.contains("request failed"), "too much to do is no fault to be logged")
        }
    }

    @Test func aReaderThatIsKilledInTheMidstIsReplaced() async throws {
        try await CertifiedRound.run(configure: Self.limited) { certified in
            let service = certified.service
            let file = try await service.voter.decisionDocument(try await certified.decide()[0].digest)
            // What was read before its reader was seen at it is sent again.
            while try await !Self.isKilledInTheMidst(of: Bombs.revisions(), service) {}
            #expect(try await certified.verdict(file)["summary"] == "valid")
        }
    }

    private static func isKilledInTheMidst(of file: [UInt8], _ service: TestService) async throws -> Bool {
        let isAnswered = Mutex(false)
        async let status = {
            defer { isAnswered.withLock { $0 = true } }
            return try await service.call("POST", "/api/v1/verify", file).status
        }()
        var isBusy = false
        while !isBusy, !isAnswered.withLock({ $0 }) {
            isBusy = try await service.call("GET", "/metrics").text.contains(#"readers{state="busy"} 1"#)
        }
        if isBusy { for child in try readers() { kill(child, SIGKILL) } }
        #expect([200, 422, 503].contains(try await status))
        return isBusy
    }

    @Test func whatAKernelLacksIsSaidAndTheServiceGoesOn() async throws {
        let configure = { (configuration: inout ServiceConfiguration) in
            configuration.readers.startsAhead = true
            configuration.readers.confinement.withheld = [.landlock, .seccomp]
        }
        try await TestService.run(configure: configure) { service in
            while !service.logs.text.contains("could do what it must not") {
                try await Task.sleep(for: .milliseconds(20))
            }
            #expect(service.logs.text.contains("shuts the readers of strangers' files in by less than it should"))
            #expect(service.logs.text.contains(#""missing": Landlock, seccomp"#))
            let answer = try await service.call("POST", "/api/v1/verify", Array("%PDF-1.7".utf8))
            #expect(answer.status == 200)
        }
    }

    @Test func aReaderThatEndsIsTheFilesFaultOnPagesToo() async throws {
        try await Self.withProgram("kill -SEGV $$") { service in
            let answer = try await service.call("POST", "/api/v1/verify", [1])
            #expect(answer.status == 422 && answer.code == "unreadable-file")
            let page = try await PageVisitor.visit(service) { visitor in
                let token = try await visitor.get("/verify").formToken ?? ""
                return try await visitor.upload("/verify", ["form": token], file: "file", [1])
            }
            #expect(page.status == 422 && page.text.contains(#"data-code="unreadable-file""#))
            #expect(page.text.contains(#"id="file-form""#))
            #expect(service.logs.text.contains("a reader ended over a stranger's file"))
        }
    }

    @Test func withoutReadersVerifyingAloneIsOut() async throws {
        try await TestService.run(configure: { $0.readers.program = "/nothing/there" }) { service in
            let answer = try await service.call("POST", "/api/v1/verify", [1])
            #expect(answer.status == 503 && answer.headers["retry-after"] == "60")
            #expect(service.logs.text.contains("no reader of strangers' files can be started"))
            _ = try await service.voter.keys()
        }
    }

    /// A service whose readers are a script of the shell, from where they have been given a file on.
    private static func withProgram(
        _ script: String, _ body: @escaping @Sendable (TestService) async throws -> Void
    ) async throws {
        try await TestFolder.use { folder in
            let program = try program(script, in: folder)
            try await TestService.run(configure: { $0.readers.program = program }, body)
        }
    }

    /// Written by a process of its own: a program that anybody has open for writing cannot be started, and what this one
    /// has open is open too in every process that another test starts.
    static func program(_ script: String, in folder: String) throws -> String {
        let program = folder + "/reader"
        let hello = #"printf '\001\000\000\000\032{"version":1,"holding":15}\002\000\000\000\004null'"#
        let lines = "#!/bin/sh\n\(hello)\nhead -c 20 >/dev/null\n\(script)\n"
        let writer = try Process.run(
            URL(filePath: "/bin/sh"),
            arguments: ["-c", #"printf %s "$1" > "$2" && chmod 700 "$2""#, "sh", lines, program])
        writer.waitUntilExit()
        return program
    }

    /// The readers that this process has started.
    private static func readers() throws -> [pid_t] {
        try FileManager.default.contentsOfDirectory(atPath: "/proc").compactMap(pid_t.init).filter { process in
            let command = try? String(contentsOfFile: "/proc/\(process)/cmdline", encoding: .utf8)
            let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
            return command?.contains(ReaderChild.word) == true && status?.contains("PPid:\t\(getpid())\n") == true
        }
    }
}
