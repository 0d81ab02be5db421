/// A JSON value being read, and the path that leads to it.
public struct JSONReader: Sendable {
    public let value: JSONValue
    private let path: JSONPlace

    public init(_ value: JSONValue, at place: String) { self.init(value, at: .document(place)) }

    init(_ value: JSONValue, at path: JSONPlace) {
        self.value = value
        self.path = path
    }

    /// The path, as errors name it.
    public var place: String { path.description }

    /// Parses a whole document.
    /// - Parameters:
    ///   - name: what the document is, the first part of every place in an error.
    ///   - limit: the most bytes that are looked at.
    /// - Throws: `MalformedInput`.
    public init(parsing bytes: [UInt8], as name: String, limit: Int) throws(MalformedInput) {
        do {
            self.init(try JSONParser.parse(bytes, limit: limit), at: name)
        } catch {
            throw error.inside(name)
        }
    }

    /// The value as an object that has every member of `required`, perhaps some of `optional`, and no other.
    /// - Throws: `MalformedInput` with `wrongType`, `unknownMember` or `missingMember`.
    public func object(_ required: [String], optional: [String] = []) throws(MalformedInput) -> JSONObjectReader {
        let object = try looseObject()
        let known = required + optional
        for member in object.members where !known.contains(where: { same($0, member.name) }) {
            throw MalformedInput(.unknownMember, at: object.place(of: member.name))
        }
        for name in required { _ = try object.member(name) }
        return object
    }

    /// The value as an object with any members.
    public func looseObject() throws(MalformedInput) -> JSONObjectReader {
        guard case .object(let members) = value else { throw wrongType("an object") }
        return JSONObjectReader(members: members, path: path)
    }

    /// The value as an array of `count` elements at most.
    public func array(maximum count: Int = .max) throws(MalformedInput) -> [JSONReader] {
        guard case .array(let elements) = value else { throw wrongType("an array") }
        guard elements.count <= count else { throw MalformedInput(.tooLarge, at: place, "at most \(count) elements") }
        return elements.enumerated().map { JSONReader($1, at: .element($0, of: path)) }
    }

    /// The value as a string of `count` UTF-8 bytes at most.
    public func string(maximum count: Int = .max) throws(MalformedInput) -> String {
        guard case .string(let text) = value else { throw wrongType("a string") }
        guard text.utf8.count <= count else { throw MalformedInput(.tooLarge, at: place, "at most \(count) bytes") }
        return text
    }

    public func integer(in range: ClosedRange<Int> = .min ... .max) throws(MalformedInput) -> Int {
        guard case .integer(let number) = value else { throw wrongType("an integer") }
        guard range.contains(number) else {
            throw MalformedInput(.outOfRange, at: place, "\(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    public func bool() throws(MalformedInput) -> Bool {
        guard case .bool(let truth) = value else { throw wrongType("true or false") }
        return truth
    }

    /// The value as canonical base64url of exactly `count` bytes, or of any number where nil.
    public func bytes(_ count: Int? = nil) throws(MalformedInput) -> [UInt8] {
        let bytes: [UInt8]
        do {
            bytes = try Base64URL.decode(string())
        } catch {
            throw error.place.isEmpty ? error.inside(place) : error
        }
        if let count, bytes.count != count { throw MalformedInput(.wrongLength, at: place, "\(count) bytes") }
        return bytes
    }

    public func wrongType(_ wanted: String) -> MalformedInput { MalformedInput(.wrongType, at: place, wanted) }

    public func wrongValue(_ detail: String) -> MalformedInput { MalformedInput(.wrongValue, at: place, detail) }
}
