import Decisions
import Foundation
import OpenSSLKit
import TestSupport
import Testing

@testable import Reader

/// Pools of readers for one test each.
enum Readers {
    /// Lends a pool of the real program, built beside the tests, or of another.
    static func run<Value>(
        _ program: String? = nil, _ configure: (inout ReaderSettings) -> Void = { _ in },
        _ body: (ReaderPool) async throws -> Value
    ) async throws -> Value {
        var settings = ReaderSettings()
        settings.program = try program ?? executable
        // Against hanging alone: how long a file takes on a busy machine says nothing of it.
        (settings.time, settings.startingTime, settings.patience) = (.seconds(600), .seconds(600), .seconds(60))
        configure(&settings)
        let pool = ReaderPool(settings, trusting: DecisionVerifier(anchors: TrustAnchors([])))
        do {
            let value = try await body(pool)
            try await pool.stop()
            return value
        } catch {
            try await pool.stop()
            throw error
        }
    }

    /// Expects that a reading ends with this fault.
    static func expect(
        _ fault: ReaderFault, at location: SourceLocation = #_sourceLocation, _ body: () async throws -> some Any
    ) async {
        let found = await self.fault(body)
        #expect(found == fault, sourceLocation: location)
    }

    /// Whatever fault a reading ends with.
    static func fault(_ body: () async throws -> some Any) async -> ReaderFault? {
        do {
            _ = try await body()
            return nil
        } catch {
            return error as? ReaderFault
        }
    }

    private static var executable: String {
        get throws {
            let folder = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
            for candidate in [folder, folder.appending(path: "../../.."), Bundle.main.bundleURL] {
                let path = candidate.appending(path: "phieukin").path()
                if FileManager.default.isExecutableFile(atPath: path) { return path }
            }
            throw CocoaError(.fileNoSuchFile)
        }
    }
}

extension ReaderPool {
    /// Where it is of no account who asks.
    func findings(on file: [UInt8], now: Int64) async throws -> FileFindings {
        try await findings(on: file, for: .stranger(nil), now: now)
    }

    func refusal(of file: [UInt8], since base: [UInt8], now: Int64) async throws -> SignatureIntake.Refusal? {
        try await refusal(of: file, since: base, for: .staff, now: now)
    }

    func reading<Value>(_ body: (LentReader) async throws -> Value) async throws -> Value {
        try await reading(for: .stranger(nil), body)
    }
}

/// A program that was taken over by what it read, or never was a reader: a script of the shell.
struct Impostor {
    static let hello = #"printf '\001\000\000\000\032{"version":1,"holding":15}'"# + "\n" + ready
    static let ready = #"printf '\002\000\000\000\004null'"# + "\n"

    let path: String

    /// One line is added to it at each start.
    private let starts: String

    /// Lends one.
    /// - Parameter script: what it does; it reads no order unless it says so.
    static func run<Value>(_ script: String, _ body: (Impostor) async throws -> Value) async throws -> Value {
        try await TemporaryFolder.use { folder in
            let (program, starts) = (folder + "/reader", folder + "/starts")
            try write("#!/bin/sh\necho start >> \(starts)\n\(script)", to: program)
            return try await body(Impostor(path: program, starts: starts))
        }
    }

    /// By a process of its own: what this one has open for writing when another test starts a process is open there too,
    /// and a program that anybody has open for writing cannot be started.
    private static func write(_ text: String, to program: String) throws {
        let writer = try Process.run(
            URL(filePath: "/bin/sh"),
            arguments: ["-c", #"printf %s "$1" > "$2" && chmod 700 "$2""#, "sh", text, program])
        writer.waitUntilExit()
    }

    var startCount: Int {
        (try? String(contentsOfFile: starts, encoding: .utf8).split(separator: "\n").count) ?? 0
    }
}
