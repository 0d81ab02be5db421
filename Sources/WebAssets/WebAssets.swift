import CWebAssets

/// The pages' files, built into the program: the service needs no folder beside it.
public enum WebAssets {
    /// Every file by its path: "ballot/slip.js", "templates/home.mustache". A copy of them all each time it is asked for.
    public static var files: [String: [UInt8]] {
        var count = 0
        let assets = unsafe UnsafeBufferPointer(start: web_assets(&count), count: count)
        return unsafe Dictionary(uniqueKeysWithValues: assets.map(file))
    }

    private static func file(_ asset: web_asset) -> (String, [UInt8]) {
        unsafe (String(cString: asset.path), Array(UnsafeBufferPointer(start: asset.bytes, count: asset.count)))
    }

    /// Whether a file of this folder is one of them.
    public static func isServed(_ path: String) -> Bool {
        let ending = path.split(separator: ".").last.map(String.init) ?? ""
        return path.contains("/") && ["css", "csv", "js", "mustache", "svg"].contains(ending)
    }
}
