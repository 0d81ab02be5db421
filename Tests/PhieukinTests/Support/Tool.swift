import Foundation
import TestSupport

/// The built command itself, run as a user runs it.
enum Tool {
    /// It lies beside the tests' own bundle.
    private static let path = URL(filePath: ProcessInfo.processInfo.arguments[0]).deletingLastPathComponent()
        .appending(path: "phieukin").path

    static func run(_ arguments: [String], environment: [String: String] = [:]) throws -> Command.Outcome {
        try Command.run([path] + arguments, environment: environment)
    }
}
