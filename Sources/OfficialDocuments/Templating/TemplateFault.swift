/// Why a template cannot be used: the file, the place in it, what is wrong, and what would be right.
public struct TemplateFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// "decision-02-qd.json", with its folder where it was read from one.
    public let file: String

    /// "body[2].text"; empty where the file as a whole is at fault.
    public let place: String
    public let problem: String

    init(file: String, place: String = "", _ problem: String) {
        self.file = file
        self.place = place
        self.problem = problem
    }

    public var description: String {
        "template \(file): " + (place.isEmpty ? problem : "\(place): \(problem)")
    }
}
