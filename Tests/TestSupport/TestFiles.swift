import Foundation
public import StrictEncoding

/// Files of the repository that tests read.
public enum TestFiles {
    private static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Of a file or folder, by its path in the repository: "docs/architecture.md".
    public static func path(_ name: String) -> String { repository.appending(path: name).path() }

    public static func bytes(_ name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: repository.appending(path: name)))
    }

    public static func text(_ name: String) throws -> String { String(decoding: try bytes(name), as: UTF8.self) }

    /// Of `Tests/Vectors`: "pdf/document.pdf".
    public static func vector(_ name: String) throws -> [UInt8] { try bytes("Tests/Vectors/" + name) }

    /// Vectors that are one JSON object.
    public static func vectors(_ name: String) throws -> JSONObjectReader {
        try JSONReader(parsing: vector(name), as: "vectors", limit: 64 << 20).looseObject()
    }

    /// Of the example's round: "units.csv".
    public static func example(_ name: String) throws -> [UInt8] { try bytes("Examples/xa-bum-to/" + name) }

    /// The folder of the example's round.
    public static let example = path("Examples/xa-bum-to")
}
