import StrictEncoding

/// An answer as it came.
struct RawAnswer {
    let status: Int
    let body: [UInt8]
    let headers: [String: String]

    var text: String { String(decoding: body, as: UTF8.self) }

    /// The stable code of a problem; nil if the answer is none.
    var code: String? {
        guard headers["content-type"] == "application/problem+json",
            let object = try? JSONReader(parsing: body, as: "problem", limit: 1 << 20).looseObject()
        else { return nil }
        return try? object.member("code").string()
    }
}
