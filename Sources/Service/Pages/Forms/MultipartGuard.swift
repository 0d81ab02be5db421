/// Looks at a form with files while it comes: what says that it is from a page of ours stands before the files, and
/// without it the rest is not read.
struct MultipartGuard {
    /// Within so many bytes it must have come: the fields before the first file.
    private static let reach = 64 << 10

    private let contentType: String
    private let secrets: [[UInt8]]
    private var isChecked = false

    /// - Throws: `MalformedInput` for a form without its border.
    init(contentType: String, secrets: [[UInt8]]) throws {
        _ = try MultipartReader([], contentType: contentType)
        (self.contentType, self.secrets) = (contentType, secrets)
    }

    /// - Throws: `Problem.staleForm`.
    mutating func look(at body: [UInt8]) throws {
        // What ends before is checked when it is whole.
        guard !isChecked, body.count >= Self.reach else { return }
        isChecked = true
        let beginning = Array(body.prefix(Self.reach))
        try FormGuard.check(
            Form(fields: try MultipartReader(beginning, contentType: contentType).leadingFields()), against: secrets)
    }
}
