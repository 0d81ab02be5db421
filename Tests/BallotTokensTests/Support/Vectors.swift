import Foundation

/// The files of `Tests/Vectors`.
enum Vectors {
    static func load<Content: Decodable>(_ name: String, as type: Content.Type = Content.self) throws -> Content {
        let tests = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try decoder.decode(type, from: Data(contentsOf: tests.appending(path: "Vectors/\(name).json")))
    }
}
