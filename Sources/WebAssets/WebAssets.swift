/// The pages' files, built into the program: the service needs no folder beside it.
public enum WebAssets {
    /// Every file by its path: "ballot/slip.js", "templates/home.mustache".
    public static let files: [String: [UInt8]] = listed

    /// Whether a file of this folder is one of them.
    public static func isServed(_ path: String) -> Bool {
        let ending = path.split(separator: ".").last.map(String.init) ?? ""
        return path.contains("/") && ["css", "csv", "js", "mustache", "svg"].contains(ending)
    }
}
