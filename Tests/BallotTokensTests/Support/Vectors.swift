import Foundation
import TestSupport

/// The files of `Tests/Vectors`.
enum Vectors {
    static func load<Content: Decodable>(_ name: String, as type: Content.Type = Content.self) throws -> Content {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try decoder.decode(type, from: Data(TestFiles.vector("\(name).json")))
    }
}
