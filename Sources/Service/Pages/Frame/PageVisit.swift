import StrictEncoding

/// What a page's handler knows of the visit, besides who is signed in.
struct PageVisit: Sendable {
    var language = PageLanguage.vietnamese

    /// Path and query.
    var address = "/"

    /// What forms may be bound to: the session, then the form cookie; the first binds this visit's own.
    var formSecrets: [[UInt8]] = []

    var formSecret: [UInt8]? { formSecrets.first }

    /// Whether the browser unpacks what comes packed.
    var acceptsGzip = false

    /// What was refused, and what had been typed: set when a page is shown again after its form.
    var problem: Problem?
    var typed: JSONValue = .object([])
}
