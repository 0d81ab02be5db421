import StrictEncoding

/// Reads `multipart/form-data` (RFC 7578) as browsers write it, from one body in memory.
struct MultipartReader {
    private static let maximumParts = 64
    private static let maximumHeader = 2_048

    private let body: [UInt8]
    private let delimiter: [UInt8]
    private let border: [UInt8]

    /// - Parameter contentType: the header, with its boundary.
    /// - Throws: `MalformedInput` where there is none.
    init(_ body: [UInt8], contentType: String) throws(MalformedInput) {
        guard let match = contentType.firstMatch(of: /boundary="?([A-Za-z0-9'()+_,.\/:=?\-]{1,70})"?/) else {
            throw MalformedInput(.syntax, at: "form", "a multipart form with its boundary")
        }
        self.body = body
        delimiter = Array("--\(match.output.1)".utf8)
        border = Array("\r\n".utf8) + delimiter
    }

    /// The fields that are there whole before the first file, or before the body breaks off.
    /// - Throws: `MalformedInput` for what is no beginning of such a form.
    func leadingFields() throws(MalformedInput) -> [(name: String, value: String)] {
        var fields: [(name: String, value: String)] = []
        for part in try parts(isWhole: false) {
            let (name, isFile) = try Self.disposition(part.header)
            guard !isFile else { break }
            fields.append((name, String(decoding: part.content, as: UTF8.self)))
        }
        return fields
    }

    /// - Throws: `MalformedInput`.
    func form() throws(MalformedInput) -> Form {
        var fields: [(name: String, value: String)] = []
        var files: [String: [UInt8]] = [:]
        for part in try parts(isWhole: true) {
            let (name, isFile) = try Self.disposition(part.header)
            if isFile {
                files[name] = Array(part.content)
            } else {
                fields.append((name, String(decoding: part.content, as: UTF8.self)))
            }
        }
        return Form(fields: fields, files: files)
    }

    /// - Parameter isWhole: else what comes behind the last whole part is let be.
    private func parts(isWhole: Bool) throws(MalformedInput) -> [(header: String, content: ArraySlice<UInt8>)] {
        var parts: [(String, ArraySlice<UInt8>)] = []
        guard body.starts(with: delimiter) else { throw fault }
        var start = delimiter.count
        while !body[start...].starts(with: Array("--".utf8)) {
            guard parts.count < Self.maximumParts, body[start...].starts(with: Array("\r\n".utf8)),
                let header = find(Array("\r\n\r\n".utf8), from: start), header - start <= Self.maximumHeader,
                let end = find(border, from: header)
            else {
                guard !isWhole else { throw fault }
                return parts
            }
            let content = min(header + 4, end)
            parts.append((String(decoding: body[start..<header], as: UTF8.self), body[content..<end]))
            start = end + 2 + delimiter.count
        }
        return parts
    }

    private func find(_ pattern: [UInt8], from start: Int) -> Int? {
        var index = start
        while let next = body[min(index, body.count)...].firstIndex(of: pattern[0]) {
            guard next <= body.count - pattern.count else { return nil }
            if body[next..<next + pattern.count].elementsEqual(pattern) { return next }
            index = next + 1
        }
        return nil
    }

    private static func disposition(_ header: String) throws(MalformedInput) -> (name: String, isFile: Bool) {
        let line = header.split(separator: "\r\n").first { $0.lowercased().hasPrefix("content-disposition: form-data") }
        guard let name = line?.firstMatch(of: /; name="([A-Za-z0-9._\[\]-]{1,64})"/) else {
            throw MalformedInput(.syntax, at: "form", "each part with its name")
        }
        return (String(name.output.1), line?.contains("; filename") == true)
    }

    private var fault: MalformedInput { MalformedInput(.syntax, at: "form", "a multipart form, whole") }
}
