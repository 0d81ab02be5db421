import Foundation

/// Files of the repository that tests read.
enum TestFiles {
    private static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    static func vector(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: repository.appending(path: "Tests/Vectors/\(name)")))
    }

    static func example(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: repository.appending(path: "Examples/xa-bum-to/\(name)")))
    }
}
